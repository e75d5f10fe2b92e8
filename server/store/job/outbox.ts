import type { QueueName } from '../../contract/queue.ts'
import type { QueueRef, QueueTree } from '../../queue/ports.ts'
import type { PrismaClient, Job as Row } from '../prisma/client.ts'

const waiting = ['pending', 'delayed']

type OutboxRow = Pick<Row, 'id' | 'type' | 'generation' | 'priority' | 'maxAttempts' | 'runAt' | 'parentId' | 'flowId' | 'onChildFailure'>
const select = { id: true, type: true, generation: true, priority: true, maxAttempts: true, runAt: true, parentId: true, flowId: true, onChildFailure: true } as const

/**
 * Accepted jobs that the queue store has not been given, oldest first. A flow comes whole with its waiting members: what
 * has finished must not run again, and what a worker holds is already there (the claim of a job waits for its children).
 */
export async function takeUndispatched(read: PrismaClient, limit: number, now: Date): Promise<QueueTree[]> {
  const undispatched = { dispatchedAt: null, status: { in: waiting } }
  const rows = await read.job.findMany({ where: undispatched, orderBy: { id: 'asc' }, take: limit, select })
  const flowIds = [...new Set(rows.map(row => row.flowId).filter(id => id !== null))]
  const flows = flowIds.length === 0 ? [] : await read.job.findMany({ where: { ...undispatched, flowId: { in: flowIds } }, orderBy: { id: 'asc' }, select })
  const all = new Map([...rows, ...flows].map(row => [row.id, row]))
  const childrenOf = Map.groupBy(all.values(), row => row.parentId !== null && all.has(row.parentId) ? row.parentId : null)
  return (childrenOf.get(null) ?? []).map(row => toTree(row, childrenOf, now))
}

function toTree(row: OutboxRow, childrenOf: Map<string | null, OutboxRow[]>, now: Date): QueueTree {
  return {
    entry: {
      queue: row.type as QueueName,
      jobId: row.id,
      generation: row.generation,
      priority: row.priority,
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
