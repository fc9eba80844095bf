import type { MovedClock } from '../clock/movedClock'
import { TIMER_CALLER } from '../functions/caller'
import type { Functions } from '../functions/functions'
import { messageOf } from '../values/errors'
import { isDueAt, parseCron } from './cron'

export interface TimerRun {
  readonly function: string
  readonly ok: boolean
  readonly answer?: unknown
  readonly error?: string
}

interface Timer {
  readonly function: string
  readonly name: string
  readonly config: string
  readonly cron: ReturnType<typeof parseCron>
  /** The run in progress: a timer never runs twice at the same time, unless it is doubled on purpose. */
  running: Promise<TimerRun> | undefined
  isHeld: boolean
}

const TICK_MS = 1000
const LONGEST_CATCH_UP_S = 120

/** Fires the functions' timers by their schedule and on demand. */
export class Timers {
  private readonly timers: Timer[]
  private ticker: NodeJS.Timeout | undefined
  private lastSecond: number

  constructor(
    private readonly functions: Functions,
    private readonly clock: MovedClock,
  ) {
    this.timers = functions.timers.map(({ name, trigger }) => ({
      function: name,
      name: trigger.name,
      config: trigger.config,
      cron: parseCron(trigger.config),
      running: undefined,
      isHeld: false,
    }))
    this.lastSecond = this.currentSecond()
  }

  list() {
    return this.timers.map(({ function: name, config, isHeld, running }) => ({
      function: name,
      config,
      isHeld,
      isRunning: running !== undefined,
    }))
  }

  start(): void {
    this.ticker ??= setInterval(() => this.tick(), TICK_MS)
    this.ticker.unref()
  }

  stop(): void {
    clearInterval(this.ticker)
    this.ticker = undefined
  }

  has(functionName: string): boolean {
    return this.timers.some(timer => timer.function === functionName)
  }

  /** A held timer fires neither by its schedule nor when the clock is set: the missed runs of the platform. */
  hold(functionName: string, isHeld: boolean): void {
    for (const timer of this.timers) if (timer.function === functionName) timer.isHeld = isHeld
  }

  /**
   * Fires every timer that is not held once and, when all are done, once more, so that what the first run left
   * over is taken up.
   */
  async fireTwoRounds(): Promise<TimerRun[]> {
    const runs: TimerRun[] = []
    for (const timer of [...this.timers, ...this.timers]) {
      if (!timer.isHeld) runs.push(await this.fireAfterRunning(timer))
    }
    return runs
  }

  /** Fires one timer by hand: twice means twice at the same moment, as the platform does now and then. */
  async fire(functionName: string, times: 1 | 2): Promise<TimerRun[]> {
    const timer = this.timers.find(({ function: name }) => name === functionName)
    if (!timer) return []
    if (times === 1) return [await this.fireAfterRunning(timer)]
    await timer.running
    return Promise.all([this.run(timer), this.run(timer)])
  }

  /** Forgets the seconds between the old and the new time after the clock was set. */
  noticeJump(): void {
    this.lastSecond = this.currentSecond()
  }

  async idle(): Promise<void> {
    await Promise.all(this.timers.map(({ running }) => running))
  }

  private tick(): void {
    const now = this.currentSecond()
    const from = Math.max(this.lastSecond + 1, now - LONGEST_CATCH_UP_S)
    this.lastSecond = now
    for (const timer of this.timers) {
      if (timer.isHeld || timer.running) continue
      for (let second = from; second <= now; second++) {
        if (!isDueAt(timer.cron, second * 1000)) continue
        void this.runAlone(timer)
        break
      }
    }
  }

  private async fireAfterRunning(timer: Timer): Promise<TimerRun> {
    while (timer.running) await timer.running
    return this.runAlone(timer)
  }

  private runAlone(timer: Timer): Promise<TimerRun> {
    const run = this.run(timer).finally(() => {
      timer.running = undefined
    })
    timer.running = run
    return run
  }

  private async run({ function: name, name: triggerName }: Timer): Promise<TimerRun> {
    const event = { Type: 'Timer', TriggerName: triggerName, Time: this.clock.nowIso(), Message: '' }
    try {
      const { result } = await this.functions.invoke(name, event, TIMER_CALLER)
      return { function: name, ok: true, answer: JSON.parse(result) }
    } catch (error) {
      return { function: name, ok: false, error: messageOf(error) }
    }
  }

  private currentSecond(): number {
    return Math.floor(this.clock.now() / 1000)
  }
}
