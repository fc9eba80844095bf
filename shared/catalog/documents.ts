import type * as z from 'zod/mini'
import type { CalendarDocument } from '../calendar/document'
import type { Procedure } from '../procedures/definition'
import { departmentBodies } from '../procedures/departments'
import { readProcedures } from '../procedures/read-procedures'
import { readDistrictCalendar, readNationalCalendars } from './calendar-files'
import type { District } from './district'
import {
  checkCommon,
  checkDistrict,
  checkPartnerBodies,
  checkUnitCodesAcross,
  type PartnerRows,
} from './district-checks'
import {
  catalogFile,
  districtFile,
  editionsFile,
  messagesFile,
  partnersFile,
  plainWordsFile,
  templatesFile,
  unitsFile,
} from './district-files'
import { changesTouching, type Edition } from './edition'
import type { CatalogItem } from './item'
import type { MessageSettings } from './message'
import type { PlainWords } from './plain-words'
import { ProblemList, type SourceFile } from './problems'
import type { NoticeForms, NoticeTemplate } from './template'
import { bodiesOf, type PartnerRow, type Unit } from './unit'

/** What all districts share. */
export type CommonData = {
  templates: NoticeTemplate[]
  forms: NoticeForms
  messages: MessageSettings
  plainWords: PlainWords
  calendars: CalendarDocument[]
}

/** One district with its editions, items, units, procedures and, where it has one, its own calendar. */
export type DistrictData = {
  district: District
  editions: Edition[]
  items: CatalogItem[]
  units: Unit[]
  calendar: CalendarDocument | null
  procedures: Procedure[]
}

/** The documents of one collection, ready to be stored. */
export type CollectionDocuments = { collection: string; documents: object[] }

const COMMON = 'common'
const CATALOG_FILE = /^catalog[^/]*\.yaml$/

/**
 * Turns the parsed files of the districts' folder into documents for the collections districts, units,
 * editions, items, templates, settings, calendars and procedures. Every folder but `common` is a district.
 * @throws DistrictDataError with all problems, in Chinese, where anything does not fit.
 */
export function toDocuments(files: readonly SourceFile[]): CollectionDocuments[] {
  const { common, districts } = readDistricts(files)
  return [
    { collection: 'districts', documents: districts.map(entry => entry.district) },
    { collection: 'units', documents: districts.flatMap(entry => entry.units) },
    { collection: 'editions', documents: districts.flatMap(entry => entry.editions) },
    { collection: 'items', documents: districts.flatMap(entry => entry.items) },
    { collection: 'templates', documents: common.templates },
    { collection: 'settings', documents: [common.messages, common.plainWords, common.forms] },
    {
      collection: 'calendars',
      documents: [...common.calendars, ...districts.flatMap(entry => entry.calendar ?? [])],
    },
    { collection: 'procedures', documents: districts.flatMap(entry => entry.procedures) },
  ]
}

/** The same as `toDocuments`, typed and by district. */
export function readDistricts(files: readonly SourceFile[]): {
  common: CommonData
  districts: DistrictData[]
} {
  const problems = new ProblemList()
  const common = readCommon(files, problems)
  const folders = [...new Set(files.map(file => folderOf(file.path)))].filter(name => name !== COMMON).sort()
  if (folders.length === 0) problems.addPlain('没有找到区的文件夹：每个区一个文件夹，里面有 district.yaml')
  const districts = folders.flatMap(folder => readDistrict(folder, files, common, problems) ?? [])
  checkUnitCodesAcross(districts, problems)
  problems.throwIfAny()
  if (common === null) throw new Error('common data missing without a noted problem')
  return { common, districts }
}

function readCommon(files: readonly SourceFile[], problems: ProblemList): CommonData | null {
  const templates = readOne(files, `${COMMON}/notice-templates.yaml`, templatesFile, problems)
  const messages = readOne(files, `${COMMON}/message-templates.yaml`, messagesFile, problems)
  const words = readOne(files, `${COMMON}/plain-words.yaml`, plainWordsFile, problems)
  if (templates === null || messages === null || words === null) return null
  const { templates: forms, ...shared } = templates.value
  const common: CommonData = {
    templates: forms.map(({ id, ...fields }) => ({ _id: id, ...fields })),
    forms: { _id: 'noticeForms', ...shared },
    messages: { _id: 'messages', ...messages.value },
    plainWords: { _id: 'plainWords', ...words.value },
    calendars: readNationalCalendars(files, problems),
  }
  checkCommon(common, { templates: templates.file, messages: messages.file }, problems)
  return common
}

