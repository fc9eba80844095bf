import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { CannotStart } from '../store/openDatabase'
import { messageOf } from '../values/errors'

const triggerSchema = z.object({ name: z.string(), type: z.literal('timer'), config: z.string() })

const functionSchema = z.object({
  name: z.string(),
  /** Seconds, 1 to 60. */
  timeout: z._default(z.number().check(z.gte(1), z.lte(60)), 5),
  /** Megabytes. */
  memorySize: z._default(z.number().check(z.gte(128), z.lte(2048)), 256),
  envVariables: z._default(z.record(z.string(), z.string()), {}),
  triggers: z._default(
    z
      .array(triggerSchema)
      .check(z.maxLength(1, '一个云函数只能有一个定时触发器 / a function has at most one timer')),
    [],
  ),
})

const cloudbasercSchema = z.object({ functions: z._default(z.array(functionSchema), []) })

/** How one function is deployed, as `cloudbaserc.json` says it. At most one timer each, as on the platform. */
export type FunctionConfig = z.infer<typeof functionSchema>

/** @throws CannotStart when the file exists and says something that the platform would refuse */
export function readFunctionConfigs(file: string): FunctionConfig[] {
  if (!existsSync(file)) return []
  try {
    return cloudbasercSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).functions
  } catch (error) {
    const reason = error instanceof z.core.$ZodError ? z.prettifyError(error) : messageOf(error)
    throw new CannotStart(`部署配置 ${file} 读不懂：${reason} / cannot read ${file}`)
  }
}

export function defaultFunctionConfig(name: string): FunctionConfig {
  return functionSchema.parse({ name })
}
