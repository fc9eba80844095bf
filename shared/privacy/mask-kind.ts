import * as z from 'zod/mini'

/** How a cell is hidden from the public; `none` shows it as it is. */
export const maskKind = z.enum(['none', 'name', 'id', 'phone', 'bank', 'address'])
export type MaskKind = z.infer<typeof maskKind>
