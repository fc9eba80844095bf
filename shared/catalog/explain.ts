import type * as z from 'zod/mini'

type Issue = z.core.$ZodIssue

const KIND: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组“栏: 值”',
  record: '一组“栏: 值”',
}

/** Says in Chinese what a piece of district data should have been. */
export function explainIssue(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? '缺这一栏，请补上'
        : `应当是${KIND[issue.expected] ?? issue.expected}`
    case 'unrecognized_keys':
      return `不认识的栏：${issue.keys.join('、')}；请删去或改正拼写`
    case 'invalid_value':
      return `只能填：${issue.values.map(String).join('、')}`
    case 'invalid_union':
      return '写法不对，请对照别的条目的栏目'
    case 'too_small':
    case 'too_big':
      return hasOwnWords(issue) ? issue.message : '太少、太短或者太小、太多，请对照别的条目'
    default:
      return hasOwnWords(issue) ? issue.message : '写法不对，请对照别的条目'
  }
}

/** The deepest place an issue points at: for an unknown key, the key itself. */
export function placeOf(issue: Issue): readonly PropertyKey[] {
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  return unknownKey === undefined ? issue.path : [...issue.path, unknownKey]
}

function hasOwnWords(issue: Issue): boolean {
  return issue.message !== '' && !/^Invalid|^Unrecognized/.test(issue.message)
}
