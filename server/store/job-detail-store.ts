import type { ChildCounts, ChildQuery, HistoryRun, JobNode } from '../contract/job-detail.ts'
import type { Job } from '../contract/job.ts'
import type { Page } from '../contract/page.ts'
import type { Database } from './database.ts'
import type { PrismaClient } from './prisma/client.ts'
import { JobStatus } from '../contract/job-status.ts'
import { decodeCursor, toPage } from './cursor.ts'
import { toSummary, withBrand } from './job/row.ts'
import { idsAbove } from './job/tree.ts'

/** Jobs of a brand that are looked at for runs of one type: what a request costs is bounded, however many there are of others. */
const mostLookedAt = 5000
/** Of a history, the share that is older than the job, or the job itself: it stands near the end, with what came of it. */
const shareBefore = 0.75

/** What a job's own page shows beside its row. Reads only. */
export function createJobDetailStore({ read }: Pick<Database, 'read'>) {
  return {
    /** Runs of the same type and brand around this one, oldest first, at most `limit`; of a part, those of the same run. */
    async history(job: Pick<Job, 'id' | 'type' | 'brandId' | 'parentId'>, limit: number): Promise<HistoryRun[]> {
      const upTo = await idsNear(read, job, 'before', limit)
      const after = await idsNear(read, job, 'after', limit)
      const newer = after.slice(0, Math.max(limit - upTo.length, Math.floor(limit * (1 - shareBefore))))
      const ids = [...upTo.slice(0, limit - newer.length), ...newer]
      const rows = await read.job.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' }, include: withBrand })
      return rows.map(toSummary).map(({ id, status, createdAt, startedAt, completedAt, durationMs }) => ({ id, status, createdAt, startedAt, completedAt, durationMs }))
    },

    /** The job with those that wait for it, the last of the flow first, each with how many it waits for. */
    async branch(job: Pick<Job, 'id' | 'parentId'>): Promise<JobNode[]> {
      const ids = [job.id, ...await idsAbove(read, job.parentId)]
      const nodes = new Map((await nodesOf(read, ids)).map(node => [node.job.id, node]))
      return ids.toReversed().flatMap(id => nodes.get(id) ?? [])
    },

    /** Jobs that the job waits for, in the order in which they were made. */
    async children(id: string, { status, cursor, limit }: ChildQuery): Promise<Page<JobNode>> {
      const after = decodeCursor(cursor)
      const rows = await read.job.findMany({ where: { parentId: id, ...status && { status }, ...after && { id: { gt: after } } }, orderBy: { id: 'asc' }, take: limit + 1, select: { id: true } })
      const { items, nextCursor } = toPage(rows, limit, row => row.id)
      return { items: await nodesOf(read, items), nextCursor }
    },
  }
}
export type JobDetailStore = ReturnType<typeof createJobDetailStore>

async function nodesOf(read: PrismaClient, ids: string[]): Promise<JobNode[]> {
  const [rows, groups] = await Promise.all([
    read.job.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' }, include: withBrand }),
    read.job.groupBy({ by: ['parentId', 'status'], where: { parentId: { in: ids } }, _count: true }),
  ])
  const counts = new Map<string, ChildCounts>()
  for (const { parentId, status, _count: n } of groups) {
    const sum = counts.get(parentId!) ?? { total: 0, byStatus: {} }
    counts.set(parentId!, { total: sum.total + n, byStatus: { ...sum.byStatus, [JobStatus.parse(status)]: n } })
  }
  return rows.map(row => ({ job: toSummary(row), children: counts.get(row.id) ?? { total: 0, byStatus: {} } }))
}

/**
 * Parts have their parent's type. They are compared with each other: whole runs take longer for a reason.
 * `before` counts the job itself in.
 */
async function idsNear(read: PrismaClient, { id, type, brandId, parentId }: Pick<Job, 'id' | 'type' | 'brandId' | 'parentId'>, side: 'before' | 'after', limit: number): Promise<string[]> {
  const place = side === 'before' ? '"id" <= ?' : '"id" > ?'
  const order = side === 'before' ? 'DESC' : 'ASC'
  const parent = parentId === null ? null : await read.job.findUnique({ where: { id: parentId }, select: { type: true } })
  const isPart = parent?.type === type
  const among = isPart ? { sql: '"parentId" = ?', params: [parentId] } : { sql: '"brandId" IS ?', params: [brandId] }
  const rows = await read.$queryRawUnsafe<{ id: string }[]>(
    `SELECT j."id" FROM (SELECT "id", "type", "parentId" FROM "Job" WHERE ${among.sql} AND ${place} ORDER BY "id" ${order} LIMIT ${mostLookedAt}) j
     ${isPart ? '' : 'LEFT JOIN "Job" p ON p."id" = j."parentId"'}
     WHERE j."type" = ? ${isPart ? '' : 'AND p."type" IS NOT j."type"'} ORDER BY j."id" ${order} LIMIT ${limit}`,
    ...among.params,
    id,
    type,
  )
  return rows.map(row => row.id)
}
