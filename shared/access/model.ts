import * as z from 'zod/mini'

/**
 * cadre: posts for a unit and takes its steps (村干部 or a department's clerk). handler: takes steps of applications
 * and posts nothing (村民小组长、评议小组组长). reviewer: checks what a township's villages post.
 * officer: answers for a district. supervisor: 监督员, sees who is late. Everybody else is a resident.
 */
export const role = z.enum(['cadre', 'handler', 'reviewer', 'officer', 'supervisor'])
export type Role = z.infer<typeof role>

/** A person's office at a unit. `until` is set when it ended; history keeps the rest. */
export const post = z.object({
  _id: z.string(),
  personId: z.string(),
  unit: z.string(),
  role,
  until: z.nullable(z.string()),
  /**
   * The bodies of the procedures in whose name the person acts at the unit (评议小组); absent: every one that the
   * unit may be.
   */
  bodies: z.optional(z.array(z.string())),
})
export type Post = z.infer<typeof post>
