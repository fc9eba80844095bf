import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { CloudError, messageOf } from '../values/errors'

interface Job {
  run(): void
  settle(): void
  reject(error: unknown): void
}

/**
 * All writes that arrive in one turn of the event loop share one SQLite transaction, and so one fsync.
 * A write is acknowledged only after that transaction is on the disk. A write that fails leaves no trace
 * and does not disturb the others.
 */
export class GroupCommit {
  private waiting: Job[] = []
  private undo: (() => void)[] = []

  constructor(private readonly database: DatabaseSyncInstance) {}

  /** Runs the work inside the next shared transaction and answers when it is durable. */
  run<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let settle = () => {}
      this.waiting.push({
        run() {
          const result = work()
          settle = () => resolve(result)
        },
        settle: () => settle(),
        reject,
      })
      if (this.waiting.length === 1) setImmediate(() => this.flush())
    })
  }

  /** What has to be undone in memory, should the work that is running be rolled back. */
  onRollback(step: () => void): void {
    this.undo.push(step)
  }

  /** Commits what is waiting at once; used before closing. */
  flush(): void {
    const jobs = this.waiting
    if (jobs.length === 0) return
    this.waiting = []
    this.undo = []
    const done: Job[] = []
    const failed: { job: Job; error: unknown }[] = []
    try {
      this.database.exec('BEGIN IMMEDIATE')
      for (const job of jobs) this.runJob(job, done, failed)
      this.database.exec('COMMIT')
    } catch (error) {
      this.rollBackTo(0)
      if (this.database.isTransaction) this.database.exec('ROLLBACK')
      for (const job of jobs) job.reject(storageError(error))
      return
    }
    for (const job of done) job.settle()
    for (const { job, error } of failed) job.reject(error)
  }

  private runJob(job: Job, done: Job[], failed: { job: Job; error: unknown }[]): void {
    const mark = this.undo.length
    this.database.exec('SAVEPOINT job')
    try {
      job.run()
      this.database.exec('RELEASE job')
      done.push(job)
    } catch (error) {
      if (!this.database.isTransaction) throw error
      this.database.exec('ROLLBACK TO job')
      this.database.exec('RELEASE job')
      this.rollBackTo(mark)
      failed.push({ job, error: isStorageError(error) ? storageError(error) : error })
    }
  }

  private rollBackTo(mark: number): void {
    while (this.undo.length > mark) this.undo.pop()?.()
  }
}

/** SQLite's own errors carry its result code. */
function isStorageError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error
}

/** A failing disk, told so that a person knows what to do. */
function storageError(error: unknown): CloudError {
  const cause = messageOf(error)
  if (/full/i.test(cause)) {
    return new CloudError(
      'DATABASE_REQUEST_FAILED',
      `[FailedOperation] 磁盘已满，这次写入没有保存；请腾出空间后重试。/ The disk is full; this write was not stored. (${cause})`,
    )
  }
  if (/readonly|read-only|unable to open/i.test(cause)) {
    return new CloudError(
      'DATABASE_REQUEST_FAILED',
      `[FailedOperation] 数据目录不能写入，这次写入没有保存；请检查权限。/ The data folder is read-only; this write was not stored. (${cause})`,
    )
  }
  return new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] 写入没有保存 / not stored: ${cause}`)
}
