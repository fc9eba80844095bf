import { type Application, NO_LIMIT, type StepRecord, type Subject } from '../../../shared/application/model'
import { idNumber } from '../privacy/people'

export const HOUSEHOLD: Subject = {
  kind: 'household',
  name: '周阿福',
  idNumber: idNumber('330304', '1970-01-01'),
  phone: '13800138000',
  address: '3组12号',
  people: 3,
  bankAccount: '6228480402564890018',
  reason: '户主患病',
}

/** An application of 泽雅镇纸源村 on its way, of made-up people. */
export function applicationOf(over: Partial<Application> = {}): Application {
  return {
    _id: 'application-0001',
    version: 3,
    example: true,
    districtId: 'ouhai',
    editionId: 'ouhai@2018-07-24',
    procedureId: 'A.14',
    procedureName: '最低生活保障',
    caseNo: 'SQ2026-000001',
    trackCode: '0123456789',
    unitCode: '330304108296',
    unitName: '纸源村村委会',
    path: ['330304', '330304108', '330304108296'],
    way: 'self',
    subject: HOUSEHOLD,
    family: [],
    agent: null,
    ownerId: 'wx:someone',
    materials: [],
    records: [],
    state: {
      procedureId: 'ouhai@2018-07-24:A.14:v1',
      changes: 3,
      startedAt: '2026-10-09T01:00:00.000Z',
      startedBy: { name: '申请人' },
      startStep: 'apply',
      step: 'village-publicity',
      since: '2026-10-12T02:00:00.000Z',
      begunAt: null,
      events: {},
      awaited: null,
      told: {},
      waits: [],
      done: {},
      publicity: null,
      rounds: 0,
      objections: [],
      duties: [],
      path: [],
      grounds: null,
      end: null,
    },
    partners: {},
    desk: [],
    dueBy: NO_LIMIT,
    nextTransitionAt: null,
    untold: [],
    reminded: [],
    register: null,
    createdAt: '2026-10-09T01:00:00.000Z',
    updatedAt: '2026-10-12T02:00:00.000Z',
    history: [],
    lastHash: '',
    ...over,
  }
}

/** What a step wrote down, with these values. */
export function recordOf(form: StepRecord['form'], values: StepRecord['values']): StepRecord {
  return {
    id: `record-${form}`,
    step: 'initial-opinion',
    form,
    at: '2026-10-12T01:00:00.000Z',
    by: { personId: 'wx:clerk', role: 'cadre', unit: '330304108' },
    body: '镇街',
    values,
  }
}
