import { startTrialCloud } from '../../scripts/trial/cloud'

/** localcloud in a process of its own, for `startWorld`: says its address, and goes when its parent goes. */
async function run(dataDir: string): Promise<void> {
  const { cloud } = await startTrialCloud({ dataDir, port: 0, schedule: false })
  process.once('disconnect', () => {
    cloud.close().finally(() => process.exit())
  })
  process.send?.({ address: cloud.url })
}

run(process.argv[2] ?? '').catch(error => {
  console.error(error)
  process.exit(1)
})
