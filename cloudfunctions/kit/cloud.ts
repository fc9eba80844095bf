import tcb from '@cloudbase/node-sdk'

let app: tcb.CloudBase | undefined

/** CloudBase of the environment the function runs in; made on first use, kept for the instance's life. */
export function cloud(): tcb.CloudBase {
  app ??= tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })
  return app
}

/** The platform's word on who calls: never read from the event, never from `process.env` (calls overlap). */
export function platformContext(context: tcb.IContextParam): tcb.ICompleteCloudbaseContext {
  return tcb.getCloudbaseContext(context)
}
