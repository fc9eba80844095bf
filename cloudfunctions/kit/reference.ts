import type { CalendarDate } from '../../shared/calendar/model'
import {
  type CatalogItem,
  catalogItem,
  type District,
  district,
  type Edition,
  edition,
  editionInForce,
  type MessageSettings,
  messageSettings,
  type NoticeForms,
  type NoticeTemplate,
  noticeForms,
  noticeTemplate,
  type PlainWords,
  plainWords,
  type Unit,
  unit,
} from '../../shared/catalog'
import { documents } from './documents'
import { Refusal } from './refusal'
import { remember } from './remember'
import { WORDS } from './words'

const districts = documents('districts', district)
const units = documents('units', unit)
const editions = documents('editions', edition)
const items = documents('items', catalogItem)
const templates = documents('templates', noticeTemplate)
const messages = documents('settings', messageSettings)
const forms = documents('settings', noticeForms)
const words = documents('settings', plainWords)

export const allDistricts = remember((_all: string) => districts.all({}))
const editionsOf = remember((id: string) => editions.all({ districtId: id }))
const districtById = remember((id: string) => districts.get(id))
const unitById = remember((code: string) => units.get(code))
const templateById = remember((id: string) => templates.get(id))
const unitsWithin = remember((code: string) => units.all({ path: code }))
const itemsOfEdition = remember(async (id: string) =>
  (await items.all({ editionId: id })).sort((a, b) => a.seq - b.seq),
)
const settingsById = {
  messages: remember((id: string) => messages.get(id)),
  noticeForms: remember((id: string) => forms.get(id)),
  plainWords: remember((id: string) => words.get(id)),
}

/** Refuses with NOT_FOUND where there is no such district. */
export async function districtOf(id: string): Promise<District> {
  return (await districtById(id)) ?? refuseMissing(WORDS.districtNotFound)
}

/** The unit, or null where it is no longer there. */
export const findUnit = unitById

/** Refuses with NOT_FOUND where there is no such unit. */
export async function unitOf(code: string): Promise<Unit> {
  return (await unitById(code)) ?? refuseMissing(WORDS.unitNotFound)
}

/** The unit itself and all units within it. */
export function unitsUnder(code: string): Promise<Unit[]> {
  return unitsWithin(code)
}

/** Every edition of a district's catalog, oldest first. */
export async function editionsOfDistrict(id: string): Promise<Edition[]> {
  await districtOf(id)
  const all = await editionsOf(id)
  return [...all].sort((a, b) => ((a.effectiveFrom ?? '') < (b.effectiveFrom ?? '') ? -1 : 1))
}

/** The edition that ruled in a district on a date. */
export async function editionOn(id: string, date: CalendarDate): Promise<Edition> {
  return editionInForce(await editionsOfDistrict(id), date) ?? refuseMissing(WORDS.itemNotFound)
}

/** The items of an edition in the catalog's order; none where its text is not at hand. */
export function itemsOf(editionId: string): Promise<CatalogItem[]> {
  return itemsOfEdition(editionId)
}

/** Refuses with NOT_FOUND where the edition has no such item. */
export async function itemOf(editionId: string, itemId: string): Promise<CatalogItem> {
  const found = (await itemsOfEdition(editionId)).find(one => one.itemId === itemId)
  return found ?? refuseMissing(WORDS.itemNotFound)
}

/** Refuses with NOT_FOUND where there is no such notice form. */
export async function templateOf(id: string): Promise<NoticeTemplate> {
  return (await templateById(id)) ?? refuseMissing(WORDS.templateNotFound)
}

/** The messages as the account's templates are mapped to them. Throws where the settings are not loaded. */
export async function messagesSettings(): Promise<MessageSettings> {
  return (await settingsById.messages('messages')) ?? missingSettings('messages')
}

/** What all notice forms share. Throws where the settings are not loaded. */
export async function noticeFormsSettings(): Promise<NoticeForms> {
  return (await settingsById.noticeForms('noticeForms')) ?? missingSettings('noticeForms')
}

/** Plain words for notices. Throws where the settings are not loaded. */
export async function plainWordsSettings(): Promise<PlainWords> {
  return (await settingsById.plainWords('plainWords')) ?? missingSettings('plainWords')
}

function refuseMissing(message: string): never {
  throw new Refusal('NOT_FOUND', message)
}

function missingSettings(id: string): never {
  throw new Error(`settings/${id} is not loaded: import the districts' data first (README, 部署)`)
}
