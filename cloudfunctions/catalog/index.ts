import { catalogContract } from '../../shared/contract/catalog'
import { action, serve } from '../kit/serve'
import { districts } from './districts'
import { editions } from './editions'
import { form } from './form'
import { item } from './item'
import { items } from './items'
import { reckon } from './reckon'
import { units } from './units'

/** The public catalog of every district: what must be disclosed, by whom, where, by when. */
export const main = serve<typeof catalogContract>({
  districts: action(catalogContract.districts, districts),
  units: action(catalogContract.units, units),
  items: action(catalogContract.items, items),
  item: action(catalogContract.item, item),
  editions: action(catalogContract.editions, editions),
  form: action(catalogContract.form, form),
  reckon: action(catalogContract.reckon, reckon),
})
