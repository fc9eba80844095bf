import { fitsField, isKnownFieldType } from '../../../localcloud/wechat/fieldLimits'

test.each([
  ['thing1', '低保对象审核确认结果公示', true],
  ['thing1', '一'.repeat(20), true],
  ['thing1', '一'.repeat(21), false],
  ['thing1', '', false],
  ['number2', '12.5', true],
  ['number2', '12户', false],
  ['letter3', 'ABC', true],
  ['letter3', 'A1', false],
  ['symbol4', '※', true],
  ['symbol4', '******', false],
  ['symbol4', 'ab', false],
  ['character_string5', 'GS-2026-001', true],
  ['character_string5', '公示1号', false],
  ['character_string5', 'x'.repeat(33), false],
  ['time6', '15:01', true],
  ['time6', '2026年10月8日 15:01', true],
  ['time6', '25:01', false],
  ['time6', '09:00~17:30', true],
  ['date7', '2026年10月8日', true],
  ['date7', '2026-10-08', true],
  ['date7', '2026年10月8日 15:01', true],
  ['date7', '2026年10月8日~2026年10月16日', true],
  ['date7', '2026年2月30日', false],
  ['date7', '明天', false],
  ['amount8', '100.5元', true],
  ['amount8', '12345678901元', false],
  ['phone_number9', '0577-88888888', true],
  ['phone_number9', '1'.repeat(18), false],
  ['name10', '王小明', true],
  ['name10', '一'.repeat(11), false],
  ['name10', 'Alexander', true],
  ['name10', 'A'.repeat(21), false],
  ['phrase11', '公示结束', true],
  ['phrase11', '公示已经结束', false],
  ['phrase11', '公示A', false],
  ['phrase11', '3天', false],
])('%s takes %j: %s', (field, value, expected) => {
  expect(isKnownFieldType(field)).toBe(true)
  expect(fitsField(field, value)).toBe(expected)
})

test('a type that WeChat does not have is not known', () => {
  expect(isKnownFieldType('title1')).toBe(false)
  expect(isKnownFieldType('thing')).toBe(false)
})
