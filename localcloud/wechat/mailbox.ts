import * as z from 'zod/mini'
import type { Store } from '../store/store'
import type { Template } from './templates'

/** What a person tapped for one template in `wx.requestSubscribeMessage`. */
export type Consent = 'accept' | 'reject' | 'ban'

export interface InboxMessage {
  readonly id: number
  readonly templateId: string
  readonly title: string
  /** Label and text of each keyword, in the template's order. */
  readonly lines: { readonly name_zh: string; readonly field: string; readonly value: string }[]
  readonly data: Record<string, string>
  readonly page: string
  readonly sentAt: string
}

export interface Credit {
  readonly templateId: string
  /** Messages that may still be sent (one-time), or 1 for a running long-term subscription. */
  readonly credits: number
  readonly banned: boolean
}

const creditRow = z.object({ templateId: z.string(), credits: z.number(), banned: z.number() })
const messageRow = z.object({
  id: z.number(),
  templateId: z.string(),
  title: z.string(),
  lines: z.string(),
  page: z.string(),
  sentAt: z.string(),
})
const linesSchema = z.array(z.object({ name_zh: z.string(), field: z.string(), value: z.string() }))

/** Consents and delivered messages of every openid, in the same database file as the documents. */
export class Mailbox {
  constructor(private readonly store: Store) {
    store.database.exec(`
      CREATE TABLE IF NOT EXISTS wx_credits(openid TEXT NOT NULL, template TEXT NOT NULL, credits INTEGER NOT NULL, banned INTEGER NOT NULL, PRIMARY KEY(openid, template)) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS wx_inbox(id INTEGER PRIMARY KEY AUTOINCREMENT, openid TEXT NOT NULL, template TEXT NOT NULL, title TEXT NOT NULL, lines TEXT NOT NULL, page TEXT NOT NULL, sentAt TEXT NOT NULL);
      CREATE INDEX IF NOT EXISTS wx_inbox_openid ON wx_inbox(openid, id);
    `)
  }

  /** One accept of a one-time template is one message; of a long-term one, a subscription until it is rejected. */
  async recordConsent(openid: string, template: Template, consent: Consent): Promise<void> {
    const known = this.credit(openid, template.templateId)
    const isLongTerm = template.kind === 'long-term'
    const gained = isLongTerm ? 1 : known.credits + 1
    const refused = isLongTerm ? 0 : known.credits
    const credits = consent === 'accept' ? gained : refused
    const banned = consent === 'ban' || (consent === 'reject' && known.banned)
    await this.store.commits.run(() => this.putCredit(openid, template.templateId, credits, banned))
  }

  credit(openid: string, templateId: string): Credit {
    const row = this.store.database
      .prepare(
        'SELECT template AS templateId, credits, banned FROM wx_credits WHERE openid = ? AND template = ?',
      )
      .get(openid, templateId)
    return row ? toCredit(row) : { templateId, credits: 0, banned: false }
  }

  credits(openid: string): Credit[] {
    return this.store.database
      .prepare(
        'SELECT template AS templateId, credits, banned FROM wx_credits WHERE openid = ? ORDER BY template',
      )
      .all(openid)
      .map(toCredit)
  }

  /** Puts a message into the inbox and takes the credit for it, both or neither. */
  async deliver(
    openid: string,
    template: Template,
    message: Pick<InboxMessage, 'lines' | 'page' | 'sentAt'>,
  ): Promise<void> {
    await this.store.commits.run(() => {
      const known = this.credit(openid, template.templateId)
      if (template.kind === 'one-time') {
        this.putCredit(openid, template.templateId, known.credits - 1, known.banned)
      }
      this.store.database
        .prepare(
          'INSERT INTO wx_inbox(openid, template, title, lines, page, sentAt) VALUES(?, ?, ?, ?, ?, ?)',
        )
        .run(
          openid,
          template.templateId,
          template.title,
          JSON.stringify(message.lines),
          message.page,
          message.sentAt,
        )
    })
  }

  /** Newest first. */
  inbox(openid: string): InboxMessage[] {
    return this.store.database
      .prepare(
        'SELECT id, template AS templateId, title, lines, page, sentAt FROM wx_inbox WHERE openid = ? ORDER BY id DESC',
      )
      .all(openid)
      .map(row => {
        const { lines, ...message } = messageRow.parse({ ...row })
        const parsed = linesSchema.parse(JSON.parse(lines))
        const data = Object.fromEntries(parsed.map(({ field, value }) => [field, value]))
        return { ...message, lines: parsed, data }
      })
  }

  private putCredit(openid: string, templateId: string, credits: number, banned: boolean): void {
    this.store.database
      .prepare('INSERT OR REPLACE INTO wx_credits(openid, template, credits, banned) VALUES(?, ?, ?, ?)')
      .run(openid, templateId, credits, banned ? 1 : 0)
  }
}

function toCredit(row: unknown): Credit {
  const { templateId, credits, banned } = creditRow.parse(Object.assign({}, row))
  return { templateId, credits, banned: banned === 1 }
}
