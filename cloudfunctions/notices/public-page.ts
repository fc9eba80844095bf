import type { Instant } from '../../shared/calendar/model'
import type { NoticePage } from '../../shared/contract/notices'
import type { Notice } from '../../shared/notice/model'
import { publicNotice } from '../../shared/notice/public-view'
import { placesOf } from '../kit/places'
import {
  districtOf,
  itemOf,
  noticeFormsSettings,
  plainWordsSettings,
  templateOf,
  unitOf,
} from '../kit/reference'

/** What the public may see of a notice with a window, as of `now`, by the edition it was posted under. */
export async function publicPage(notice: Notice, now: Instant): Promise<NoticePage> {
  const [district, item, template, forms, plainWords] = await Promise.all([
    districtOf(notice.districtId),
    itemOf(notice.editionId, notice.itemId),
    templateOf(notice.templateId),
    noticeFormsSettings(),
    plainWordsSettings(),
  ])
  const { townName } = await placesOf(await unitOf(notice.unitCode))
  return publicNotice({ notice, template, item, district, forms, plainWords, now, town: townName })
}
