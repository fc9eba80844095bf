import type { ApplyingWay, Subject } from '../../shared/application/model'
import type { ProcedurePage, StartOffer } from '../../shared/application/page'
import type { InputOf } from '../../shared/contract'
import { countOf, hundredthsOf } from '../../shared/notice/amounts'
import type { KeptFile } from '../files/kept-file'

/** Where the application is made. */
export type Place = { code: string; name: string; within: string }

/** One of the family as written; `income` in 元. `id` is the phone's own, for the list on the page. */
export type WrittenMember = { id: string; name: string; relation: string; income: string }

/** What the household writes, as it is typed. */
export type Written = {
  way: ApplyingWay
  place: Place | null
  kind: Subject['kind']
  name: string
  idNumber: string
  phone: string
  address: string
  people: string
  bankAccount: string
  reason: string
  family: WrittenMember[]
  agent: { name: string; phone: string; relation: string }
  /** Which school, hospital or insurer, by body. */
  partners: Record<string, string>
}

/** A photo of a material, with the name under which it lies at the server once it is put up. */
export type WrittenFile = KeptFile & { kind: string; fileId: string | null }

/**
 * An application as the phone keeps it until it is sent. `id` is the application's own from the start: sent twice, it
 * is made once.
 */
export type ApplyDraft = {
  id: string
  district: string
  procedure: string
  procedureName: string
  start: string
  /** Whose phone it is: in a trial one phone is several persons'. */
  whose: string
  written: Written
  files: WrittenFile[]
  /** True from the tap on 提交 on: it goes out by itself once it can. */
  isWaiting: boolean
  /** True where it went out and no answer came back: then it may be there already. */
  isUnanswered: boolean
  /** Why the server did not take it; empty before. */
  refusal: string
  example: boolean
  changedAt: string
}

/** The relation that stands for the one who applies, whose name is written above. */
export const HEAD = '户主'

type Begun = Pick<
  ApplyDraft,
  'id' | 'district' | 'procedure' | 'procedureName' | 'start' | 'whose' | 'example' | 'changedAt'
>

export function newDraft(begun: Begun, written: Pick<Written, 'way' | 'place' | 'kind'>): ApplyDraft {
  return {
    ...begun,
    written: {
      ...written,
      name: '',
      idNumber: '',
      phone: '',
      address: '',
      people: '',
      bankAccount: '',
      reason: '',
      family: [],
      agent: { name: '', phone: '', relation: '' },
      partners: {},
    },
    files: [],
    isWaiting: false,
    isUnanswered: false,
    refusal: '',
  }
}

/** True where something was written or photographed that would be missed. */
export function isBegun({ written, files }: ApplyDraft): boolean {
  const { name, idNumber, phone, address, people, bankAccount, reason, family } = written
  const texts = [name, idNumber, phone, address, people, bankAccount, reason]
  return files.length > 0 || family.some(hasWords) || texts.some(text => text.trim() !== '')
}

/** True for a row in which more stands than that it is the head's. */
export function hasWords({ name, relation, income }: WrittenMember): boolean {
  return name.trim() !== '' || income.trim() !== '' || (relation !== HEAD && relation.trim() !== '')
}

/** What a procedure asks for beyond the person, as far as the form depends on it. */
export type Asked = Pick<
  ProcedurePage,
  'applicant' | 'starts' | 'partners' | 'incomeLine' | 'asksBankAccount'
>

/** The beginning that fits the way: a person applies, a group nominates, or an office opens it. */
export function startFor(starts: readonly StartOffer[], way: ApplyingWay): StartOffer | undefined {
  const wanted = isByPerson(way) ? 'self' : way
  return starts.find(offer => offer.way === wanted)
}

export function kindOf(applicant: ProcedurePage['applicant']): Subject['kind'] {
  if (applicant === 'project-unit') return 'project'
  return applicant === 'individual' ? 'individual' : 'household'
}

/** True where a person applies, for themselves or another. */
export function isByPerson(way: ApplyingWay): boolean {
  return way === 'self' || way === 'family' || way === 'cadre'
}

export function hasAgent(way: ApplyingWay): boolean {
  return way === 'family' || way === 'cadre'
}

/** 统计用区划代码: a village has twelve places. */
const VILLAGE = /^\d{12}$/

/** A household's is made in its village; what an office begins may be of a whole town. */
export function canBeMadeAt(unitCode: string, way: ApplyingWay): boolean {
  return way === 'office' || VILLAGE.test(unitCode)
}

/** People of the household as a number; `NaN` while none is written. */
export function peopleOf({ kind, people }: Pick<Written, 'kind' | 'people'>): number {
  return kind === 'individual' ? 1 : (countOf(people) ?? Number.NaN)
}

/** Incomes in 分; null for those not written. */
export function incomesOf({ family }: Pick<Written, 'family'>): (number | null)[] {
  return family.map(({ income }) => hundredthsOf(income))
}

/** What the server is told. Its files must be put up before. */
export function inputOf(draft: ApplyDraft, files: readonly WrittenFile[]): InputOf<'applications', 'submit'> {
  const { written } = draft
  const isProject = written.kind === 'project'
  const text = (value: string) => value.trim()
  return {
    id: draft.id,
    district: draft.district,
    procedure: draft.procedure,
    start: draft.start,
    unit: written.place?.code ?? '',
    way: written.way,
    subject: {
      kind: written.kind,
      name: text(written.name),
      idNumber: isProject ? '' : text(written.idNumber).toUpperCase(),
      phone: text(written.phone),
      address: text(written.address),
      people: isProject ? null : peopleOf(written),
      bankAccount: text(written.bankAccount).replace(/\s/g, ''),
      reason: text(written.reason),
    },
    family: familyOf(written),
    agent: hasAgent(written.way) ? { ...trimmed(written.agent) } : null,
    partners: written.partners,
    materials: files.map(({ id, kind, fileId, name }) => ({ id, kind, fileId: fileId ?? '', name })),
    ...(draft.example ? { example: true } : {}),
  }
}

function familyOf({ family, name, kind }: Written) {
  if (kind !== 'household') return []
  return family.filter(hasWords).map(member => ({
    name: (member.relation === HEAD ? name : member.name).trim(),
    relation: member.relation.trim(),
    yearlyIncome: hundredthsOf(member.income),
  }))
}

function trimmed({ name, phone, relation }: Written['agent']): Written['agent'] {
  return { name: name.trim(), phone: phone.trim(), relation: relation.trim() }
}
