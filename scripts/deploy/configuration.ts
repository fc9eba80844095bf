import * as z from 'zod'

const variables = z.record(z.string(), z.string())

const deployedFunction = z.looseObject({
  name: z.string(),
  handler: z.string(),
  runtime: z.string(),
  memorySize: z.int(),
  timeout: z.int(),
  envVariables: variables,
  triggers: z.array(z.object({ name: z.string(), type: z.literal('timer'), config: z.string() })),
})
export type FunctionSettings = z.infer<typeof deployedFunction>

/** `cloudbaserc.json`: how CloudBase runs each function. */
export const configuration = z.looseObject({
  functionRoot: z.string(),
  functions: z.array(deployedFunction),
})
export type Configuration = z.infer<typeof configuration>

/** What `tcb config pull` writes: of the functions as they are deployed, only the variables matter here. */
export const pulledConfiguration = z.looseObject({
  functions: z._default(
    z.array(z.looseObject({ name: z.string(), envVariables: z.optional(variables) })),
    [],
  ),
})
export type PulledConfiguration = z.infer<typeof pulledConfiguration>

/**
 * Our configuration with the variables that only the cloud has. `tcb fn deploy` overwrites all variables of a
 * function, so what somebody set in the console would be lost; where both have one, ours wins.
 */
export function withDeployedVariables(ours: Configuration, deployed: PulledConfiguration): Configuration {
  const inTheCloud = new Map(deployed.functions.map(({ name, envVariables }) => [name, envVariables ?? {}]))
  return {
    ...ours,
    functions: ours.functions.map(one => ({
      ...one,
      envVariables: { ...inTheCloud.get(one.name), ...one.envVariables },
    })),
  }
}

/** What a deployment does to the variables of the functions, a line each. Values stay unsaid: some are secret. */
export function variableChanges(ours: Configuration, deployed: PulledConfiguration): string[] {
  return ours.functions.flatMap(({ name, envVariables }) => {
    const before = deployed.functions.find(one => one.name === name)?.envVariables ?? {}
    const kept = Object.keys(before).filter(key => !(key in envVariables))
    const set = Object.entries(envVariables).filter(([key, value]) => before[key] !== value)
    return [
      ...kept.map(key => `${name}：保留云上的 ${key}`),
      ...set.map(([key]) => `${name}：${key in before ? '改' : '加'} ${key}`),
    ]
  })
}
