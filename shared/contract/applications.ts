import * as z from 'zod/mini'
import { agent, applyingWay, familyMember, LONGEST_MATERIAL, subject } from '../application/model'
import {
  applicationCard,
  applicationPage,
  casePage,
  deskCase,
  procedureCard,
  procedurePage,
  progress,
  registerLine,
} from '../application/page'
import { calendarDate, instant } from '../calendar/model'
import type { FunctionContract } from './answer'

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/, '编号不对'))
const code = z.string().check(z.regex(/^[0-9A-Za-z\u4e00-\u9fa5（）-]{2,40}$/, '地方或单位的代码不对'))
const trackCode = z
  .string()
  .check(z.regex(/^[0-9A-HJKMNP-TV-Z]{10}$/, '查询码是 10 位数字和字母，请照着回执再输一次'))
const short = (max: number) => z.string().check(z.maxLength(max, `不能超过 ${max} 个字`))
const said = (max: number, complaint: string) =>
  z.string().check(z.trim(), z.minLength(1, complaint), z.maxLength(max, `不能超过 ${max} 个字`))
const cursor = z.string().check(z.maxLength(160))
const procedureId = short(20)
const step = short(40)
const body = short(60)
const fieldKey = z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,39}$/))

/** A file put up with a permit of `upload`, now named as the material it is. */
const handedIn = z.object({
  id,
  kind: said(LONGEST_MATERIAL, '请说明这是哪样材料'),
  fileId: short(300),
  name: short(80),
})
const handIn = z.array(handedIn).check(z.maxLength(40, '一次最多交 40 个文件'))
const record = z.optional(z.record(fieldKey, short(2000)))

/** What a handler does; the reasons and lists it needs are checked by the procedure. */
const handling = z.discriminatedUnion('type', [
  z.object({ type: z.literal('begin') }),
  z.object({ type: z.literal('move'), to: step, remark: z.optional(short(500)) }),
  z.object({
    type: z.literal('ask'),
    to: step,
    items: z
      .array(said(LONGEST_MATERIAL, '要补的材料不能空着'))
      .check(z.minLength(1, '请把要补的材料一次写全'), z.maxLength(30)),
  }),
  z.object({
    type: z.literal('refuse'),
    to: step,
    reason: said(500, '请写明理由'),
    clause: said(200, '请写明依据的条款'),
    appeal: said(200, '请写明到哪里申诉'),
  }),
  z.object({ type: z.literal('withdraw'), remark: said(500, '请写明原因') }),
  z.object({ type: z.literal('object'), objectionId: id, text: said(1000, '请写明异议说了什么') }),
  z.object({
    type: z.literal('answer'),
    objectionId: id,
    text: said(1000, '请写上书面答复'),
    upheld: z.boolean(),
  }),
  z.object({ type: z.literal('date'), event: short(40), date: calendarDate }),
])
export type Handling = z.infer<typeof handling>

const mine = z.object({ now: instant, application: applicationPage })
const handled = z.object({ now: instant, case: casePage })
const registerFilter = {
  unit: code,
  procedure: z.optional(procedureId),
  status: z.optional(z.enum(['in', 'out', 'review-due'])),
}

