import type { applicationsContract } from '../../shared/contract/applications'
import { serve } from '../kit/serve'
import { handlerActions } from './handlers'
import { householdActions } from './household'

/** Applications (办件): made and followed by households, handled step by step by those whose step it is. */
export const main = serve<typeof applicationsContract>({ ...householdActions, ...handlerActions })
