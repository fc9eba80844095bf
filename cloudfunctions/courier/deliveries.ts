import { delivery } from '../../shared/subscription/model'
import { documents } from '../kit/documents'

export const deliveries = documents('deliveries', delivery)
