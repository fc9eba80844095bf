import { noticesContract } from '../../shared/contract/notices'
import { action, serve } from '../kit/serve'
import { desk } from './desk'
import { draft } from './draft'
import { get } from './get'
import { list } from './list'
import { open } from './open'
import { preview } from './preview'
import { publish } from './publish'
import { search } from './search'

/** Notices: read by everybody, written by the cadres of their unit. */
export const main = serve<typeof noticesContract>({
  list: action(noticesContract.list, list),
  get: action(noticesContract.get, get),
  search: action(noticesContract.search, search),
  draft: action(noticesContract.draft, draft),
  open: action(noticesContract.open, open),
  desk: action(noticesContract.desk, desk),
  preview: action(noticesContract.preview, preview),
  publish: action(noticesContract.publish, publish),
})
