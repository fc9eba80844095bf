const BETWEEN_COUNTS = /[，,、；;。\s]+/
const COUNT =
  /^(?:共|其中)?(?:收到|受理|核实|查实|属实|不属实|采纳|未采纳|改动|更正|调整|增加|减少)(?:意见|异议|反映)?\d{1,6}[条件户人次]$/
const NONE = /^(?:公示期内?)?(?:没有|未|无)(?:收到)?(?:意见|异议|反映)$/

/**
 * True for an outcome told in counts and nothing else: 收到2条，核实1条，改动1户; 没有收到意见. Such words are no
 * longer about anybody and may outlive the names.
 */
export function isToldInCounts(text: string): boolean {
  const parts = text.split(BETWEEN_COUNTS).filter(part => part !== '')
  return parts.length > 0 && parts.every(part => COUNT.test(part) || NONE.test(part))
}
