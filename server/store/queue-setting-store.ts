import type { QueueLimits, QueueName, QueueUpdate } from '../contract/queue.ts'
import type { Database } from './database.ts'
import type { QueueSetting as Row } from './prisma/client.ts'

export interface QueueSettings { paused: boolean, limits: QueueLimits }

/** What people have set for the queues. */
export function createQueueSettingStore({ read, write }: Pick<Database, 'read' | 'write'>) {
  async function put(name: QueueName, now: Date, data: Partial<Omit<Row, 'name' | 'updatedAt'>>): Promise<void> {
    await write(tx => tx.queueSetting.upsert({ where: { name }, create: { name, ...data, updatedAt: now }, update: { ...data, updatedAt: now } }))
  }

  return {
    /** Queues without a row are not in it. */
    async all(): Promise<Map<QueueName, QueueSettings>> {
      const rows = await read.queueSetting.findMany()
      return new Map(rows.map(row => [row.name as QueueName, toSettings(row)]))
    },
    /** What is absent stays. */
    limit: (name: QueueName, { concurrency, rate }: QueueUpdate, now: Date): Promise<void> => put(name, now, {
      ...(concurrency !== undefined && { concurrency }),
      ...(rate !== undefined && { rateJobs: rate?.jobs ?? null, ratePerMs: rate?.perMs ?? null }),
    }),
    setPaused: (name: QueueName, paused: boolean, now: Date): Promise<void> => put(name, now, { paused }),
  }
}
export type QueueSettingStore = ReturnType<typeof createQueueSettingStore>

function toSettings({ paused, concurrency, rateJobs, ratePerMs }: Row): QueueSettings {
  return { paused, limits: { concurrency, rate: rateJobs === null || ratePerMs === null ? null : { jobs: rateJobs, perMs: ratePerMs } } }
}
