import * as z from 'zod/mini'
import type { Attempt } from '../../shared/subscription/attempt'
import { log } from '../kit/log'
import type { Message } from './compose'

const miniprogramState = z.enum(['formal', 'trial', 'developer'])
const answer = z.object({ errCode: z.number() })

type Send = (message: Message) => Promise<Attempt>

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
  const state = miniprogramState.safeParse(process.env.MINIPROGRAM_STATE)
  return async ({ openId, templateId, page, data }) => {
    try {
      const sent = await wechat.openapi.subscribeMessage.send({
        touser: openId,
        templateId,
        page,
        data,
        lang: 'zh_CN',
        miniprogramState: state.success ? state.data : 'formal',
      })
      return { answered: true, errcode: answer.parse(sent).errCode }
    } catch (error) {
      return attemptOf(error)
    }
  }
}

/** WeChat's codes are positive, or -1 for a busy system; the SDK's own codes for a lost request are others. */
function attemptOf(error: unknown): Attempt {
  const coded = answer.safeParse(error)
  const isAnswer = coded.success && (coded.data.errCode > 0 || coded.data.errCode === -1)
  if (isAnswer) return { answered: true, errcode: coded.data.errCode }
  log({ level: 'warn', event: 'wechat-silent', cause: error })
  return { answered: false }
}
