import type { Procedure } from '../procedures/definition'
import { templateProblems } from './check-template'
import type { WindowOverride } from './district'
import type { CommonData, DistrictData } from './documents'
import type { EditionChange } from './edition'
import type { MessageKeyword } from './message'
import type { ProblemList, SourceFile } from './problems'
import type { NoticeTemplate, TemplatePublicity } from './template'
import { bodiesOf, type PartnerRow } from './unit'

type Place = readonly PropertyKey[]

/** Checks what no single schema can see in the common files. */
export function checkCommon(
  common: CommonData,
  files: { templates: SourceFile; messages: SourceFile },
  problems: ProblemList,
): void {
  noteRepeated(
    common.templates.map(template => template._id),
    index => problems.add(files.templates, ['templates', index, 'id'], '这个编号前面已经用过'),
  )
  common.templates.forEach((template, index) => {
    for (const sentence of templateProblems(template, common.forms)) {
      problems.add(files.templates, ['templates', index], `${template._id} 的 ${sentence}`)
    }
  })
  noteRepeated(
    common.messages.templates.map(template => template.event),
    index => problems.add(files.messages, ['templates', index, 'event'], '这个事件前面已经写过'),
  )
  common.messages.templates.forEach((template, index) => {
    template.keywords.forEach((keyword, at) => {
      const sentence = keywordProblem(keyword, common.messages.limits[keyword.type])
      if (sentence !== null) problems.add(files.messages, ['templates', index, 'keywords', at], sentence)
    })
  })
}

function keywordProblem(keyword: MessageKeyword, limit: number): string | null {
  if (keyword.field.replace(/\d+$/, '') !== keyword.type)
    return `字段 ${keyword.field} 与类型 ${keyword.type} 不符`
  if (keyword.max > limit) return `${keyword.type} 最多 ${limit} 个字`
  const tooLong = [keyword.example, ...(keyword.oneOf ?? [])].find(value => [...value].length > keyword.max)
  return tooLong === undefined ? null : `“${tooLong}”超过 ${keyword.max} 个字`
}

/** A `partners.csv` and what it says. */
export type PartnerRows = { file: SourceFile; rows: readonly PartnerRow[] }

export type DistrictFiles = {
  district: SourceFile
  editions: SourceFile
  units: SourceFile
  partners: readonly PartnerRows[]
  catalogs: { file: SourceFile; editionId: string }[]
}

/** Checks that a district's files fit each other and the common forms. */
export function checkDistrict(
  data: DistrictData,
  files: DistrictFiles,
  templates: readonly NoticeTemplate[] | null,
  problems: ProblemList,
): void {
  checkUnits(data, files.units, problems)
  checkPartners(data, files.partners, problems)
  checkEditions(data, files, problems)
  for (const catalog of files.catalogs) checkCatalog(data, catalog, templates, problems)
  checkBodies(data, files.district, problems)
  if (templates !== null) checkOverrides(data, templates, files.district, problems)
}

function checkUnits(data: DistrictData, file: SourceFile, problems: ProblemList): void {
  const rows = data.units.filter(unit => unit.level === 'township' || unit.level === 'village')
  const townships = new Set(rows.filter(unit => unit.level === 'township').map(unit => unit._id))
  noteRepeated(
    rows.map(unit => unit._id),
    index => problems.add(file, [index, 'code'], `编码 ${rows[index]?._id} 前面已经用过`),
  )
  rows.forEach((unit, index) => {
    const parentIsRight =
      unit.level === 'township' ? unit.parent === data.district.code : townships.has(unit.parent ?? '')
    const codeLength = unit.level === 'township' ? 9 : 12
    if (!parentIsRight) {
      const wanted = unit.level === 'township' ? `区代码 ${data.district.code}` : '本文件里一个镇街的编码'
      problems.add(file, [index, 'parent'], `${unit.name}的上级 ${unit.parent} 应当是${wanted}`)
    } else if (unit._id.length !== codeLength || !unit._id.startsWith(unit.parent ?? '')) {
      problems.add(
        file,
        [index, 'code'],
        `${unit.name}的编码应为 ${codeLength} 位，以上级编码 ${unit.parent} 开头`,
      )
    }
  })
}

