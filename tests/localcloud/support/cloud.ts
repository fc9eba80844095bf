import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import type { Localcloud, LocalcloudOptions } from '../../../localcloud/main'
import { CREDENTIALS, ENV_ID, startLocalcloud } from '../../../localcloud/main'

export const RESIDENT = {
  id: 'resident',
  name_zh: '王阿婆',
  role: 'resident',
  unit: null,
  token: 'token-resident',
  openid: 'o-resident',
}
export const CADRE = {
  id: 'cadre',
  name_zh: '李会计',
  role: 'village-cadre',
  unit: 'v1',
  token: 'token-cadre',
  openid: 'o-cadre',
}
export const WEB_USER = {
  id: 'web',
  name_zh: '张网友',
  role: 'resident',
  unit: null,
  token: 'token-web',
  openid: null,
}

export interface TestCloud extends Localcloud {
  /** The unmodified SDK, pointed at this localcloud. */
  readonly app: ReturnType<typeof tcb.init>
  readonly folder: string
  /** Writes `<name>/index.js` and its `config.json`. */
  addFunction(name: string, code: string, openapi?: string[]): void
  /** Stops and starts again on the same data. */
  restart(changed?: Partial<LocalcloudOptions>): Promise<TestCloud>
}

/** A localcloud in this process on a folder of its own. */
export async function startTestCloud(options: Partial<LocalcloudOptions> = {}): Promise<TestCloud> {
  const folder = mkdtempSync(join(tmpdir(), 'localcloud-test-'))
  return startIn(folder, options)
}

async function startIn(folder: string, options: Partial<LocalcloudOptions>): Promise<TestCloud> {
  const functionsDir = join(folder, 'functions')
  mkdirSync(functionsDir, { recursive: true })
  const cloud = await startLocalcloud({
    dataDir: join(folder, 'data'),
    port: 0,
    h5Dir: join(folder, 'h5'),
    functionsDir,
    cloudbaserc: join(folder, 'cloudbaserc.json'),
    indexManifest: {},
    personas: [RESIDENT, CADRE, WEB_USER],
    templates: [],
    schedule: false,
    ...options,
  })
  return {
    ...cloud,
    folder,
    app: sdkFor(cloud.url),
    addFunction(name, code, openapi = []) {
      mkdirSync(join(functionsDir, name), { recursive: true })
      writeFileSync(join(functionsDir, name, 'index.js'), code)
      writeFileSync(join(functionsDir, name, 'config.json'), JSON.stringify({ permissions: { openapi } }))
    },
    async restart(changed = {}) {
      await cloud.close()
      return startIn(folder, { ...options, ...changed })
    },
    async close() {
      await cloud.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** As in a function's process: without this the SDK looks for a metadata server before every request. */
Object.assign(process.env, {
  TENCENTCLOUD_RUNENV: 'SCF',
  SCF_NAMESPACE: ENV_ID,
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SILENCE: 'true',
})

export function sdkFor(url: string) {
  return tcb.init({ env: ENV_ID, ...CREDENTIALS, serviceUrl: `${url}/admin`, keepalive: true })
}

/** Code and message of the error that a call is refused with. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await call
  } catch (error) {
    const { code = '', message = '' }: { code?: string; message?: string } = Object(error)
    return { code, message }
  }
  throw new Error('the call was not refused')
}
