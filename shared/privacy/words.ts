import type { FindingKind } from './scan'

/** What to do about a finding, for the person who wrote it. */
export const FINDING_WORDS: Record<FindingKind, (excerpt: string) => string> = {
  id: excerpt => `这里有身份证号（${excerpt}）。公示里不能有，请删掉`,
  mobile: excerpt => `这里有手机号（${excerpt}）。公示里不写个人电话，请删掉`,
  landline: excerpt => `这里有电话（${excerpt}）。办公电话请填在电话那一栏，个人电话请删掉`,
  bank: excerpt => `这里有银行卡号或账号（${excerpt}）。公示里不能有，请删掉`,
  diagnosis: excerpt => `这里写了病情或残疾（${excerpt}）。公示里不能有，请删掉`,
  health: excerpt => `这里写了和病、残有关的字（${excerpt}）。名单里不写，请删掉`,
  minor: excerpt => `这里写了孩子的信息（${excerpt}）。名单里不列未成年人，请删掉`,
}
