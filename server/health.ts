import type { Health } from './jobs/ports.ts'
import type { StuckJobs } from './jobs/stuck-jobs.ts'
import type { QueueBackend } from './queue/backends/backend.ts'
import type { JobQueue } from './queue/ports.ts'
import type { Database } from './store/database.ts'
import { inEnglish } from './contract/told.ts'

export interface HealthDeps {
  database: Pick<Database, 'read'>
  queue: Pick<JobQueue, 'ping'>
  backend: Pick<QueueBackend, 'kind' | 'check'>
  stuckJobs: Pick<StuckJobs, 'count'>
  isStopping: () => boolean
}

/** What `/readyz` says: the parts without which a job cannot be accepted and run, and settings that endanger them. */
export function createHealth({ database, queue, backend, stuckJobs, isStopping }: HealthDeps): () => Promise<Health> {
  async function part(name: string, check: () => Promise<string>): Promise<Health['parts'][number]> {
    try {
      return { name, ok: true, detail: await check() }
    }
    catch (error) {
      return { name, ok: false, detail: error instanceof Error ? error.message : String(error) }
    }
  }

  return async () => {
    const required = await Promise.all([
      part('server', async () => {
        if (isStopping())
          throw new Error('is stopping; what it accepts now runs after the next start')
        return 'running'
      }),
      part('database', async () => {
        await database.read.$queryRawUnsafe('SELECT 1')
        return 'SQLite'
      }),
      part('queue', async () => {
        await queue.ping()
        const warnings = await backend.check()
        return [backend.kind === 'redis' ? 'Redis' : 'embedded', ...warnings.map(({ danger, remedy }) => inEnglish([danger, remedy]))].join('; ')
      }),
    ])
    // Worth an alarm, but no reason to send requests elsewhere: it would be the same there.
    const jobs = await part('jobs', async () => {
      const stuck = await stuckJobs.count()
      if (stuck > 0)
        throw new Error(`${stuck} active without a sign of life for a minute`)
      return 'every active one shows that it is alive'
    })
    return { ready: required.every(each => each.ok), parts: [...required, jobs] }
  }
}
