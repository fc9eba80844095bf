import * as z from 'zod'
import { startTrialCloud } from '../../scripts/trial/cloud'

const bundles = z.object({ functionsDir: z.optional(z.string()), cloudbaserc: z.optional(z.string()) })

/** localcloud in a process of its own, for `startWorld`: says its address, and goes when its parent goes. */
async function run(dataDir: string, options: string): Promise<void> {
  const { cloud } = await startTrialCloud({
    ...bundles.parse(JSON.parse(options)),
    dataDir,
    port: 0,
    schedule: false,
  })
  process.once('disconnect', () => {
    cloud.close().finally(() => process.exit())
  })
  process.send?.({ address: cloud.url })
}

run(process.argv[2] ?? '', process.argv[3] ?? '{}').catch(error => {
  console.error(error)
  process.exit(1)
})
