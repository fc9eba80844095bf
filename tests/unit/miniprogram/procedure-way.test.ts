import { otherStarts, wayOf } from '../../../miniprogram/pages/procedure/way'
import { procedurePageOf } from '../../../shared/application/drawing'
import { PROCEDURES } from '../procedures/loaded'

const pages = PROCEDURES.map(procedure => ({
  name: `${procedure.procedureId} ${procedure.name}`,
  page: procedurePageOf(procedure, { id: procedure.districtId, name: '示例区' }, { units: [], bodies: [] }),
}))

describe.each(pages)('the drawing of $name', ({ page }) => {
  const way = wayOf(page)
  const starts = otherStarts(page)

  it('goes from its first start to a granted end', () => {
    expect(way.length).toBeGreaterThan(1)
    expect(way.at(-1)?.step.end).toBe('completed')
  })

  it('shows every step: on the way, beside it, as another way in, or as an end that a branch leads to', () => {
    const shown = new Set([
      ...way.map(({ step }) => step.id),
      ...starts.map(({ id }) => id),
      ...way.flatMap(({ branches }) =>
        branches.flatMap(branch => [
          branch.to,
          ...branch.beside.flatMap(({ step, lines }) => [step.id, ...lines.map(({ to }) => to)]),
        ]),
      ),
    ])
    expect(page.steps.map(({ id }) => id).filter(id => !shown.has(id))).toEqual([])
  })

  it('loses no line of a step on the way', () => {
    for (const [index, { step, branches }] of way.entries()) {
      const onward = step.next.length - branches.length
      const isLast = index === way.length - 1
      expect({ step: step.id, onward }).toEqual({ step: step.id, onward: isLast ? 0 : 1 })
    }
  })

  it('numbers a way back no further than the step it leaves from', () => {
    way.forEach(({ branches }, index) => {
      for (const { leads } of branches) {
        if (leads.to === 'back') expect(leads.number).toBeLessThanOrEqual(index + 1)
        if (leads.to === 'forward') expect(leads.number).toBeGreaterThan(index + 1)
      }
    })
  })
})
