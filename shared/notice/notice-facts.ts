import { beijingDate } from '../calendar/date'
import type { CalendarDate, Instant } from '../calendar/model'
import { fullDateWords } from '../calendar/words'
import type { District } from '../catalog/district'
import type { CatalogItem } from '../catalog/item'
import { fillPattern } from '../catalog/pattern'
import type { PlainWords } from '../catalog/plain-words'
import type { NoticeForms, NoticeTemplate } from '../catalog/template'
import { hidePersonalNumbers } from '../privacy/scan'
import type { PublicityWindow, WindowState } from '../publicity/model'
import { windowState } from '../publicity/state'
import { fieldsOfDraft } from './draft'
import { NoticeNotPublicError } from './errors'
import { listedNames, maskNamesIn } from './listed-names'
import type { Notice } from './model'
import { fittedToPattern, officialValues } from './official-values'
import { placeValues } from './title'
import { DAY_UNIT_WORDS } from './words'

/** All that a notice's public page is made from. `town` is the township a village's notice lies in. */
export type PublicSources = {
  notice: Notice
  template: NoticeTemplate
  item: CatalogItem
  district: District
  forms: NoticeForms
  plainWords: PlainWords
  now: Instant
  town?: string | undefined
}

export type Contacts = {
  unit: string
  phone: string
  address: string
  hours: string
  supervisionPhone: string
}

/** The sources with what follows from them: the window, its state now, and the values of all placeholders. */
export type NoticeFacts = PublicSources & {
  window: PublicityWindow
  state: WindowState
  today: CalendarDate
  isClosed: boolean
  /** True from the instant of the close for a form that keeps no more than counts and outcome. */
  isRetired: boolean
  contacts: Contacts
  values: Record<string, string>
  /** People on the list whose names must not stand in any text either. */
  names: string[]
}

/**
 * The facts of a posted notice.
 * @throws NoticeNotPublicError for a draft without a window and for an answer meant for one applicant
 */
export function factsOf(given: PublicSources): NoticeFacts {
  const { template, now } = given
  const { window, _id, rows } = given.notice
  if (window === null || template.scope === 'applicant-only') throw new NoticeNotPublicError(_id)
  const names = listedNames(template, rows)
  const sources = { ...given, notice: withoutNamesInText(given.notice, names) }
  const state = windowState(window, now)
  const isClosed = state.phase === 'closed'
  const contacts = contactsOf(sources)
  const known = { ...sources, names, window, state, today: beijingDate(now), isClosed, contacts }
  return { ...known, isRetired: isClosed && template.keep === null, values: valuesOf(known) }
}

/** A pattern filled from the facts, in official form, with no person's number in it. */
export function fillOfficial(
  pattern: string,
  values: Record<string, string>,
): { text: string; missing: string[] } {
  const { text, missing } = fillPattern(pattern, fittedToPattern(pattern, values))
  return { text: hidePersonalNumbers(text), missing }
}

/** A draft that names people in its text is refused; one that came another way is not shown so either. */
function withoutNamesInText(notice: Notice, names: readonly string[]): Notice {
  const entries = Object.entries(notice.values).map(([key, value]) => [key, maskNamesIn(value, names)])
  return { ...notice, title: maskNamesIn(notice.title, names), values: Object.fromEntries(entries) }
}

function contactsOf({ notice, district }: PublicSources): Contacts {
  const { values } = notice
  const written = (key: string, standard: string) => hidePersonalNumbers(values[key]?.trim() || standard)
  const { acceptUnit, acceptPhone, acceptAddress, acceptHours, supervisionPhone } = district.contacts
  return {
    unit: written('acceptUnit', acceptUnit),
    phone: written('acceptPhone', acceptPhone),
    address: written('acceptAddress', acceptAddress),
    hours: written('acceptHours', acceptHours),
    supervisionPhone: written('supervisionPhone', supervisionPhone),
  }
}

type Known = Omit<NoticeFacts, 'values' | 'isRetired'>

/**
 * What a cadre wrote comes before what the system would fill in (a form's own 事项名称), but the window's dates
 * are those reckoned: nobody may write another end.
 */
function valuesOf(known: Known): Record<string, string> {
  return withoutEmpty({
    ...builtins(known),
    ...officialValues(fieldsOfDraft(known), known.notice.values),
    ...windowValues(known),
  })
}

function builtins({ notice, item, district, contacts, town }: Known) {
  return {
    ...placeValues({
      districtName: district.name,
      townName: townOf(notice, town),
      villageName: villageOf(notice),
    }),
    publisherName: notice.publisher,
    deadlineOn: notice.deadline ? fullDateWords(notice.deadline.lastDay) : '',
    listCount: String(listCountOf(notice)),
    acceptUnit: contacts.unit,
    acceptPhone: contacts.phone,
    acceptAddress: contacts.address,
    acceptHours: contacts.hours,
    supervisionPhone: contacts.supervisionPhone,
    itemName: notice.itemName,
    basis: item.basis ?? '',
  }
}

function windowValues({ window, state }: Known) {
  const postedOn = fullDateWords(beijingDate(window.postedAt))
  const { reckoning } = window
  if (reckoning === null) return { postedOn }
  const closesOn = fullDateWords(reckoning.lastDay)
  return {
    postedOn,
    firstDay: fullDateWords(reckoning.firstDay),
    closesOn,
    newClosesOn: closesOn,
    windowN: String(reckoning.days),
    windowUnit: DAY_UNIT_WORDS[reckoning.unit].unit,
    windowUnitName: DAY_UNIT_WORDS[reckoning.unit].name,
    disputedTerm: reckoning.dispute?.term ?? '',
    // Today counts and so does every day of the wall calendar: that is how an elder counts off the days.
    daysLeft: String(Math.max(0, state.calendarDaysToLast + 1)),
  }
}

/** Rows of the list as posted; stays known after the names have gone. */
export function listCountOf({ households, rows }: Pick<Notice, 'households' | 'rows'>): number {
  return households ?? rows.length
}

const TOWNSHIP_CODE = /^\d{9}$/
const VILLAGE_CODE = /^\d{12}$/

function townOf({ unitCode, unitName }: Notice, town: string | undefined): string | undefined {
  return TOWNSHIP_CODE.test(unitCode) ? unitName : town
}

function villageOf({ unitCode, unitName }: Notice): string | undefined {
  return VILLAGE_CODE.test(unitCode) ? unitName : undefined
}

function withoutEmpty(values: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, value]],
    ),
  )
}
