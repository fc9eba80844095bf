/** Production's limits, in force by default. */
export const limits = {
  /** Text of one function call, in and out of `callFunction`. */
  callBytes: 100 * 1024,
  /** A request to the database or storage. MongoDB's own limit for a document. */
  adminBytes: 16 * 1024 * 1024,
  /** A file put into storage. */
  fileBytes: 50 * 1024 * 1024,
} as const
