import type { ApplicationPage } from '../../../shared/application/page'
import type { Instant } from '../../../shared/calendar/model'
import type { DataOf } from '../../../shared/contract'
import { maskName } from '../../../shared/privacy/masks'

/**
 * One's own application as the page draws it and the phone keeps it: without numbers and telephones, and with the
 * names masked, because a phone is lent and looked at.
 */
export type OwnApplication = Omit<ApplicationPage, 'subject' | 'agent'> & {
  isProject: boolean
  who: string
  people: number | null
  agent: { name: string; relation: string } | null
}

export type OwnPage = { now: Instant; application: OwnApplication }

export function ownPageOf({ now, application }: DataOf<'applications', 'get'>): OwnPage {
  const { subject, agent, ...rest } = application
  const isProject = subject.kind === 'project'
  return {
    now,
    application: {
      ...rest,
      isProject,
      who: isProject ? subject.name : maskName(subject.name),
      people: subject.people,
      agent: agent && { name: maskName(agent.name), relation: agent.relation },
    },
  }
}
