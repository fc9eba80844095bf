/** The clock of everything inside localcloud: real time plus an offset that the console sets. */
export class MovedClock {
  private offset: number
  private previousOffset: number

  constructor(offsetMs = 0) {
    this.offset = offsetMs
    this.previousOffset = offsetMs
  }

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + this.offset
  }

  nowIso(): string {
    return new Date(this.now()).toISOString()
  }

  get offsetMs(): number {
    return this.offset
  }

  /** Sets the time, which ticks on from there; `null` goes back to real time. */
  set(instantMs: number | null): void {
    this.previousOffset = this.offset
    this.offset = instantMs === null ? 0 : instantMs - Date.now()
  }

  /**
   * Whether somebody with a right clock may have said this time lately. A caller outside lives in real time;
   * a function that was running when the clock was set still lives in the time before.
   */
  isPlausible(instantMs: number, toleranceMs: number): boolean {
    const real = Date.now()
    const times = [real, real + this.offset, real + this.previousOffset]
    return times.some(time => Math.abs(time - instantMs) <= toleranceMs)
  }
}
