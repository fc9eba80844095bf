import { useState } from 'react'
import type { DataOf } from '../../../shared/contract'
import { call } from '../../cloud/call'
import type { Problem } from '../../cloud/errors'
import { places, useHomeUnit } from '../../cloud/places'
import { type Loaded, useLoaded } from '../../cloud/use-loaded'
import type { DistrictChoice } from '../../components/UnitPicker/units'
import { useUnits } from '../../components/UnitPicker/use-units'

export type CatalogPage = DataOf<'catalog', 'items'>

/** A district's catalog of today; with a word, the items that have it somewhere in their row. */
export function useCatalog(district: string | null, word = ''): Loaded<CatalogPage> {
  const key = district === null ? null : `catalog:${district}:${word}`
  return useLoaded(key, () =>
    call('catalog', 'items', { district: district ?? '', ...(word ? { word } : {}) }),
  )
}

export type ChosenDistrict = {
  districts: DistrictChoice[] | null
  district: DistrictChoice | null
  choose: (id: string) => void
  problem: Problem | null
  retry: () => void
}

/** The district whose catalog is read: the one chosen here, else the one of the home unit, else the first. */
export function useDistrict(asked: string | null = null): ChosenDistrict {
  const { loaded: districts, problem, retry } = useUnits(places.districts)
  const home = useHomeUnit()
  const [chosen, choose] = useState(asked)
  const wanted = chosen ?? home?.districtId
  const district = districts?.find(({ id }) => id === wanted) ?? districts?.[0] ?? null
  return { districts, district, choose, problem, retry }
}
