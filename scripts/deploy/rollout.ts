import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ErrorForPeople } from '../lib/for-people'
import {
  type Configuration,
  pulledConfiguration,
  variableChanges,
  withDeployedVariables,
} from './configuration'

/** Runs CloudBase's own command line; rejects where it fails. */
export type Tcb = (args: string[]) => Promise<void>

export type Rollout = {
  env: string
  configuration: Configuration
  /** A folder for the files that are handed to the command line. */
  folder: string
  webApp: string
  /** True where the environment has none of the functions yet, so that there are no variables to keep. */
  first: boolean
}

/** The commands that `rollOut` runs, in order, for people to read. */
export function commandsOf(rollout: Rollout): string[][] {
  return [...(rollout.first ? [] : [pullCommand(rollout)]), ...deployCommands(rollout)]
}

/** Deploys functions and web app, keeping every variable that somebody set in the cloud. */
export async function rollOut(rollout: Rollout, tcb: Tcb, say: (line: string) => void): Promise<void> {
  mkdirSync(rollout.folder, { recursive: true })
  const deployed = rollout.first ? { functions: [] } : await pullVariables(rollout, tcb)
  for (const line of variableChanges(rollout.configuration, deployed)) say(line)
  const merged = withDeployedVariables(rollout.configuration, deployed)
  const functionRoot = resolve(rollout.configuration.functionRoot)
  writeJson(configFile(rollout), { ...merged, envId: rollout.env, functionRoot })
  for (const command of deployCommands(rollout)) await tcb(command)
}

async function pullVariables(rollout: Rollout, tcb: Tcb) {
  writeJson(pulledFile(rollout), { version: '2.0', envId: rollout.env, functions: [] })
  try {
    await tcb(pullCommand(rollout))
    return pulledConfiguration.parse(JSON.parse(readFileSync(pulledFile(rollout), 'utf8')))
  } catch (cause) {
    throw new ErrorForPeople(
      '读不到云上现有的环境变量，为了不弄丢它们，没有部署。请先 tcb login；环境里还没有这些函数的，加 --first。',
      { cause },
    )
  }
}

function pullCommand(rollout: Rollout): string[] {
  const names = rollout.configuration.functions.map(({ name }) => name)
  return ['config', 'pull', 'fn', ...names, '-e', rollout.env, '-o', pulledFile(rollout), '--yes']
}

function deployCommands(rollout: Rollout): string[][] {
  const { env, webApp } = rollout
  return [
    ['--config-file', configFile(rollout), 'fn', 'deploy', '--all', '--force', '--yes', '-e', env],
    ['hosting', 'deploy', webApp, '-e', env],
  ]
}

const pulledFile = ({ folder }: Rollout) => join(folder, 'pulled.json')
const configFile = ({ folder }: Rollout) => join(folder, 'cloudbaserc.json')

function writeJson(file: string, value: object): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)
}
