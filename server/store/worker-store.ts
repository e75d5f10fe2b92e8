import type { WorkerProcess, WorkerWanted } from '../contract/worker.ts'
import type { Database } from './database.ts'
import type { WorkerProcess as Row } from './prisma/client.ts'
import { JobType } from '../contract/job-types.ts'
import { WorkerProcess as Schema, WorkerWanted as WantedSchema, workerName, WorkerState } from '../contract/worker.ts'
import { NotFound } from '../errors.ts'
import { readJson } from './json.ts'

export interface NewWorker extends Pick<WorkerProcess, 'id' | 'host' | 'pid' | 'version' | 'role' | 'concurrency'> {
  /** By which other processes can tell that it is dead; null when they cannot. */
  identity: string | null
}

/** A process, as others ask after it. */
export type KnownWorker = Pick<NewWorker, 'id' | 'host' | 'pid' | 'identity'>

/** A process that has not shown itself for this long is lost, in milliseconds. */
const lostAfterMs = 20_000

/** The processes that run jobs, each with a row that it keeps alive. */
export function createWorkerStore({ read, write }: Pick<Database, 'read' | 'write'>) {
  async function find(id: string): Promise<Row> {
    const row = await read.workerProcess.findUnique({ where: { id } })
    if (!row)
      throw new NotFound('worker', id)
    return row
  }

  async function present(rows: Row[], now: Date): Promise<WorkerProcess[]> {
    const active = rows.length === 0 ? [] : await read.job.findMany({ where: { status: 'active' }, orderBy: { id: 'asc' }, select: { id: true, type: true, worker: true, startedAt: true, brand: { select: { name: true } } } })
    return rows.map(row => ({
      id: row.id,
      host: row.host,
      pid: row.pid,
      version: row.version,
      role: Schema.shape.role.parse(row.role),
      state: now.getTime() - row.beatAt.getTime() > lostAfterMs ? 'lost' : WorkerState.parse(row.state),
      wanted: WantedSchema.parse(row.wanted),
      concurrency: readJson(Schema.shape.concurrency, row.concurrency, {}),
      running: active.filter(job => job.worker === workerName(row, job.type)).map(job => ({ jobId: job.id, type: JobType.parse(job.type), brandName: job.brand?.name ?? null, startedAt: job.startedAt?.toISOString() ?? null })),
      startedAt: row.startedAt.toISOString(),
      beatAt: row.beatAt.toISOString(),
    }))
  }

  return {
    register: ({ concurrency, ...worker }: NewWorker, now: Date): Promise<void> => write(async tx => void await tx.workerProcess.create({ data: { ...worker, concurrency: JSON.stringify(concurrency), state: 'running', wanted: 'running', startedAt: now, beatAt: now } })),
    beat: (id: string, state: WorkerState, now: Date): Promise<void> => write(async tx => void await tx.workerProcess.updateMany({ where: { id }, data: { state, beatAt: now } })),
    /** Those that are not known to be dead. */
    known: (): Promise<KnownWorker[]> => read.workerProcess.findMany({ where: { state: { not: 'lost' } }, select: { id: true, host: true, pid: true, identity: true } }),
    /** It is dead, and what it held is with others. */
    bury: (id: string): Promise<void> => write(async tx => void await tx.workerProcess.updateMany({ where: { id }, data: { state: 'lost' } })),
    /** Null when the row is gone. */
    async wanted(id: string): Promise<WorkerWanted | null> {
      const row = await read.workerProcess.findUnique({ where: { id }, select: { wanted: true } })
      return row && WantedSchema.parse(row.wanted)
    },
    /** @throws {NotFound} */
    async want(id: string, wanted: WorkerWanted): Promise<void> {
      await find(id)
      await write(async tx => void await tx.workerProcess.updateMany({ where: { id }, data: { wanted } }))
    },
    get: async (id: string, now: Date): Promise<WorkerProcess> => (await present([await find(id)], now))[0]!,
    list: async (now: Date): Promise<WorkerProcess[]> => present(await read.workerProcess.findMany({ orderBy: { startedAt: 'asc' } }), now),
    remove: (id: string): Promise<void> => write(async tx => void await tx.workerProcess.deleteMany({ where: { id } })),
    /** Forgets processes that died without a word before `before`. */
    forget: (before: Date): Promise<void> => write(async tx => void await tx.workerProcess.deleteMany({ where: { beatAt: { lt: before } } })),
  }
}
export type WorkerStore = ReturnType<typeof createWorkerStore>
