import { role } from '../../../shared/access/model'
import { ACCESS, type ActionKey, bodiesOf, mayAct } from '../../../shared/access/table'
import { noticesContract } from '../../../shared/contract/notices'

const VILLAGE = '330304108296'
const OTHER_VILLAGE = '330304108297'
const ITS_TOWNSHIP = '330304108'
const ITS_DISTRICT = '330304'

const actions: ActionKey[] = [
  'notices.draft',
  'notices.open',
  'notices.desk',
  'notices.preview',
  'notices.publish',
]
const holding = (post: { role: (typeof role.options)[number]; unit?: string; until?: string | null }) => ({
  unit: VILLAGE,
  until: null,
  ...post,
})

describe('who may write notices', () => {
  it('is stated for every action of notices that is not open to all', () => {
    const openToAll = ['list', 'get', 'search']
    const guarded = Object.keys(noticesContract).filter(name => !openToAll.includes(name))
    const stated = Object.keys(ACCESS).filter(key => key.startsWith('notices.'))
    expect(stated.sort()).toEqual(guarded.map(name => `notices.${name}`).sort())
    expect(actions.slice().sort()).toEqual(stated)
  })

  it.each(actions)('%s: the cadre of the very unit', action => {
    expect(mayAct(action, holding({ role: 'cadre' }), VILLAGE)).toBe(true)
  })

  it.each(actions)('%s: no cadre of another village, of the township or of the district', action => {
    for (const unit of [OTHER_VILLAGE, ITS_TOWNSHIP, ITS_DISTRICT]) {
      expect(mayAct(action, holding({ role: 'cadre', unit }), VILLAGE)).toBe(false)
    }
  })

  it.each(actions)('%s: no cadre of a village for the township above it', action => {
    expect(mayAct(action, holding({ role: 'cadre' }), ITS_TOWNSHIP)).toBe(false)
  })

  it.each(actions)('%s: no other office of the unit', action => {
    for (const other of role.options.filter(one => one !== 'cadre')) {
      expect(mayAct(action, holding({ role: other }), VILLAGE)).toBe(false)
    }
  })

  it.each(actions)('%s: nobody whose office has ended', action => {
    const former = holding({ role: 'cadre', until: '2026-06-30T16:00:00.000Z' })
    expect(mayAct(action, former, VILLAGE)).toBe(false)
  })

  it('a code that begins with another code is another unit', () => {
    expect(mayAct('notices.draft', holding({ role: 'cadre', unit: '33030410829' }), VILLAGE)).toBe(false)
    expect(mayAct('notices.draft', holding({ role: 'cadre', unit: '' }), VILLAGE)).toBe(false)
  })
})

describe('who takes the steps of applications', () => {
  const BODIES = ['村民小组', '村民委员会', '评议小组']

  it('a cadre acts at the own unit in the name of every body that the unit may be', () => {
    expect(bodiesOf(holding({ role: 'cadre' }), BODIES)).toEqual(BODIES)
  })

  it('an office that names its bodies acts in their names only', () => {
    const inReview = { ...holding({ role: 'cadre' }), bodies: ['评议小组'] }
    expect(bodiesOf(inReview, BODIES)).toEqual(['评议小组'])
  })

  it('for whoever is not on the platform a cadre acts whatever the office names, others only where it names them', () => {
    const cadre = { ...holding({ role: 'cadre' }), bodies: ['村民委员会'] }
    expect(bodiesOf(cadre, BODIES, ['申请人'])).toEqual(['村民委员会', '申请人'])
    const chair = { ...holding({ role: 'handler' }), bodies: ['评议小组'] }
    expect(bodiesOf(chair, BODIES, ['申请人'])).toEqual(['评议小组'])
    const former = holding({ role: 'cadre', until: '2026-06-30T16:00:00.000Z' })
    expect(bodiesOf(former, BODIES, ['申请人'])).toEqual([])
  })

  it('an office that names a body which the unit is not acts in no name', () => {
    const elsewhere = { ...holding({ role: 'cadre' }), bodies: ['区民政局'] }
    expect(bodiesOf(elsewhere, BODIES)).toEqual([])
    expect(bodiesOf({ ...elsewhere, bodies: [] }, BODIES)).toEqual([])
  })

  it('an office that has ended gives nothing', () => {
    const former = holding({ role: 'cadre', until: '2026-06-30T16:00:00.000Z' })
    expect(bodiesOf(former, BODIES)).toEqual([])
    expect(bodiesOf({ ...former, bodies: BODIES }, BODIES)).toEqual([])
  })

  it('somebody who handles applications alone takes them too, and posts nothing', () => {
    expect(bodiesOf(holding({ role: 'handler' }), BODIES)).toEqual(BODIES)
    expect(mayAct('notices.publish', holding({ role: 'handler' }), VILLAGE)).toBe(false)
  })

  it.each(['reviewer', 'officer', 'supervisor'] as const)('a %s takes no step', other => {
    expect(bodiesOf(holding({ role: other }), BODIES)).toEqual([])
  })

  it('no cadre of the township takes a step of the village', () => {
    const path = [ITS_DISTRICT, ITS_TOWNSHIP, VILLAGE]
    expect(mayAct('applications.handle', holding({ role: 'cadre', unit: ITS_TOWNSHIP }), VILLAGE, path)).toBe(
      false,
    )
  })
})

describe('who sees the register of low-income households', () => {
  const path = [ITS_DISTRICT, ITS_TOWNSHIP, VILLAGE]
  const sees = (post: Parameters<typeof holding>[0]) =>
    mayAct('applications.register', holding(post), VILLAGE, path)

  it.each(['cadre', 'reviewer', 'officer'] as const)(
    'the %s of the village, its township, its district',
    of => {
      for (const unit of path) expect(sees({ role: of, unit })).toBe(true)
    },
  )

  it('no other village, and nobody of a village for its township', () => {
    expect(sees({ role: 'cadre', unit: OTHER_VILLAGE })).toBe(false)
    const township = [ITS_DISTRICT, ITS_TOWNSHIP]
    expect(mayAct('applications.register', holding({ role: 'cadre' }), ITS_TOWNSHIP, township)).toBe(false)
  })

  it('no supervisor, and nobody whose office has ended', () => {
    expect(sees({ role: 'supervisor', unit: ITS_DISTRICT })).toBe(false)
    expect(sees({ role: 'officer', unit: ITS_DISTRICT, until: '2026-06-30T16:00:00.000Z' })).toBe(false)
  })

  it('nothing lies above a unit whose place nobody told', () => {
    const office = holding({ role: 'officer', unit: ITS_DISTRICT })
    expect(mayAct('applications.register', office, VILLAGE)).toBe(false)
  })

  it('a reviewer changes no entry', () => {
    const reviewer = holding({ role: 'reviewer', unit: ITS_TOWNSHIP })
    expect(mayAct('applications.registerChange', reviewer, VILLAGE, path)).toBe(false)
    const officer = holding({ role: 'officer', unit: ITS_DISTRICT })
    expect(mayAct('applications.registerChange', officer, VILLAGE, path)).toBe(true)
  })
})
