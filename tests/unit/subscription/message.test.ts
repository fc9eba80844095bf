import fc from 'fast-check'
import type { MessageEvent, MessageTemplate } from '../../../shared/catalog/message'
import { type MessageSources, messageFor } from '../../../shared/subscription/message'
import { loadWorld, sourcesOf, type World } from '../notice/posted'
import { idNumber } from '../privacy/people'

let world: World
beforeAll(async () => {
  world = await loadWorld()
})

const EVENTS: MessageEvent[] = ['notice-opened', 'notice-closing', 'notice-closed', 'calendar-settled']

function templateFor(event: MessageEvent): MessageTemplate {
  const template = world.common.messages.templates.find(one => one.event === event)
  if (template === undefined) throw new Error(`no message for ${event}`)
  return template
}

function sources(event: MessageEvent, changes: Partial<MessageSources> = {}): MessageSources {
  return {
    event,
    template: templateFor(event),
    settings: world.common.messages,
    notice: sourcesOf(world).notice,
    noticeShort: '低收入农户拟认定名单',
    neutral: false,
    now: '2026-10-12T01:00:00.000Z',
    previousLastDay: event === 'calendar-settled' ? '2026-10-12' : undefined,
    ...changes,
  }
}

const dataOf = (event: MessageEvent, changes: Partial<MessageSources> = {}) =>
  messageFor(sources(event, changes))?.data

describe('the messages of a notice', () => {
  test('公示开始提醒 says what, who, until when', () => {
    expect(messageFor(sources('notice-opened'))).toEqual({
      templateId: templateFor('notice-opened').templateId,
      page: 'pages/notice/index?id=notice-0001&from=msg',
      data: {
        thing1: { value: '下章村低收入农户拟认定名单' },
        thing2: { value: '下章村村民委员会' },
        date3: { value: '2026年10月13日' },
        phrase4: { value: '公示中' },
        thing5: { value: '看看和您家有没有关系，有意见可以提' },
      },
    })
  })

  test('公示即将结束提醒 counts today: on the day before the last two days are left', () => {
    expect(dataOf('notice-closing')).toMatchObject({
      date2: { value: '2026年10月13日' },
      number3: { value: '2' },
    })
  })

  test('公示结束通知 claims no result that nobody has entered', () => {
    expect(dataOf('notice-closed')).toMatchObject({
      date2: { value: '2026年10月13日' },
      phrase3: { value: '已结束' },
    })
    expect(dataOf('notice-closed', { outcome: '无异议' })).toMatchObject({ phrase3: { value: '无异议' } })
  })

  test('公示日期确定通知 gives the day before and after', () => {
    expect(dataOf('calendar-settled')).toMatchObject({
      date2: { value: '2026年10月12日' },
      date3: { value: '2026年10月13日' },
    })
  })
})

describe('a matter that a locked screen must not name', () => {
  test('is told in neutral words', () => {
    for (const event of EVENTS) {
      const data = dataOf(event, { neutral: true, noticeShort: '住院补贴公示' })
      expect(data?.thing1).toEqual({ value: '下章村民生补助申请' })
      expect(JSON.stringify(data)).not.toContain('住院')
    }
  })
})

describe('a value longer than WeChat takes', () => {
  test('loses the village first', () => {
    const data = dataOf('notice-opened', { noticeShort: '专项资金补助安排情况公示的第一批项目' })
    expect(data?.thing1).toEqual({ value: '专项资金补助安排情况公示的第一批项目' })
  })

  test('then keeps 19 characters and an ellipsis', () => {
    const data = dataOf('notice-opened', { noticeShort: '一二三四五六七八九十'.repeat(3) })
    expect(data?.thing1).toEqual({ value: '一二三四五六七八九十一二三四五六七八九…' })
  })

  test('of exactly 20 stays whole', () => {
    const notice = { ...sourcesOf(world).notice, publisher: '甲'.repeat(20) }
    expect(dataOf('notice-opened', { notice })?.thing2).toEqual({ value: '甲'.repeat(20) })
  })

  test('a village’s name of more than six characters is left out', () => {
    const notice = { ...sourcesOf(world).notice, unitName: '南白象街道上蔡新村村委会' }
    expect(dataOf('notice-opened', { notice })?.thing1).toEqual({ value: '低收入农户拟认定名单' })
  })

  test('a township’s or department’s notice goes without a village', () => {
    const notice = { ...sourcesOf(world).notice, unitCode: '330304-区民政局', unitName: '区民政局' }
    expect(dataOf('notice-opened', { notice })?.thing1).toEqual({ value: '低收入农户拟认定名单' })
  })
})

describe('a value that is missing', () => {
  test('means no message: a notice without an end has no 截止日期', () => {
    const { notice } = sourcesOf(world, { template: 'policy-file', item: '1/1', rows: [] })
    for (const event of EVENTS) expect(messageFor(sources(event, { notice }))).toBeNull()
  })

  test('is done without where the template has a variant for it', () => {
    const template = {
      ...templateFor('notice-opened'),
      variants: [{ when: '没有截止日期', drop: ['date3'], templateId: 'WITHOUT-DATE' }],
    }
    const { notice } = sourcesOf(world, { template: 'policy-file', item: '1/1', rows: [] })
    const message = messageFor(sources('notice-opened', { template, notice }))
    expect(message?.templateId).toBe('WITHOUT-DATE')
    expect(Object.keys(message?.data ?? {})).toEqual(['thing1', 'thing2', 'phrase4', 'thing5'])
  })

  test('or a result that the template does not list means no message', () => {
    expect(messageFor(sources('notice-closed', { outcome: '大家都满意' }))).toBeNull()
  })
})

describe('whatever a notice is called', () => {
  const LIMITS: Record<string, (value: string) => boolean> = {
    thing: value => value.length >= 1 && value.length <= 20 && !/[\r\n]/.test(value),
    phrase: value => /^[\u4e00-\u9fff]{1,5}$/.test(value),
    date: value => /^\d{4}年\d{1,2}月\d{1,2}日$/.test(value),
    number: value => /^\d{1,32}$/.test(value),
  }
  const fits = ([field, { value }]: [string, { value: string }]) =>
    LIMITS[field.replace(/\d+$/, '')]?.(value) ?? false

  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom('公', '示', '𠮷', '👨‍👩‍👧', ' ', '\n', '{', 'x', '9'), maxLength: 60 }),
  )

  test('each value is within its type’s limit and never empty', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...EVENTS),
        anyText,
        anyText,
        anyText,
        (event, short, publisher, unitName) => {
          const notice = { ...sourcesOf(world).notice, publisher, unitName }
          const message = messageFor(sources(event, { notice, noticeShort: short }))
          return message === null || Object.entries(message.data).every(fits)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('a message is refused only where there is nothing to say', () => {
    const notice = { ...sourcesOf(world).notice, publisher: ' ', unitName: ' ', unitCode: '330304' }
    expect(messageFor(sources('notice-opened', { notice }))).toBeNull()
  })

  test('no number of a person goes out, nor half of a character', () => {
    const publisher = `户主 ${idNumber('330304', '1970-02-28')}`
    const notice = { ...sourcesOf(world).notice, publisher }
    expect(JSON.stringify(dataOf('notice-opened', { notice }))).not.toContain('19700228')
    const cut =
      dataOf('notice-opened', { noticeShort: `${'公'.repeat(18)}${'𠮷'.repeat(5)}` })?.thing1?.value ?? ''
    expect(cut).toBe(`${'公'.repeat(18)}…`)
  })
})
