/** The clock of everything inside localcloud: real time plus an offset, or a moment at which it stands still. */
export class MovedClock {
  private offset: number
  private previousOffset: number
  private standsAt: number | null

  constructor({ offsetMs, standsAt }: { offsetMs: number; standsAt: number | null }) {
    this.offset = offsetMs
    this.previousOffset = offsetMs
    this.standsAt = standsAt
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.standsAt ?? Date.now() + this.offset
  }

  nowIso(): string {
    return new Date(this.now()).toISOString()
  }

  /** What a function that starts now has to add to real time. */
  get offsetMs(): number {
    return this.standsAt === null ? this.offset : this.standsAt - Date.now()
  }

  get isStanding(): boolean {
    return this.standsAt !== null
  }

  get isReal(): boolean {
    return !this.isStanding && this.offset === 0
  }

  /** Sets the time, which ticks on from there or stands there, as it did before; `null` goes back to real time. */
  set(instantMs: number | null): void {
    this.previousOffset = this.offsetMs
    this.offset = instantMs === null ? 0 : instantMs - Date.now()
    this.standsAt = instantMs !== null && this.isStanding ? instantMs : null
  }

  /** Stops where it is, or ticks on from there. */
  stand(isStanding: boolean): void {
    const now = this.now()
    this.previousOffset = this.offsetMs
    if (this.isStanding && !isStanding) this.offset = now - Date.now()
    this.standsAt = isStanding ? now : null
  }

  /**
   * Whether somebody with a right clock may have said this time lately. A caller outside lives in real time;
   * a function that was running when the clock was set still lives in the time before.
   */
  isPlausible(instantMs: number, toleranceMs: number): boolean {
    const real = Date.now()
    const times = [real, this.now(), real + this.previousOffset]
    return times.some(time => Math.abs(time - instantMs) <= toleranceMs)
  }
}
