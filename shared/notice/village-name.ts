const COMMITTEE = /(?:村民委员会|居民委员会|村委会|居委会)$/

/**
 * The village in the name of its committee, as people and titles say it.
 * @example villageNameOf('净水村委会') // '净水村'
 * @example villageNameOf('后村村委会') // '后村'
 */
export function villageNameOf(unitName: string): string {
  const name = unitName.trim()
  const stem = name.replace(COMMITTEE, '')
  const isRegisteredName = stem !== name && stem !== ''
  if (!isRegisteredName) return name
  return /(?:村|社区)$/.test(stem) ? stem : stem + placeWord(name)
}

function placeWord(registeredName: string): string {
  return /(?:居民委员会|居委会)$/.test(registeredName) ? '社区' : '村'
}
