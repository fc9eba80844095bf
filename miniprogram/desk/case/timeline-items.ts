import type { CasePage } from '../../../shared/application/page'
import { beijingDate } from '../../../shared/calendar/date'
import { dateWords } from '../../../shared/calendar/words'
import type { TimelineItem } from '../../components/Timeline'
import { caseWords } from '../../words/desk-cases'

/** The steps for the drawing: when each was done, and who has those to come. */
export function timelineItems({ timeline }: Pick<CasePage, 'timeline'>): TimelineItem[] {
  return timeline.map(({ id, name, state, actors, doneAt, customary }) => ({
    id,
    name,
    state,
    under: [actors.join('、'), customary ? caseWords.one.customary : ''].filter(Boolean).join(' · '),
    ...(doneAt ? { side: dateWords(beijingDate(doneAt)) } : {}),
  }))
}
