import type { WindowRule } from '../../../shared/publicity/model'
import { periodWords } from '../../../shared/publicity/reckoning-words'
import { deskWords } from '../../words/desk'

/** How long a form stays up: 公示 7 个工作日, 至少贴 3 个工作日, 长期公开. */
export function ruleWords(rule: WindowRule): string {
  const { window, atLeast, longTerm } = deskWords.choose
  if (rule.mode === 'long-term') return longTerm
  const period = periodWords(rule.days, rule.unit)
  return rule.mode === 'window' ? window(period) : atLeast(period)
}
