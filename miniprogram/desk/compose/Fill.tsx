import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { FormField, NoticeForm } from '../../../shared/contract/catalog'
import type { DraftGap } from '../../../shared/contract/notices'
import { Button } from '../../components/Button'
import { Checklist } from '../../components/Checklist'
import { Icon } from '../../components/Icon'
import { Page } from '../../components/Page'
import { Sheet } from '../../components/Sheet'
import { StepBar } from '../../components/StepBar'
import { Tap } from '../../components/Tap'
import { deskWords } from '../../words/desk'
import { caseWords } from '../../words/desk-cases'
import { backOr, deskUrl } from '../links'
import type { Step } from './Compose'
import { isCountedFromList, isCountedNow, withRows } from './counts'
import type { Row } from './draft'
import type { DraftKeeper, KeeperState } from './draft-keeper'
import { FieldOf, placeOfField } from './FieldOf'
import { gapsToShow, isOfList, problemAt } from './gaps'
import { COMMON_FIELDS } from './known-values'
import { OfCases } from './OfCases'
import { LIST_PLACE, RowList } from './RowList'
import { requiredOf } from './required'
import { SaveState } from './SaveState'

type Props = { keeper: DraftKeeper; state: KeeperState; form: NoticeForm; onGo: (step: Step) => void }

const words = deskWords.fill

/** The second step: the form, field by field, the list, and what the catalog wants to see. */
export function Fill({ keeper, state, form, onGo }: Props) {
  const { contents } = state.draft
  const [hasAsked, setAsked] = useState(false)
  const [isChecking, setChecking] = useState(false)
  const [said, setSaid] = useState('')
  const gaps = gapsToShow(state.gaps, hasAsked)
  const toTop = () => Taro.pageScrollTo({ scrollTop: 0 })

  const goOn = async () => {
    setChecking(true)
    setSaid('')
    const isSaved = await keeper.save()
    const missing = keeper.snapshot().gaps.length
    setAsked(true)
    setChecking(false)
    if (isSaved && missing === 0) return onGo('preview')
    setSaid(isSaved ? words.said(missing) : words.saveFirst)
    toTop()
  }
  const write = (key: string, value: string) =>
    keeper.change({ ...contents, values: { ...contents.values, [key]: value } })
  const draw = (field: FormField) => (
    <FieldOf
      key={field.key}
      field={field}
      value={contents.values[field.key] ?? ''}
      problem={problemAt(gaps, field.key)}
      {...countHint(field, form, contents.rows)}
      onChange={value => write(field.key, value)}
    />
  )
  const isCommon = ({ key }: FormField) => COMMON_FIELDS.includes(key)
  const required = requiredOf(form, contents)
  const isOfCases = (state.draft.applications?.length ?? 0) > 0
  const toCases = () => backOr(deskUrl.cases(state.draft.unit))

  return (
    <Page
      title={deskWords.post}
      said={said}
      footer={
        <>
          {isOfCases ? (
            <Button look="line" word={caseWords.compose.back} onTap={toCases} />
          ) : (
            <Button look="line" word={deskWords.back} onTap={() => onGo('choose')} />
          )}
          <Button word={words.next} busyWord={isChecking ? words.saving : undefined} onTap={goOn} />
        </>
      }
    >
      <StepBar steps={deskWords.steps} current={1} />
      <SaveState keeper={keeper} state={state} />
      <OfCases count={state.draft.applications?.length ?? 0} />
      {hasAsked && gaps.length > 0 ? <Gaps gaps={gaps} /> : null}
      <Sheet title={form.name} icon="paper">
        {form.fields.filter(field => !isCommon(field)).map(draw)}
      </Sheet>
      {form.columns.length > 0 ? (
        <RowList
          form={form}
          rows={contents.rows}
          gaps={gaps}
          onChange={rows => keeper.change(withRows(form, contents, rows))}
        />
      ) : null}
      <Sheet title={words.common} icon="say">
        {form.fields.filter(isCommon).map(draw)}
      </Sheet>
      {required.length > 0 ? (
        <Checklist
          title={words.must(required.length)}
          items={required.map(({ content, done, fields }) => ({
            key: content,
            label: content,
            done,
            ...hintOf(content, fields, form),
          }))}
        />
      ) : null}
    </Page>
  )
}

/** What is counted from the list says so in place of the form's hint. */
function countHint(field: FormField, form: NoticeForm, rows: Row[]): { hint?: string } {
  if (!isCountedFromList(field, form)) return {}
  return { hint: isCountedNow(field, form, rows) ? words.counted : words.willBeCounted }
}

/** Which fields carry the element; nothing where it is called the same. */
function hintOf(content: string, keys: readonly string[], form: NoticeForm): { hint?: string } {
  const labels = form.fields.filter(({ key }) => keys.includes(key)).map(({ label }) => label)
  const hint = labels.join('、')
  return hint === content ? {} : { hint }
}

/** The most that are listed at the top; the others stand beside their fields. */
const LISTED = 12

/** What is still to be mended, all at once; each leads to its field. */
function Gaps({ gaps }: { gaps: DraftGap[] }) {
  return (
    <Sheet title={words.gaps(gaps.length)} icon="warn" className="gaps">
      <View className="s c2">{words.gapsOnce}</View>
      {gaps.slice(0, LISTED).map(gap => (
        <Tap className="gap" role="link" key={gap.key + gap.message} onTap={() => scrollToGap(gap)}>
          <View className="grow">
            <View className="b">{gap.label}</View>
            <View className="s t-closing">{gap.message}</View>
          </View>
          <Icon name="down" small />
        </Tap>
      ))}
      {gaps.length > LISTED ? <View className="s c2">{words.moreGaps(gaps.length - LISTED)}</View> : null}
    </Sheet>
  )
}

function scrollToGap(gap: DraftGap) {
  const place = isOfList(gap) ? LIST_PLACE : placeOfField(gap.key)
  Taro.pageScrollTo({ selector: `#${place}` })
}
