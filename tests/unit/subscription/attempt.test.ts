import {
  type Attempt,
  attemptOf,
  type Circumstance,
  judgeAttempt,
  judgeUnsent,
} from '../../../shared/subscription/attempt'

const NOW = '2026-09-28T01:00:00.000Z'
/** 09:00 in Beijing on the day after NOW. */
const NEXT_MORNING = '2026-09-29T01:00:00.000Z'

function judge(attempt: Attempt, circumstance: Partial<Circumstance> = {}) {
  const usual = { now: NOW, attempts: 1, outcomeUnknown: false, lastCredit: false }
  return judgeAttempt(attempt, { ...usual, ...circumstance })
}
const answered = (errcode: number): Attempt => ({ answered: true, errcode })
const SILENCE: Attempt = { answered: false }

describe('an answer of WeChat that ends a delivery', () => {
  it('0 is sent', () => {
    expect(judge(answered(0))).toEqual({ next: 'final', state: 'sent', reason: 'ok', clearCredit: false })
  })

  it('43101, not subscribed or used up, is refused and clears the credit', () => {
    expect(judge(answered(43101))).toEqual({
      next: 'final',
      state: 'refused',
      reason: '43101',
      clearCredit: true,
    })
  })

  it.each([
    [40003, 'a bad openid'],
    [40037, 'a bad template'],
    [47003, 'a bad argument'],
    [45168, 'a sensitive word'],
    [40038, 'the day’s cap of a long-term template for this person'],
  ])('%i, %s, has failed and leaves the credit', errcode => {
    expect(judge(answered(errcode))).toEqual({
      next: 'final',
      state: 'failed',
      reason: String(errcode),
      clearCredit: false,
    })
  })

  it.each([0, 43101, 40003, 40037, 47003, 45168, 40038])('%i ends it at the eighth attempt too', errcode => {
    expect(judge(answered(errcode), { attempts: 8 }).next).toBe('final')
  })
})

describe('an answer of WeChat after which it is tried again', () => {
  it.each([
    [-1, 'WeChat is busy'],
    [40001, 'the token is out of date'],
    [40014, 'the token is wrong'],
    [43108, 'another message is being sent to this person'],
    [40163, 'a code that its documentation does not name'],
  ])('%i, %s: a minute later', errcode => {
    expect(judge(answered(errcode))).toEqual({
      next: 'again',
      at: '2026-09-28T01:01:00.000Z',
      reason: String(errcode),
    })
  })

  it.each([
    [1, '2026-09-28T01:01:00.000Z'],
    [2, '2026-09-28T01:02:00.000Z'],
    [3, '2026-09-28T01:04:00.000Z'],
    [6, '2026-09-28T01:32:00.000Z'],
    [7, '2026-09-28T02:00:00.000Z'],
  ])('after attempt %i at %s', (attempts, at) => {
    expect(judge(answered(-1), { attempts })).toMatchObject({ next: 'again', at })
  })

  it('the eighth attempt is the last', () => {
    expect(judge(answered(-1), { attempts: 8 })).toEqual({
      next: 'final',
      state: 'failed',
      reason: '-1',
      clearCredit: false,
    })
  })
})

describe('an answer after which nothing of the account goes out', () => {
  it.each([
    [45009, 'the day’s quota is used up'],
    [43107, 'the account may not send'],
  ])('%i, %s: until the next morning at nine in Beijing, however often', errcode => {
    const stop = { next: 'stop', at: NEXT_MORNING, reason: String(errcode) }
    expect(judge(answered(errcode))).toEqual(stop)
    expect(judge(answered(errcode), { attempts: 9 })).toEqual(stop)
  })

  it('half an hour after midnight in Beijing it waits for the morning after', () => {
    expect(judge(answered(45009), { now: '2026-09-27T16:30:00.000Z' })).toMatchObject({ at: NEXT_MORNING })
  })

  it.each([
    [-604100, 'there is no such interface'],
    [-604101, 'the function has no permission for it'],
    [-604104, 'the function may not be called from here'],
  ])('%i, %s: for ten minutes, since it is mended in the deployment', errcode => {
    const stop = { next: 'stop', at: '2026-09-28T01:10:00.000Z', reason: String(errcode) }
    expect(judge(answered(errcode))).toEqual(stop)
    expect(judge(answered(errcode), { attempts: 9, outcomeUnknown: true })).toEqual(stop)
  })
})

describe('a code', () => {
  it.each([0, 43101, 47003, 45009, -1, -604100, -604101, -604104])(
    '%i tells whether the message went out',
    errcode => {
      expect(attemptOf(errcode)).toEqual({ answered: true, errcode })
    },
  )

  it.each([
    [-604102, 'the platform’s own time-out'],
    [-604103, 'the platform’s own error'],
    [-501001, 'an error of the cloud'],
    [-404012, 'a lost connection'],
  ])('%i, %s, leaves it open', errcode => {
    expect(attemptOf(errcode)).toEqual(SILENCE)
  })
})

describe('a failure before WeChat was asked', () => {
  it('is tried again, a minute later at first', () => {
    expect(judgeUnsent({ now: NOW, attempts: 1 })).toEqual({
      next: 'again',
      at: '2026-09-28T01:01:00.000Z',
      reason: 'left-out',
    })
  })

  it('has failed the eighth time', () => {
    expect(judgeUnsent({ now: NOW, attempts: 8 })).toMatchObject({
      next: 'final',
      state: 'failed',
      reason: 'left-out',
    })
  })
})

describe('no answer: the message may have gone out', () => {
  it('is tried again with the last credit, since a second send of it would be refused', () => {
    expect(judge(SILENCE, { lastCredit: true })).toEqual({
      next: 'again',
      at: '2026-09-28T01:01:00.000Z',
      reason: 'no-answer',
    })
  })

  it('is not tried again with more credits: told twice is worse than told by the page alone', () => {
    expect(judge(SILENCE)).toEqual({
      next: 'final',
      state: 'failed',
      reason: 'no-answer',
      clearCredit: false,
    })
  })

  it('ends at the eighth silence', () => {
    expect(judge(SILENCE, { lastCredit: true, attempts: 8 })).toMatchObject({
      next: 'final',
      state: 'failed',
    })
  })

  it('and then 43101: the first one went out', () => {
    expect(judge(answered(43101), { attempts: 2, outcomeUnknown: true })).toEqual({
      next: 'final',
      state: 'sent',
      reason: '43101',
      clearCredit: true,
    })
  })

  it('and then 0: the first one had not', () => {
    expect(judge(answered(0), { attempts: 2, outcomeUnknown: true })).toMatchObject({ state: 'sent' })
  })
})
