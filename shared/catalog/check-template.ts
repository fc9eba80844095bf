import type { MaskKind } from '../privacy/mask-kind'
import { placeholdersOf } from './pattern'
import type { NoticeForms, NoticeTemplate } from './template'

/** What is wrong with a form, one Chinese sentence each; empty where all is well. */
export function templateProblems(template: NoticeTemplate, forms: NoticeForms): string[] {
  return [
    ...repeated(template.fields).map(key => `fields 里“${key}”写了两次`),
    ...repeated(template.columns).map(key => `columns 里“${key}”写了两次`),
    ...unknownPlaceholders(template, forms),
    ...unknownRetirements(template),
    ...publicSecrets(template),
  ]
}

function repeated(entries: readonly { key: string }[]): string[] {
  const keys = entries.map(entry => entry.key)
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))]
}

function unknownPlaceholders(template: NoticeTemplate, forms: NoticeForms): string[] {
  const known = new Set([
    ...template.fields.map(field => field.key),
    ...forms.commonFields.map(field => field.key),
    ...Object.keys(forms.builtins),
  ])
  return Object.entries(patternsOf(template)).flatMap(([place, pattern]) =>
    placeholdersOf(pattern)
      .all.filter(name => !known.has(name))
      .map(name => `${place} 里的 {${name}} 不是本模板的字段，也不是系统能填的`),
  )
}

function patternsOf(template: NoticeTemplate): Record<string, string> {
  return {
    titlePattern: template.titlePattern,
    bodyPattern: template.bodyPattern,
    'publicity.sentence': template.publicity.sentence,
    objection: template.objection,
    afterClose: template.afterClose ?? '',
    'plainWords.what': template.plainWords.what,
    'plainWords.aboutMe': template.plainWords.aboutMe,
    'plainWords.until': template.plainWords.until,
    'plainWords.canDo': template.plainWords.canDo,
  }
}

const LIST_PREFIX = 'list.'
const NEVER_PUBLIC: readonly MaskKind[] = ['id', 'phone', 'bank', 'address']

function unknownRetirements(template: NoticeTemplate): string[] {
  const known = new Set([
    ...template.fields.map(field => field.key),
    ...template.columns.map(column => `${LIST_PREFIX}${column.key}`),
  ])
  return template.retireAtClose
    .filter(entry => !known.has(entry))
    .map(entry => `retireAtClose 里的“${entry}”不是本模板的字段或名单列`)
}

/** ID numbers, phones, accounts and addresses are never shown, not even masked (民发〔2021〕57号 §24). */
function publicSecrets(template: NoticeTemplate): string[] {
  return template.columns
    .filter(column => column.public && NEVER_PUBLIC.includes(column.mask))
    .map(column => `名单列“${column.key}”是证号、电话、账号或住址，不能公开`)
}
