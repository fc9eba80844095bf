import { View } from '@tarojs/components'
import Taro, { useShareAppMessage } from '@tarojs/taro'
import type { ProcedurePage } from '../../../shared/application/page'
import type { Instant } from '../../../shared/calendar/model'
import { amountWords } from '../../../shared/notice/amounts'
import { Button } from '../../components/Button'
import type { IconName } from '../../components/Icon'
import { KeyValue } from '../../components/KeyValue'
import { Note } from '../../components/Note'
import { Page } from '../../components/Page'
import { Sheet } from '../../components/Sheet'
import { aria } from '../../platform/aria'
import { canPrint, printPage } from '../../platform/print'
import { procedureWords as words } from '../../words/application'
import { applyUrl, procedureUrl } from '../services/links'
import { Drawing } from './Drawing'

type Props = { page: ProcedurePage; copyFrom?: Instant }

/** What it is, what one needs, how long it takes, its steps, and what comes after. */
export function ProcedureBody({ page, copyFrom }: Props) {
  useShareAppMessage(() => ({ title: page.name, path: procedureUrl(page.districtId, page.id) }))
  const apply = () => {
    void Taro.navigateTo({ url: applyUrl({ district: page.districtId, procedure: page.id }) })
  }
  return (
    <Page
      title={words.page}
      copyFrom={copyFrom}
      footer={page.canApply ? <Button icon="edit" word={words.apply} onTap={apply} /> : undefined}
    >
      <View className="procedure-head">
        <View className="s c2">
          {page.districtName} · {page.id}
        </View>
        <View className="procedure-title" {...aria({ role: 'heading', level: 1 })}>
          {page.name}
        </View>
      </View>
      {page.canApply ? null : (
        <View className="procedure-note">
          <Note tone="pending">{words.notByYou}</Note>
        </View>
      )}
      <Facts page={page} />
      <Materials page={page} />
      <Sheet title={words.howLong} icon="clock">
        <View>{page.overall ?? words.noOverall}</View>
      </Sheet>
      <Sheet title={words.steps} icon="path">
        <Drawing page={page} />
        {canPrint ? (
          <View className="procedure-print not-printed">
            <Button small look="soft" icon="paper" word={words.print} onTap={printPage} />
          </View>
        ) : (
          <View className="s c3 procedure-print">{words.printElsewhere}</View>
        )}
      </Sheet>
      <Lines title={words.review} icon="redo" lines={page.review} />
      <Lines title={words.basis} icon="book" lines={page.basis} />
    </Page>
  )
}

function Facts({ page }: { page: ProcedurePage }) {
  const { incomeLine } = page
  return (
    <Sheet title={words.what} icon="say">
      <KeyValue label={words.forWhom}>{whoApplies(page)}</KeyValue>
      {incomeLine ? (
        <KeyValue label={words.line}>
          <View>{words.lineOf(amountWords(incomeLine.amount))}</View>
          <View className="s c3">{incomeLine.basis}</View>
        </KeyValue>
      ) : null}
      <KeyValue label={words.department}>{page.department}</KeyValue>
      <KeyValue label={words.result}>{page.result}</KeyValue>
    </Sheet>
  )
}

function whoApplies({ applicant, canApply }: ProcedurePage): string {
  return applicant === 'none' && canApply ? words.eitherWay : words.whom[applicant]
}

function Materials({ page }: { page: ProcedurePage }) {
  return (
    <Sheet title={words.materials} icon="paper">
      {page.materials.map((material, place) => (
        <View className="procedure-material" key={material}>
          <View className="procedure-number num">{place + 1}</View>
          <View className="grow">{material}</View>
        </View>
      ))}
      <View className="s c2 procedure-under">{words.materialsNote}</View>
      {page.materialsBasis ? <View className="s c3 procedure-under">{page.materialsBasis}</View> : null}
    </Sheet>
  )
}

type LinesProps = { title: string; icon: IconName; lines: string[] }

function Lines({ title, icon, lines }: LinesProps) {
  if (lines.length === 0) return null
  return (
    <Sheet title={title} icon={icon}>
      {lines.map(line => (
        <View className="procedure-line" key={line}>
          {line}
        </View>
      ))}
    </Sheet>
  )
}