function checkPartners(data: DistrictData, partners: readonly PartnerRows[], problems: ProblemList): void {
  const places = new Set(
    data.units.filter(unit => unit.level === 'district' || unit.level === 'township').map(unit => unit._id),
  )
  const taken = new Set(data.units.filter(unit => unit.level === 'department').map(unit => unit.name))
  for (const { file, rows } of partners) {
    rows.forEach(({ name, parent }, index) => {
      if (taken.has(name)) problems.add(file, [index, 'name'], `“${name}”前面已经有了，两个单位不能同名`)
      taken.add(name)
      if (places.has(parent)) return
      const wanted = `区代码 ${data.district.code}，或者 units.csv 里一个镇街的编码`
      problems.add(file, [index, 'parent'], `${name}的所在地 ${parent} 应当是${wanted}`)
    })
  }
}

/** Notes what a partner is said to be that no procedure has a step for. */
export function checkPartnerBodies(
  procedures: readonly Procedure[],
  partners: readonly PartnerRows[],
  problems: ProblemList,
): void {
  const actors = procedures.flatMap(procedure => procedure.actors).filter(({ at }) => at === 'partner')
  const known = [...new Set(actors.map(({ name }) => name))]
  for (const { file, rows } of partners) {
    rows.forEach((row, index) => {
      for (const body of bodiesOf(row).filter(name => !known.includes(name))) {
        const choice = known.length > 0 ? `可以写：${known.join('、')}` : '本区的流程里没有这样的办理人'
        problems.add(file, [index, 'bodies'], `流程里没有 at: partner 的办理人“${body}”；${choice}`)
      }
    })
  }
}

function checkEditions(data: DistrictData, files: DistrictFiles, problems: ProblemList): void {
  const { editions } = data
  noteRepeated(
    editions.map(edition => edition._id),
    index => problems.add(files.editions, ['editions', index, 'id'], '这个版号前面已经用过'),
  )
  noteRepeated(
    editions.map(edition => edition.effectiveFrom ?? ''),
    index => problems.add(files.editions, ['editions', index, 'effectiveFrom'], '与前面一版同日生效，请改正'),
  )
  editions.forEach((edition, index) => {
    const catalogs = files.catalogs.filter(catalog => catalog.editionId === edition._id)
    const wanted = edition.knownBy === 'full-text' ? 1 : 0
    if (catalogs.length !== wanted) {
      const sentence = wanted === 1 ? '应当有一个目录文件写它的事项' : '原文不可得的版本不能有目录文件'
      problems.add(files.editions, ['editions', index], `${sentence}，现有 ${catalogs.length} 个`)
    }
    checkChangeTargets(data, index, files.editions, problems)
  })
}

function checkChangeTargets(data: DistrictData, at: number, file: SourceFile, problems: ProblemList): void {
  const edition = data.editions[at]
  if (edition === undefined) return
  const items = data.items.filter(item => item.editionId === edition._id)
  edition.changes.forEach((change, index) => {
    const target = targetOf(change)
    const isKnown = target === null || items.some(item => item.itemId === target)
    if (!isKnown) problems.add(file, ['editions', at, 'changes', index, 'item'], `目录里没有事项 ${target}`)
  })
}

function targetOf(change: EditionChange): string | null {
  return 'item' in change ? change.item : null
}