/** Applications (办件): made and followed by households, handled step by step by those whose step it is. */
export const applicationsContract = {
  procedures: {
    input: z.object({ district: short(40) }),
    answer: z.object({ now: instant, procedures: z.array(procedureCard) }),
  },
  /** One procedure with its drawing; with `unit` its partners are those of the place. */
  procedure: {
    input: z.object({ district: short(40), procedure: procedureId }),
    answer: z.object({ now: instant, procedure: procedurePage }),
  },
  /**
   * A permit to put one file up, before the application that will name it is there. The phone makes the ids; the
   * server chooses the place.
   */
  upload: {
    input: z.object({
      application: id,
      material: id,
      mime: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
      size: z
        .int()
        .check(z.gte(1, '文件是空的，请重新选'), z.lte(5_000_000, '一个文件最大 5 兆，请拍小一点')),
    }),
    answer: z.object({ url: z.string(), fileId: z.string(), headers: z.record(z.string(), z.string()) }),
  },
  /** Makes the application; sent again with the same `id` and contents it is made once. */
  submit: {
    input: z.object({
      id,
      district: short(40),
      procedure: procedureId,
      start: step,
      unit: code,
      way: applyingWay,
      subject,
      family: z.array(familyMember).check(z.maxLength(30)),
      agent: z.nullable(agent),
      partners: z.record(short(60), code),
      materials: handIn,
      example: z.optional(z.boolean()),
    }),
    answer: mine,
  },
  mine: {
    input: z.object({}),
    answer: z.object({ now: instant, applications: z.array(applicationCard) }),
  },
  get: { input: z.object({ id }), answer: mine },
  /** Hands in what was asked for, all at once. */
  supply: { input: z.object({ id, version: z.int(), materials: handIn }), answer: mine },
  /** Takes a step that is the household's own. */
  proceed: {
    input: z.object({ id, version: z.int(), to: step, remark: z.optional(short(500)), materials: handIn }),
    answer: mine,
  },
  withdraw: { input: z.object({ id, version: z.int(), remark: short(500) }), answer: mine },
  /** Where it stands, for whoever has the receipt's code. */
  track: { input: z.object({ code: trackCode }), answer: z.object({ now: instant, progress }) },
  /** What waits for the caller, overdue first. */
  desk: {
    input: z.object({ unit: z.optional(code), after: z.optional(cursor) }),
    answer: z.object({
      now: instant,
      /** The desks the caller sits at: `unit` with the bodies acted for there. */
      desks: z.array(z.object({ unit: z.string(), unitName: z.string(), bodies: z.array(z.string()) })),
      overdue: z.int(),
      total: z.int(),
      cases: z.array(deskCase),
      next: z.nullable(z.string()),
    }),
  },
  /** Procedures the caller may begin for others, at one of the caller's units. */
  starts: {
    input: z.object({ unit: code }),
    answer: z.object({
      now: instant,
      starts: z.array(
        z.object({
          procedureId: z.string(),
          procedureName: z.string(),
          step: z.string(),
          name: z.string(),
          body: z.string(),
          /** On whose behalf: 代办, 提名, or the body's own step. */
          way: applyingWay,
          subject: z.enum(['household', 'individual', 'project']),
        }),
      ),
    }),
  },
  case: { input: z.object({ id }), answer: handled },
  /** A file of a case or of one's own application, for ten minutes. */
  file: { input: z.object({ id, material: id }), answer: z.object({ url: z.string(), mime: z.string() }) },
  act: {
    input: z.object({ id, version: z.int(), as: body, handling, record }),
    answer: handled,
  },
  /** The same done with several cases that stand at one step: one meeting, one decision. */
  actTogether: {
    input: z.object({
      cases: z
        .array(z.object({ id, version: z.int() }))
        .check(z.minLength(1, '请先选户'), z.maxLength(60, '一次最多 60 户')),
      as: body,
      handling,
      record,
    }),
    answer: z.object({
      now: instant,
      results: z.array(z.object({ id: z.string(), done: z.boolean(), message: z.string() })),
    }),
  },
  /** Makes the draft of the notice that a publicity step needs, with the households' entries. */
  announce: {
    input: z.object({
      cases: z.array(id).check(z.minLength(1, '请先选户'), z.maxLength(500, '一次最多 500 户')),
      as: body,
      draft: id,
    }),
    answer: z.object({ now: instant, noticeId: z.string(), unit: z.string() }),
  },
  register: {
    input: z.object({ ...registerFilter, after: z.optional(cursor) }),
    answer: z.object({
      now: instant,
      /** For the results notice: how many are in, of the unit and of each unit below. */
      households: z.int(),
      people: z.int(),
      byUnit: z.array(
        z.object({ unit: z.string(), unitName: z.string(), households: z.int(), people: z.int() }),
      ),
      lines: z.array(registerLine),
      next: z.nullable(z.string()),
    }),
  },
  /** The register as an xlsx file, to be fetched within ten minutes. */
  registerFile: {
    input: z.object(registerFilter),
    answer: z.object({ url: z.string(), name: z.string(), rows: z.int() }),
  },
  /** 动态管理: taken out, looked at again, or the number of people changed. */
  registerChange: {
    input: z.object({
      id,
      version: z.int(),
      change: z.discriminatedUnion('type', [
        z.object({ type: z.literal('out'), on: calendarDate, reason: said(500, '请写明原因') }),
        z.object({ type: z.literal('reviewed'), on: calendarDate, people: z.int(), reason: short(500) }),
      ]),
    }),
    answer: z.object({ now: instant, line: registerLine }),
  },
} satisfies FunctionContract
