import { useCallback, useEffect, useRef, useState } from 'react'
import { type Problem, problemOf } from '../../cloud/errors'
import type { DistrictChoice, Unit } from './units'

/** Where the names of places come from. */
export type UnitSource = {
  districts: () => Promise<DistrictChoice[]>
  units: (districtId: string) => Promise<Unit[]>
}

/** Loads once when the list opens, and again on `retry`. */
export function useUnits<T>(load: () => Promise<T>) {
  const [loaded, setLoaded] = useState<T | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const latest = useRef(load)
  latest.current = load

  const retry = useCallback(() => {
    setProblem(null)
    latest.current().then(setLoaded, error => setProblem(problemOf(error)))
  }, [])

  useEffect(retry, [retry])
  return { loaded, problem, retry }
}
