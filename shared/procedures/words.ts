import { periodWords } from '../publicity/reckoning-words'
import { type Procedure, type Step, type StepPublicity, stepOf, type Transition } from './definition'
import type { Nature, Sureness } from './grounds'
import type { LimitUnit, StepLimit } from './limit'

/** What the pages say of a step that no document carries. */
export const CUSTOMARY = '按通行程序，以当地公布为准'

const NATURE_WORDS: Readonly<Record<Nature, string>> = {
  statutory: '规定',
  promised: '本区文件规定',
  customary: '通行做法，以当地公布为准',
  suggested: '建议，不是规定，以当地公布为准',
}

/** How sure a step is: the document's own words, the regulations it rests on, or usage. */
export function groundWords(
  procedure: Pick<Procedure, 'basis'>,
  step: Pick<Step, 'sureness' | 'limit' | 'publicity'>,
): string {
  return surenessWords(
    step.sureness,
    step.limit?.basis ?? step.publicity?.basis ?? procedure.basis.join('；'),
  )
}

/** How sure a line is; one that no document has is usage, one whose arrow is lost says so. */
export function lineWords(procedure: Pick<Procedure, 'basis'>, line: Transition, to: Step): string {
  if (line.suggested) return CUSTOMARY
  const words = groundWords(procedure, { ...to, sureness: line.sureness ?? to.sureness })
  return line.inferred ? `${words}（先后按文字推定）` : words
}

function surenessWords(sureness: Sureness, basis: string): string {
  if (sureness === 'customary') return CUSTOMARY
  return sureness === 'text' ? '见于本区文件原文' : `依据：${basis}`
}

/**
 * A limit in one sentence, with what it is counted from and where it comes from; a suggested one says that it is no
 * rule.
 * @example '自受理之日起 3 个工作日内开始办（规定：民发〔2021〕57号 第十五条…）'
 */
export function limitWords(limit: StepLimit, procedure: Pick<Procedure, 'steps'>): string {
  return `${periodOf(limit, procedure)}（${NATURE_WORDS[limit.nature]}：${limit.basis}）`
}

function periodOf(limit: StepLimit, procedure: Pick<Procedure, 'steps'>): string {
  if (limit.text !== undefined) return limit.text
  if (limit.count === undefined || limit.unit === undefined) return dateWords(limit)
  const period = countWords(limit.count, limit.unit)
  if (limit.bound === 'at-least') return `${startWords(limit, procedure)}至少 ${period}`
  return `${startWords(limit, procedure)}${period}内${limit.covers === 'start' ? '开始办' : ''}`
}

function dateWords({ date }: StepLimit): string {
  if (date === undefined) return ''
  return date.day === null ? `${date.month} 月` : `${date.month} 月 ${date.day} 日前`
}

function startWords({ fromStep, fromEvent }: StepLimit, procedure: Pick<Procedure, 'steps'>): string {
  if (fromEvent !== undefined) return `自${fromEvent}起 `
  const from = fromStep === undefined ? null : stepOf(procedure, fromStep)
  return from === null ? '' : `自“${from.name}”办完起 `
}

function countWords(count: number, unit: LimitUnit): string {
  return unit === 'month' ? `${count} 个月` : periodWords(count, unit)
}

/**
 * How long a step's notice is up and where; the days only as sure as they are.
 * @example '公示 7 天（本区文件规定：流程图“村务公开栏公示7天”），在村务公开栏'
 */
export function publicityWords(publicity: StepPublicity): string {
  const { places } = publicity
  const where = places.length === 0 ? '地点没有写明' : `在${places.join('、')}`
  return `${daysWords(publicity)}，${where}`
}

function daysWords({ days, unit, nature, atLeast, basis }: StepPublicity): string {
  if (days === undefined || unit === undefined || nature === undefined) return '公示，天数没有规定'
  const least = atLeast ? '不少于 ' : ' '
  const source = basis === undefined || nature === 'suggested' ? '' : `：${basis}`
  return `公示${least}${periodWords(days, unit)}（${NATURE_WORDS[nature]}${source}）`
}
