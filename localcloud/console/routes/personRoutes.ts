import * as z from 'zod/mini'
import { OFFICES } from '../../options'
import { ANONYMOUS, personaSchema, personIdOf } from '../../personas'
import { savePersona } from '../../savedPersonas'
import type { Services } from '../../services'
import { InvalidParam } from '../../values/errors'
import { faultSchema } from '../../wechat/faults'
import { templateSchema } from '../../wechat/templates'
import type { Route } from '../route'
import { check } from '../route'

type PersonServices = Pick<Services, 'personas' | 'mailbox' | 'templates' | 'faults' | 'store' | 'documents'>

const text = z.string().check(z.minLength(1))
const newPersonaSchema = z.extend(personaSchema, {
  /** The office that the person holds from now on. */
  office: z.optional(z.object({ unit: text, role: text })),
})
const results = z.record(z.string(), z.enum(['accept', 'reject', 'ban', 'filter', 'acceptWithAudio']))
const ownConsentSchema = z.object({ results })
const consentSchema = z.object({ persona: z.string(), results })

/** The identities, and what WeChat holds for each of them. */
export function personRoutes(services: PersonServices): Route[] {
  const { personas, mailbox, templates, faults } = services
  const openidIn = (url: URL) => openidOf(services, url.searchParams.get('persona'))
  return [
    ['GET personas', () => personas.list()],
    ['POST personas', async ({ body }) => addPersona(services, await body())],
    ['GET inbox', ({ url }) => mailbox.inbox(openidIn(url))],
    ['GET wechat/credits', ({ url }) => mailbox.credits(openidIn(url))],
    ['POST wechat/consent', async ({ body }) => consentOf(services, await body())],
    ['POST consent', async ({ body, authorization }) => ownConsent(services, await body(), authorization)],
    ['GET wechat/templates', () => templates],
    ['POST wechat/templates', async ({ body }) => registerTemplates(services, await body())],
    ['GET wechat/faults', () => faults.current],
    ['POST wechat/faults', async ({ body }) => setFaults(services, await body())],
  ]
}

/** Adds somebody for good, and the office where one is named: what they may do is decided by that document. */
async function addPersona({ personas, store, documents }: PersonServices, body: unknown) {
  const { office, ...persona } = check(newPersonaSchema, body)
  const owner = personas.byToken(persona.token)
  if (persona.id === ANONYMOUS.id || (owner && owner.id !== persona.id)) {
    throw new InvalidParam(`代号 ${persona.id} 不能用，请换一个 / the id ${persona.id} is taken`)
  }
  if (office) {
    const personId = personIdOf(persona)
    const document = { _id: `${personId}|${office.unit}`, personId, ...office, until: null }
    await documents.importDocuments(OFFICES, [document])
  }
  await store.commits.run(() => savePersona(store, persona))
  personas.add(persona)
  return persona
}

function registerTemplates({ templates }: PersonServices, body: unknown): void {
  for (const template of check(z.array(templateSchema), body)) {
    const at = templates.findIndex(({ templateId }) => templateId === template.templateId)
    if (at >= 0) templates[at] = template
    else templates.push(template)
  }
}

async function consentOf(services: PersonServices, body: unknown) {
  const { persona, results: tapped } = check(consentSchema, body)
  const openid = openidOf(services, persona)
  for (const [templateId, result] of Object.entries(tapped)) {
    const template = services.templates.find(other => other.templateId === templateId)
    if (!template) throw new InvalidParam(`没有模板 ${templateId} / no template ${templateId}`)
    // WeChat filters a template with the title of another one: nothing was asked, nothing gained.
    if (result === 'filter') continue
    await services.mailbox.recordConsent(openid, template, result === 'acceptWithAudio' ? 'accept' : result)
  }
  return services.mailbox.credits(openid)
}

/** The web app's stand-in for `wx.requestSubscribeMessage`: the person is the one of the token. */
async function ownConsent(services: PersonServices, body: unknown, authorization: string) {
  const persona = services.personas.byToken(authorization.replace(/^Bearer\s+/i, ''))
  if (!persona) throw new InvalidParam('没有这个身份 / the token is not valid')
  const tapped = check(ownConsentSchema, body)
  return { ok: true, credits: await consentOf(services, { persona: persona.id, ...tapped }) }
}

function setFaults({ faults }: PersonServices, body: unknown) {
  faults.set(check(faultSchema, body))
  return faults.current
}

/** @throws InvalidParam for somebody who is not in WeChat */
function openidOf({ personas }: PersonServices, personaId: string | null): string {
  const persona = personas.byId(personaId ?? '')
  if (!persona) throw new InvalidParam(`没有身份 ${personaId} / no persona ${personaId}`)
  if (!persona.openid)
    throw new InvalidParam(`${persona.name_zh} 不是微信用户 / ${persona.id} is not a WeChat user`)
  return persona.openid
}
