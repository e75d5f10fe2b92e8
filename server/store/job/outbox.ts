import type { QueueName } from '../../contract/queue.ts'
import type { QueueRef, QueueTree } from '../../queue/ports.ts'
import type { PrismaClient, Job as Row } from '../prisma/client.ts'
import { openStatuses } from '../../contract/job-status.ts'
import { queueNames } from '../../contract/queue.ts'
import { suspectStarts, suspiciousStarts, whereMayStart } from './quarantine.ts'

const waiting = ['pending', 'delayed']
/** Not under suspicion of killing its process. */
const trusted = { lt: suspiciousStarts }

type OutboxRow = Pick<Row, 'id' | 'type' | 'generation' | 'priority' | 'maxAttempts' | 'starts' | 'runAt' | 'parentId' | 'flowId' | 'onChildFailure'>
const select = { id: true, type: true, generation: true, priority: true, maxAttempts: true, starts: true, runAt: true, parentId: true, flowId: true, onChildFailure: true } as const

export interface Take {
  /** Rows to look at; the flows that they belong to come whole. */
  limit: number
  now: Date
  /** Jobs of each queue that its store holds ready or runs; the others wait in the table, which has room for more. */
  window?: number
}

/** A job for later than this waits in the table: however many there are, the store holds those that are due soon. */
const soonMs = 60_000

/**
 * Accepted jobs that the queue store has not been given and has room for: first those with the smallest priority number,
 * then the oldest. A flow comes whole with its waiting members: what has finished must not run again, and what a worker
 * holds is already there (the claim of a job waits for its children).
 */
export async function takeUndispatched(read: PrismaClient, { limit, now, window = Infinity }: Take): Promise<QueueTree[]> {
  const ready = await Promise.all(queueNames.map(async (type) => {
    const room = Math.min(limit, window === Infinity ? limit : window - await countDispatched(read, type))
    return room > 0 ? readyRows(read, type, room, now) : []
  }))
  const rows = [...await suspectRows(read, now), ...ready.flat().sort(inTurn)].slice(0, limit)
  const flowIds = [...new Set(rows.map(row => row.flowId).filter(id => id !== null))]
  const flows = flowIds.length === 0 ? [] : await read.job.findMany({ where: { dispatchedAt: null, status: { in: waiting }, starts: trusted, flowId: { in: flowIds } }, orderBy: { id: 'asc' }, select })
  const all = new Map([...rows, ...flows].map(row => [row.id, row]))
  const childrenOf = Map.groupBy(all.values(), row => row.parentId !== null && all.has(row.parentId) ? row.parentId : null)
  return (childrenOf.get(null) ?? []).map(row => toTree(row, childrenOf, now))
}

async function readyRows(read: PrismaClient, type: QueueName, take: number, now: Date): Promise<OutboxRow[]> {
  const [pending, delayed] = await Promise.all([
    read.job.findMany({ where: { type, status: 'pending', dispatchedAt: null, starts: trusted }, orderBy: [{ priority: 'asc' }, { id: 'asc' }], take, select }),
    read.job.findMany({ where: { type, status: 'delayed', dispatchedAt: null, starts: trusted, runAt: { lte: new Date(now.getTime() + soonMs) } }, orderBy: { runAt: 'asc' }, take, select }),
  ])
  return [...pending, ...delayed].sort(inTurn).slice(0, take)
}

/**
 * Jobs whose process died twice go out before all others, but only one for each process that runs jobs: each must have
 * its process to itself among its kind, and polling at the queue for that would put it behind all that waits there.
 */
async function suspectRows(read: PrismaClient, now: Date): Promise<OutboxRow[]> {
  const suspect = { starts: { in: suspectStarts } }
  const waits = { dispatchedAt: null, OR: [{ status: 'pending' }, { status: 'delayed', runAt: { lte: new Date(now.getTime() + soonMs) } }] }
  if (await read.job.findFirst({ where: { ...suspect, ...waits }, select: { id: true } }) === null)
    return []
  const due = { AND: [await whereMayStart(read, now), waits] }
  const out = await read.job.count({ where: { ...suspect, status: { in: [...openStatuses] }, dispatchedAt: { not: null } } })
  const processes = await read.workerProcess.count({ where: { state: { not: 'lost' } } })
  const take = Math.max(1, processes) - out
  return take <= 0 ? [] : read.job.findMany({ where: due, orderBy: { id: 'asc' }, take, select })
}

/** Jobs that the store holds ready or runs. One that waits for its children holds up nobody. */
async function countDispatched(read: PrismaClient, type: QueueName): Promise<number> {
  const [row] = await read.$queryRawUnsafe<{ dispatched: number | bigint }[]>(
    `SELECT COUNT(*) AS "dispatched" FROM "Job" j
     WHERE j."type" = ? AND j."status" IN ('pending', 'active') AND j."dispatchedAt" > ?
       AND (j."flowId" IS NULL OR NOT EXISTS (SELECT 1 FROM "Job" c WHERE c."parentId" = j."id" AND c."status" IN ('pending', 'delayed', 'active')))`,
    type,
    new Date(0),
  )
  return Number(row?.dispatched ?? 0)
}

function inTurn(a: OutboxRow, b: OutboxRow): number {
  return a.priority - b.priority || (a.id < b.id ? -1 : 1)
}

function toTree(row: OutboxRow, childrenOf: Map<string | null, OutboxRow[]>, now: Date): QueueTree {
  return {
    entry: {
      queue: row.type as QueueName,
      jobId: row.id,
      generation: row.generation,
      priority: row.priority,
      // A row that has started and waits to be dispatched lost its run to the death of a process.
      ...(row.starts > 0 && { first: true }),
      delayMs: Math.max(0, (row.runAt?.getTime() ?? 0) - now.getTime()),
      attempts: row.maxAttempts,
    },
    onChildFailure: row.onChildFailure === 'ignore' ? 'ignore' : 'fail',
    children: (childrenOf.get(row.id) ?? []).map(child => toTree(child, childrenOf, now)),
  }
}

/** True for a row that is still what `ref` says. */
export function whereRef({ jobId, generation }: QueueRef) {
  return { id: jobId, generation }
}
