import type { Body } from '../catalog/district'
import type { CatalogItem } from '../catalog/item'
import type { ProblemList, SourceFile } from '../catalog/problems'
import type { NoticeTemplate } from '../catalog/template'
import type { UnitLevel } from '../catalog/unit'
import { levelToPostFrom } from '../notice/title'
import { definitionProblems } from './check-definition'
import type { ActorPlace, Procedure, Step, StepPublicity } from './definition'
import { departmentsOf } from './departments'
import { isLaidDown } from './grounds'
import type { ProceduresFile } from './procedure-file'

type Place = readonly PropertyKey[]
type Note = (place: Place, sentence: string) => void

/** What a district's other files say, against which its procedures are checked. */
export type Surroundings = {
  editionIds: readonly string[]
  items: readonly CatalogItem[]
  bodies: readonly Body[]
  /** Null where the common files could not be read. */
  templates: readonly NoticeTemplate[] | null
}

/** Checks one procedures file, each procedure by itself and against the catalog and the forms. */
export function checkProcedures(
  file: SourceFile,
  content: ProceduresFile,
  procedures: readonly Procedure[],
  around: Surroundings,
  problems: ProblemList,
): void {
  const editionId = procedures[0]?.editionId ?? ''
  if (!around.editionIds.includes(editionId)) problems.add(file, ['edition'], 'editions.yaml 里没有这一版')
  checkActors(file, content, procedures, problems)
  checkDepartments(file, content, around, problems)
  procedures.forEach((procedure, index) => {
    const note: Note = (place, sentence) => problems.add(file, ['procedures', index, ...place], sentence)
    const isRepeated = procedures.findIndex(other => other._id === procedure._id) !== index
    if (isRepeated) note(['id'], `流程 ${procedure.procedureId} 写了两次；改过的另写 version`)
    for (const { place, sentence } of definitionProblems(procedure)) note(place, sentence)
    checkItems(procedure, around, note)
    checkPublicities(procedure, around, note)
  })
}

/** Notes items that name a procedure no file has. */
export function checkItemsHaveProcedures(
  catalog: SourceFile,
  items: readonly CatalogItem[],
  procedures: readonly Procedure[],
  problems: ProblemList,
): void {
  items.forEach((item, index) => {
    item.procedures.forEach((id, which) => {
      const isKnown = procedures.some(
        procedure => procedure.procedureId === id && procedure.editionId === item.editionId,
      )
      if (!isKnown) problems.add(catalog, ['items', index, 'procedures', which], `没有流程“${id}”`)
    })
  })
}

function checkActors(
  file: SourceFile,
  content: ProceduresFile,
  procedures: readonly Procedure[],
  problems: ProblemList,
): void {
  const names = content.actors.map(actor => actor.name)
  content.actors.forEach(({ name }, index) => {
    const place = ['actors', index, 'name']
    if (names.indexOf(name) !== index) problems.add(file, place, `办理人“${name}”写了两次`)
    const isUsed = procedures.some(procedure => procedure.actors.some(actor => actor.name === name))
    if (!isUsed) problems.add(file, place, `没有环节由“${name}”办，请删去或改正`)
  })
}

/** Every department that has a step must have a desk for it. */
function checkDepartments(
  file: SourceFile,
  content: ProceduresFile,
  around: Surroundings,
  problems: ProblemList,
): void {
  content.actors.forEach((actor, index) => {
    const place = ['actors', index]
    const isDepartment = actor.at === 'department'
    if (!isDepartment && actor.units.length > 0) {
      problems.add(file, [...place, 'units'], '只有 at: department 的办理人写 units')
    }
    for (const name of isDepartment ? departmentsOf(actor, around.bodies).missing : []) {
      const remedy = `“${name}”不是 district.yaml 的 bodies 里的部门：补上，或在 units 里写明由哪个部门办`
      problems.add(file, place, remedy)
    }
  })
}

function checkItems(procedure: Procedure, around: Surroundings, note: Note): void {
  const items = around.items.filter(item => item.editionId === procedure.editionId)
  procedure.items.forEach((id, which) => {
    const item = items.find(candidate => candidate.itemId === id)
    if (item === undefined) note(['items', which], `目录里没有事项 ${id}`)
    else if (!item.procedures.includes(procedure.procedureId)) {
      note(['items', which], `目录的事项 ${id} 没有写流程 ${procedure.procedureId}，两边要对上`)
    }
  })
  procedure.steps.forEach((step, index) => {
    step.disclosures.forEach((id, which) => {
      if (procedure.items.includes(id)) return
      note(['steps', index, 'disclosures', which], `这个流程不属于事项 ${id}`)
    })
  })
}

function checkPublicities(procedure: Procedure, around: Surroundings, note: Note): void {
  const own = around.items.filter(
    item => item.editionId === procedure.editionId && procedure.items.includes(item.itemId),
  )
  procedure.steps.forEach((step, index) => {
    const { publicity } = step
    if (publicity === undefined) return
    const place = ['steps', index, 'publicity', 'template']
    const isOfItem = own.some(item => item.templates.includes(publicity.template))
    if (!isOfItem) note(place, `流程的事项没有公告模板“${publicity.template}”`)
    const template = around.templates?.find(candidate => candidate._id === publicity.template)
    if (template === undefined) return
    const sentence = formProblem(template, publicity) ?? posterProblem(procedure, step, template)
    if (sentence !== null) note(place, sentence)
  })
}

/** An application waits for the close of its notice: the form must have one, and not before the days laid down. */
function formProblem({ _id, publicity: form }: NoticeTemplate, wanted: StepPublicity): string | null {
  if (wanted.days === undefined || wanted.nature === undefined) return null
  if (!('days' in form)) return `模板“${_id}”没有公示期，流程等不到公示期满`
  const isFewerDays = form.days < wanted.days
  const isLooserUnit = form.unit === 'day' && wanted.unit === 'workday'
  const isShorter = isLaidDown(wanted.nature) && (isFewerDays || isLooserUnit)
  return isShorter ? `模板“${_id}”的公示期比这里规定的 ${wanted.days} 天短` : null
}

const LEVELS: Partial<Record<ActorPlace, UnitLevel>> = {
  village: 'village',
  township: 'township',
  department: 'department',
  district: 'district',
  partner: 'partner',
}

/** One of the step's actors must be able to post the form: its title may name a village or township. */
function posterProblem({ actors }: Procedure, step: Step, template: NoticeTemplate): string | null {
  const levels = actors.filter(({ name }) => step.actors.includes(name)).flatMap(({ at }) => LEVELS[at] ?? [])
  const canBePosted = levels.some(level => levelToPostFrom(template, level) === null)
  return canBePosted ? null : `模板“${template._id}”的标题里有地名，这一步的办理人不在那一级，发不了`
}
