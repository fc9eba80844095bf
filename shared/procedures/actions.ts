import type { CalendarDate } from '../calendar/model'
import type { PublicityWindow } from '../publicity/model'
import type { Refusal } from './refusals'
import type { Actor, ApplicationState } from './state'

/** What can be done to an application; `to` is the step a line leads to. */
export type Action =
  /** Takes the step up: a limit on beginning is met. */
  | { type: 'begin'; by: Actor }
  /** Passes on, or back for another look; that needs a remark. */
  | { type: 'move'; by: Actor; to: string; remark?: string | undefined }
  /** Asks for what is missing, once and whole (一次性告知). */
  | { type: 'ask'; by: Actor; to: string; items: readonly string[] }
  | { type: 'refuse'; by: Actor; to: string; reason: string; clause: string; appeal: string }
  | { type: 'withdraw'; by: Actor; remark?: string | undefined }
  /** The notice of a publicity step is up, or up anew after a correction of substance. */
  | { type: 'post-notice'; by: Actor; noticeId: string; window: PublicityWindow }
  | { type: 'object'; by: Actor; objectionId: string }
  | { type: 'answer'; by: Actor; objectionId: string; text: string; upheld: boolean }
  /** The date of an event outside from which a limit is counted. */
  | { type: 'date'; by: Actor; event: string; date: CalendarDate }
export type ActionType = Action['type']

export type Advanced = { ok: true; state: ApplicationState } | { ok: false; error: Refusal }
