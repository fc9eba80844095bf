import Taro from '@tarojs/taro'

/** One of localcloud's trial identities, as it lists them. */
export type TrialIdentity = { id: string; name: string; roleName: string; token: string }

const KEY = 'trial-identity'

/** The identity a person took in a trial build; nobody's in every other build. */
export function trialIdentity(): TrialIdentity | null {
  return TRIAL ? Taro.getStorageSync<TrialIdentity | ''>(KEY) || null : null
}

export function trialToken(): string {
  return trialIdentity()?.token ?? ''
}

export function takeTrialIdentity(identity: TrialIdentity | null): void {
  if (identity) Taro.setStorageSync(KEY, identity)
  else Taro.removeStorageSync(KEY)
}

type Persona = { id: string; name_zh: string; role: string; token: string; openid: string | null }

/** The persons localcloud offers; its visitor is nobody, which a trial has as a choice of its own. */
export async function trialIdentities(): Promise<TrialIdentity[]> {
  const { data } = await Taro.request<Persona[]>({ url: '/console/api/personas' })
  const persons = data.filter(persona => persona.openid !== null)
  return persons.map(({ id, name_zh, role, token }) => ({ id, name: name_zh, roleName: role, token }))
}
