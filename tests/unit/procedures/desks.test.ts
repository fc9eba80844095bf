import * as fc from 'fast-check'
import { type Area, applicantNames, deskOf, isWithApplicant } from '../../../shared/application/hands'
import { loadAll } from '../districts/loaded'
import { Run } from './driver'
import { find } from './loaded'
import { anyWalk, offersOf, walk } from './random-walk'

/** A district with one of its villages, in which all walks are. */
type Scene = { area: Area; unitCode: string; path: string[] }
let scenes: Map<string, Scene>

beforeAll(async () => {
  const { districts } = await loadAll()
  scenes = new Map(
    districts.map(({ district, units }) => {
      const village = units.find(({ level }) => level === 'village')
      if (village === undefined) throw new Error(`${district._id} has no village`)
      const { _id, path } = village
      return [district._id, { area: { units, bodies: district.bodies }, unitCode: _id, path }]
    }),
  )
})

function sceneOf(districtId: string): Scene {
  const found = scenes.get(districtId)
  if (found === undefined) throw new Error(`no district ${districtId}`)
  return found
}

/** The household follows it on a phone, or was nominated and has none. */
const anyOwner = fc.constantFrom('wx:o-household', null)

describe('however an application is handled and whoever it belongs to', () => {
  test('it lies on a desk, or the household has it, or it has ended', () => {
    fc.assert(
      fc.property(anyWalk, anyOwner, (drawn, ownerId) => {
        const { procedure, state } = walk(drawn, () => undefined)
        const { area, ...where } = sceneOf(procedure.districtId)
        const desk = deskOf(procedure, state, { ...where, ownerId, partners: {} }, area)
        const isHouseholds = ownerId !== null && isWithApplicant(procedure, state)
        if (state.end !== null) expect(desk).toEqual([])
        else expect(desk.length > 0 || isHouseholds).toBe(true)
        const known = new Set(area.units.map(({ _id }) => _id))
        for (const key of desk) expect(known).toContain(key.split('|')[0])
      }),
      { numRuns: 600 },
    )
  })

  test('whoever can take it on has it on their desk, or is the household', () => {
    fc.assert(
      fc.property(anyWalk, anyOwner, (drawn, ownerId) => {
        expectOnDesks(
          walk(drawn, () => undefined),
          ownerId,
        )
      }),
      { numRuns: 600 },
    )
  })

  test('who asked for materials keeps it on the desk where they may close what is not handed in (A.28)', () => {
    const run = new Run(find('A.28'), 'apply').go('accept').go('apply')
    expect(offersOf(run).map(({ by, offer }) => [by.name, offer.type])).toContainEqual([
      '法律援助机构',
      'move',
    ])
    expectOnDesks(run, 'wx:o-household')
  })
})

function expectOnDesks(run: Run, ownerId: string | null): void {
  const { procedure, state } = run
  const { area, ...where } = sceneOf(procedure.districtId)
  const desk = deskOf(procedure, state, { ...where, ownerId, partners: {} }, area)
  const bodies = desk.map(key => key.split('|')[1])
  const able = offersOf(run).filter(({ offer }) => offer.type !== 'withdraw')
  for (const { by } of able) {
    const isHousehold = ownerId !== null && applicantNames(procedure, [by.name]).length > 0
    if (!isHousehold) expect(bodies).toContain(by.name)
  }
}
