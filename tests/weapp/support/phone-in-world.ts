import { request } from 'node:http'
import { personaNamed } from '../../../scripts/trial/personas'
import type { World } from '../../support/world'
import { startPhone } from './phone'

const APP = 'dist/weapp'

/** The compiled app on the phone of a trial identity; its functions are those of the world. */
export function phoneOf(world: World, personaId: string) {
  const { token } = personaNamed(personaId)
  return startPhone({
    dist: APP,
    callFunction: (name, data) => world.client.call(name, token, data),
    request: overHttp,
    onAccepted: templateIds =>
      world.consentInWechat(personaId, Object.fromEntries(templateIds.map(id => [id, 'accept']))),
  })
}

/** `wx.request` with node's own client: the DOM of the simulator hides `fetch`. */
function overHttp(options: Record<string, unknown>): Promise<{ statusCode: number; data: unknown }> {
  const { url, method, header, data } = options
  return new Promise((resolve, reject) => {
    const sending = request(
      String(url),
      { method: String(method), headers: { ...Object(header) } },
      answer => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', piece => {
          text += piece
        })
        answer.on('end', () => resolve({ statusCode: answer.statusCode ?? 0, data: text }))
      },
    )
    sending.on('error', () => reject({ errMsg: 'request:fail' }))
    if (data instanceof ArrayBuffer) sending.write(Buffer.from(data))
    sending.end()
  })
}
