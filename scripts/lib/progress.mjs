const STILL_AT_IT_MS = 15_000

/** Says what begins, every 15 seconds that it goes on, and how long it took. Answers what `work` answers. */
export async function phase(title, work) {
  const began = Date.now()
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} 秒`
  console.log(`… ${title}`)
  const stillAtIt = setInterval(() => console.log(`  还在${title}，已经 ${seconds()}`), STILL_AT_IT_MS)
  try {
    const answer = await work()
    console.log(`✓ ${title}：${seconds()}`)
    return answer
  } catch (error) {
    console.log(`✗ ${title}：${seconds()}`)
    throw error
  } finally {
    clearInterval(stillAtIt)
  }
}
