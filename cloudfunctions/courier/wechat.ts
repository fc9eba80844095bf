import * as z from 'zod/mini'
import { type Attempt, attemptOf } from '../../shared/subscription/attempt'
import { log } from '../kit/log'
import type { Message } from './compose'

const miniprogramState = z.enum(['formal', 'trial', 'developer'])
const answer = z.object({ errCode: z.number() })

export type Send = (message: Message) => Promise<Attempt>

let loading: Promise<Send> | undefined

/** The way to WeChat. Its own SDK is over a megabyte, so it is loaded only when there is something to send. */
export function wechatSender(): Promise<Send> {
  loading ??= loadSender()
  return loading
}

async function loadSender(): Promise<Send> {
  const { default: wechat } = await import('wx-server-sdk')
  // Its typings know a text only where its documentation asks for this symbol.
  Reflect.apply(wechat.init, wechat, [{ env: wechat.DYNAMIC_CURRENT_ENV }])
  const opens = versionToOpen()
  return async ({ openId, templateId, page, data }) => {
    try {
      const sent = await wechat.openapi.subscribeMessage.send({
        touser: openId,
        templateId,
        page,
        data,
        lang: 'zh_CN',
        miniprogramState: opens,
      })
      return attemptOf(answer.parse(sent).errCode)
    } catch (error) {
      return attemptAfter(error)
    }
  }
}

/** The version of the mini-program that a message opens. A slip would open the released one unnoticed. */
function versionToOpen() {
  const named = miniprogramState.safeParse(process.env.MINIPROGRAM_STATE ?? 'formal')
  if (named.success) return named.data
  throw new Error(`MINIPROGRAM_STATE has to be one of ${miniprogramState.options.join(', ')}`)
}

function attemptAfter(error: unknown): Attempt {
  const coded = answer.safeParse(error)
  const attempt: Attempt = coded.success ? attemptOf(coded.data.errCode) : { answered: false }
  if (!attempt.answered) log({ level: 'warn', event: 'wechat-silent', cause: error })
  return attempt
}
