import type { IndexManifest } from '../../../localcloud/store/manifest'
import type { FindOptions } from '../../../localcloud/store/reading'

/** What a localcloud of a small district holds. */
export const DOCUMENTS = 10_000

/** How many notices each unit has, however many there are in all: what a query answers stays the same. */
export const PER_UNIT = 100

const STATUSES = ['published', 'closed', 'draft', 'withdrawn'] as const

export const INDEXES: IndexManifest = {
  notices: [
    {
      name: 'desk',
      keys: [
        ['unitCode', 1],
        ['status', 1],
        ['updatedAt', -1],
      ],
    },
  ],
}

/** The nth of `total` notices; those of one unit lie scattered over all of them. */
export function notice(n: number, total: number) {
  return {
    _id: idOf(n),
    unitCode: unitOf(n % (total / PER_UNIT)),
    status: STATUSES[Math.floor(n / (total / PER_UNIT)) % STATUSES.length] ?? 'draft',
    updatedAt: new Date(Date.UTC(2026, 0, 1) + ((n * 7919) % 1_000_003) * 1000).toISOString(),
    title: `第 ${n} 号公示：最低生活保障对象名单`,
    body: '经村民代表评议、镇政府审核，现将下列事项予以公示，公示期内欢迎监督，如有异议请向村务监督委员会反映。',
    version: 1,
  }
}

export function idOf(n: number): string {
  return `notice-${String(n).padStart(7, '0')}`
}

export function unitOf(n: number): string {
  return `33030${1_000_000 + n}`
}

/** The rows of a page of a unit's desk. */
export const PAGE = 20

/** The first page of the nth unit's published notices, newest first: answered by the index alone. */
export function deskOf(n: number, total: number): FindOptions {
  return {
    query: { unitCode: unitOf(n % (total / PER_UNIT)), status: 'published' },
    sort: [{ name: 'updatedAt', path: ['updatedAt'], direction: -1 }],
    limit: PAGE,
  }
}
