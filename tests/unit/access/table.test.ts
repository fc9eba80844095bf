import { role } from '../../../shared/access/model'
import { ACCESS, type ActionKey, mayAct } from '../../../shared/access/table'
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
    expect(Object.keys(ACCESS).sort()).toEqual(guarded.map(name => `notices.${name}`).sort())
    expect(actions.slice().sort()).toEqual(Object.keys(ACCESS).sort())
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
