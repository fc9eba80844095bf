import '../catalog/list.scss'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { ProcedureCard } from '../../../shared/application/page'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { TextBox } from '../../components/Field/boxes'
import { Icon } from '../../components/Icon'
import { Sheet } from '../../components/Sheet'
import { Tap } from '../../components/Tap'
import { aria } from '../../platform/aria'
import { servicesWords as words } from '../../words/application'
import { procedureUrl } from './links'

type Props = { district: string; procedures: ProcedureCard[] }

/** What can be done in a district: what one applies for, then what others do unasked. */
export function Offered({ district, procedures }: Props) {
  const [word, setWord] = useState('')
  const found = procedures.filter(({ name, department }) => `${name}${department}`.includes(word.trim()))
  const open = ({ id }: ProcedureCard) => void Taro.navigateTo({ url: procedureUrl(district, id) })
  return (
    <View>
      <View className="section" {...aria({ role: 'heading', level: 2 })}>
        {words.all}
      </View>
      <View className="catalog-find">
        <TextBox
          label={words.search}
          placeholder={words.searchHint}
          value={word}
          maxLength={20}
          onChange={setWord}
        />
      </View>
      <Group title={words.canApply} procedures={found.filter(({ canApply }) => canApply)} onOpen={open} />
      <Group title={words.byOffice} procedures={found.filter(({ canApply }) => !canApply)} onOpen={open} />
      {found.length === 0 ? (
        <EmptyState
          icon="search"
          title={words.foundNothing}
          text={words.foundNothingWhy}
          action={<Button small look="soft" word={words.showAll} onTap={() => setWord('')} />}
        />
      ) : null}
    </View>
  )
}

function whoApplies({ applicant, canApply }: ProcedureCard): string {
  return applicant === 'none' && canApply ? words.eitherWay : words.applicant[applicant]
}

type GroupProps = { title: string; procedures: ProcedureCard[]; onOpen: (procedure: ProcedureCard) => void }

function Group({ title, procedures, onOpen }: GroupProps) {
  if (procedures.length === 0) return null
  return (
    <View>
      <View className="section" {...aria({ role: 'heading', level: 3 })}>
        {title}
      </View>
      <Sheet className="lines">
        {procedures.map(procedure => (
          <Tap className="line" role="link" key={procedure.id} onTap={() => onOpen(procedure)}>
            <View className="grow">
              <View className="b">{procedure.name}</View>
              <View className="s c2">
                {whoApplies(procedure)} · {procedure.department}
              </View>
            </View>
            <Icon name="right" small className="c3" />
          </Tap>
        ))}
      </Sheet>
    </View>
  )
}
