import { log } from './log'

/**
 * What the work answers, or `otherwise` where it failed, with the failure in the log: one broken document must
 * not hold up all that wait behind it.
 */
export async function orElse<T>(
  otherwise: T,
  about: Record<string, unknown>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    log({ level: 'error', event: 'left-out', ...about, cause })
    return otherwise
  }
}