function checkCatalog(
  data: DistrictData,
  catalog: DistrictFiles['catalogs'][number],
  templates: readonly NoticeTemplate[] | null,
  problems: ProblemList,
): void {
  const { file, editionId } = catalog
  if (!data.editions.some(edition => edition._id === editionId)) {
    problems.add(file, ['edition'], 'editions.yaml 里没有这一版')
  }
  const items = data.items.filter(item => item.editionId === editionId)
  const bodyNames = new Set(data.district.bodies.flatMap(body => [body.name, ...body.aliases]))
  noteRepeated(
    items.map(item => item.itemId),
    index => problems.add(file, ['items', index, 'itemId'], `编号 ${items[index]?.itemId} 前面已经用过`),
  )
  items.forEach((item, index) => {
    const at = (...place: Place): Place => ['items', index, ...place]
    item.publishers.forEach((publisher, which) => {
      if (bodyNames.has(publisher.name)) return
      const sentence = `district.yaml 的 bodies 里没有“${publisher.name}”，请补上或改正`
      problems.add(file, at('publishers', which, 'name'), sentence)
    })
    item.templates.forEach((id, which) => {
      if (templates === null || templates.some(template => template._id === id)) return
      problems.add(file, at('templates', which), `没有公告模板“${id}”`)
    })
    if (item.mode === 'proactive' && item.channels.length === 0) {
      problems.add(file, at('channels'), '主动公开的事项至少写一个渠道')
    }
  })
}

function checkBodies(data: DistrictData, file: SourceFile, problems: ProblemList): void {
  const names = data.district.bodies.map(body => body.name)
  noteRepeated(names, index => problems.add(file, ['bodies', index, 'name'], '这个机构前面已经写过'))
  const itemIds = new Set(data.items.map(item => item.itemId))
  data.district.bodies.forEach((body, index) => {
    body.successors.forEach((successor, which) => {
      const unknown = (successor.items ?? []).find(itemId => !itemIds.has(itemId))
      if (unknown === undefined) return
      problems.add(file, ['bodies', index, 'successors', which, 'items'], `目录里没有事项 ${unknown}`)
    })
  })
  data.district.inconsistencies.forEach((entry, index) => {
    const unknown = entry.items.find(itemId => !itemIds.has(itemId))
    if (unknown === undefined) return
    problems.add(file, ['inconsistencies', index, 'items'], `目录里没有事项 ${unknown}`)
  })
}

function checkOverrides(
  data: DistrictData,
  templates: readonly NoticeTemplate[],
  file: SourceFile,
  problems: ProblemList,
): void {
  data.district.rules.windows.forEach((override, index) => {
    const template = templates.find(candidate => candidate._id === override.template)
    const sentence = overrideProblem(override, template?.publicity ?? null)
    if (sentence !== null) problems.add(file, ['rules', 'windows', index], sentence)
  })
}

/** A district may set a window that only usage laid down, and lengthen one that a document lays down. */
function overrideProblem(override: WindowOverride, publicity: TemplatePublicity | null): string | null {
  if (publicity === null) return `没有公告模板“${override.template}”`
  const hasDays = 'days' in publicity
  if (!hasDays || !publicity.configurable) return `模板“${override.template}”的天数不由区里定`
  const isFewerDays = override.days < publicity.days
  const isLooserUnit = override.unit === 'day' && publicity.unit === 'workday'
  const isShorter = isFewerDays || isLooserUnit
  if (publicity.origin === 'document' && isShorter) {
    return `规定是 ${publicity.days} ${publicity.unit === 'workday' ? '个工作日' : '天'}，只能加长，不能缩短`
  }
  return null
}

/** Notes unit codes that two districts claim. */
export function checkUnitCodesAcross(districts: readonly DistrictData[], problems: ProblemList): void {
  const ownerOf = new Map<string, string>()
  for (const { district, units } of districts) {
    for (const unit of units) {
      const owner = ownerOf.get(unit._id)
      const isTaken = owner !== undefined && owner !== district._id
      if (isTaken) problems.addPlain(`${district._id} 和 ${owner} 都有编码 ${unit._id}，请改正其中一个`)
      ownerOf.set(unit._id, district._id)
    }
  }
}

function noteRepeated(values: readonly string[], note: (index: number) => void): void {
  values.forEach((value, index) => {
    if (values.indexOf(value) !== index) note(index)
  })
}
