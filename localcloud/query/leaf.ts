import type { Value } from '../values/value'

/** Tests one value that a path reached; `undefined` is a missing field, an array comes as a whole. */
export type LeafTest = (leaf: Value | undefined) => boolean
