import * as z from 'zod/mini'
import { role } from '../access/model'
import type { FunctionContract } from './answer'

/** Who the platform says the caller is, and for which units the caller works. */
export const membersContract = {
  me: {
    input: z.object({}),
    answer: z.object({
      signedIn: z.boolean(),
      /** The caller's own number, to tell the officer who is to enter the caller as a cadre. */
      personId: z.nullable(z.string()),
      canReceiveMessages: z.boolean(),
      posts: z.array(
        z.object({
          unit: z.string(),
          unitName: z.string(),
          districtId: z.string(),
          role,
          mayPost: z.boolean(),
          /** True where the office has a desk of applications. */
          handles: z.boolean(),
          /** True where the office sees the register of low-income households, and where it may change it. */
          seesRegister: z.boolean(),
          changesRegister: z.boolean(),
        }),
      ),
    }),
  },
} satisfies FunctionContract