function readDistrict(
  folder: string,
  files: readonly SourceFile[],
  common: CommonData | null,
  problems: ProblemList,
): DistrictData | null {
  const district = readOne(files, `${folder}/district.yaml`, districtFile, problems)
  const editions = readOne(files, `${folder}/editions.yaml`, editionsFile, problems)
  const units = readOne(files, `${folder}/units.csv`, unitsFile, problems)
  const partners = readPartners(folder, files, problems)
  const catalogs = files.filter(file => isCatalogOf(folder, file.path))
  if (catalogs.length === 0) problems.addPlain(`缺文件 ${folder}/catalog.yaml：公开目录写在里面`)
  const read = catalogs.map(file => ({ file, value: problems.read(file, catalogFile) }))
  if (district === null || editions === null || units === null) return null

  const { id, ...rest } = district.value
  if (id !== folder) problems.add(district.file, ['id'], `应与文件夹同名，写 ${folder}`)
  const data: DistrictData = {
    district: { _id: folder, ...rest },
    editions: editions.value.editions.map(({ id: editionId, ...fields }) => ({
      _id: editionIdOf(folder, editionId),
      districtId: folder,
      ...fields,
    })),
    items: [],
    units: unitsOf(
      folder,
      rest,
      units.value,
      partners.flatMap(({ rows }) => rows),
    ),
    calendar: readDistrictCalendar(folder, files, problems),
    procedures: [],
  }
  for (const catalog of read) {
    if (catalog.value === null) continue
    data.items.push(...itemsOf(data, editionIdOf(folder, catalog.value.edition), catalog.value.items))
  }
  const catalogFiles = read.flatMap(({ file, value }) =>
    value === null ? [] : [{ file, editionId: editionIdOf(folder, value.edition) }],
  )
  const templates = common?.templates ?? null
  checkDistrict(
    data,
    {
      district: district.file,
      editions: editions.file,
      units: units.file,
      partners,
      catalogs: catalogFiles,
    },
    templates,
    problems,
  )
  const editionIds = data.editions.map(edition => edition._id)
  const sources = {
    districtId: folder,
    files,
    catalogs: catalogFiles,
    editionIds,
    items: data.items,
    bodies: rest.bodies,
    templates,
  }
  data.procedures.push(...readProcedures(sources, problems))
  checkPartnerBodies(data.procedures, partners, problems)
  const actors = data.procedures.flatMap(procedure => procedure.actors)
  data.units = data.units.map(unit =>
    unit.level === 'department'
      ? { ...unit, bodies: departmentBodies(unit.name, actors, rest.bodies) }
      : unit,
  )
  return data
}

/** Every `partners.csv` of the folder: a trial brings one of its own beside the district's. */
function readPartners(folder: string, files: readonly SourceFile[], problems: ProblemList): PartnerRows[] {
  return files
    .filter(file => file.path === `${folder}/partners.csv`)
    .map(file => ({ file, rows: problems.read(file, partnersFile) ?? [] }))
}

function editionIdOf(districtId: string, edition: string): string {
  return `${districtId}@${edition}`
}

function itemsOf(
  data: DistrictData,
  editionId: string,
  items: z.output<typeof catalogFile>['items'],
): CatalogItem[] {
  const changes = data.editions.find(edition => edition._id === editionId)?.changes ?? []
  return items.map((fields, index) => ({
    _id: `${editionId}:${fields.itemId}`,
    districtId: data.district._id,
    editionId,
    seq: index + 1,
    ...fields,
    changes: changesTouching(fields, changes).map(change => change.id),
  }))
}

/** The district, its departments as the catalog names them, its townships and villages, and its partners. */
function unitsOf(
  districtId: string,
  district: Pick<District, 'code' | 'name' | 'bodies'>,
  rows: z.output<typeof unitsFile>,
  partners: readonly PartnerRow[],
): Unit[] {
  const { code, name } = district
  const own: Unit = { _id: code, level: 'district', name, parent: null, districtId, path: [code] }
  const departments = district.bodies
    .filter(body => body.level === 'department' && !body.generic)
    .map((body): Unit => {
      const id = `${code}-${body.name}`
      return { _id: id, level: 'department', name: body.name, parent: code, districtId, path: [code, id] }
    })
  const placed = rows.map(
    (row): Unit => ({
      _id: row.code,
      level: row.level,
      name: row.name,
      parent: row.parent,
      districtId,
      path: row.parent === code ? [code, row.code] : [code, row.parent, row.code],
    }),
  )
  const outside = partners.map((row): Unit => {
    const id = `${code}-${row.name}`
    const above = row.parent === code ? [code] : [code, row.parent]
    return {
      _id: id,
      level: 'partner',
      name: row.name,
      parent: row.parent,
      districtId,
      path: [...above, id],
      bodies: bodiesOf(row),
    }
  })
  return [own, ...departments, ...placed, ...outside]
}

function readOne<T extends z.core.$ZodType>(
  files: readonly SourceFile[],
  path: string,
  schema: T,
  problems: ProblemList,
): { file: SourceFile; value: z.output<T> } | null {
  const file = files.find(candidate => candidate.path === path)
  if (file === undefined) {
    problems.addPlain(`缺文件 ${path}`)
    return null
  }
  const value = problems.read(file, schema)
  return value === null ? null : { file, value }
}

function folderOf(path: string): string {
  return path.slice(0, path.indexOf('/'))
}

function isCatalogOf(folder: string, path: string): boolean {
  return path.startsWith(`${folder}/`) && CATALOG_FILE.test(path.slice(folder.length + 1))
}
