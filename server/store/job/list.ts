import type { JobStatus } from '../../contract/job-status.ts'
import type { JobQuery, JobSummary } from '../../contract/job.ts'
import type { CountedPage } from '../../contract/page.ts'
import type { Reading } from '../database.ts'
import type { PrismaClient } from '../prisma/client.ts'
import { jobStatuses, openStatuses } from '../../contract/job-status.ts'
import { JobType } from '../../contract/job-types.ts'
import { pageOfKeys } from '../listing/page.ts'
import { walk } from '../listing/walk.ts'
import { countMatching, placeOf, planList, readCounts } from './plan-list.ts'
import { toSummary, withBrand } from './row.ts'

/** Which jobs of the list. */
export type JobFilter = Omit<JobQuery, 'cursor' | 'before' | 'limit' | 'sort' | 'order'>

/** Newest first, unless asked otherwise. Work is bounded, whatever the filter: a page may be short. */
export async function list(reading: Reading, query: JobQuery): Promise<CountedPage<JobSummary>> {
  const { cursor, before, limit, sort = 'created', order = 'desc', ...filter } = query
  const plan = await planList(reading, filter, sort)
  if (plan === null)
    return { items: [], nextCursor: null, prevCursor: null, count: { value: 0, exact: true } }
  return pageOfKeys(reading, { ...plan, descending: order === 'desc', cursor, before, limit, count: () => countMatching(reading, filter) }, async (ids) => {
    const rows = await reading.read.job.findMany({ where: { id: { in: ids } }, include: withBrand })
    return rows.map(toSummary)
  })
}

/** Ids of jobs that match, newest first, made before the one with the id `before`. All of them, however long it takes. */
export async function matchingIds(reading: Reading, filter: JobFilter, { before, limit }: { before: string | null, limit: number }): Promise<string[]> {
  const plan = await planList(reading, filter, 'created')
  if (plan === null)
    return []
  const after = before === null ? null : await placeOf(reading.read, plan.source, before)
  const { keys } = await walk(reading, { ...plan, descending: true, after, limit, bounded: false })
  return keys.map(([, id]) => id)
}

export type JobCounts = Record<JobType, Record<JobStatus, number>>

/** How many jobs there are of each type and status: kept by triggers, so that nothing is counted here. */
export async function countByTypeAndStatus(read: PrismaClient): Promise<JobCounts> {
  const zero = () => Object.fromEntries(jobStatuses.map(status => [status, 0])) as Record<JobStatus, number>
  const counts = Object.fromEntries(JobType.options.map(type => [type, zero()])) as JobCounts
  for (const { type, status, jobs } of await readCounts(read))
    counts[type][status] = jobs
  return counts
}

/** Jobs that have not ended, by type. */
export async function countOpen(read: PrismaClient): Promise<Partial<Record<JobType, number>>> {
  const counts = await countByTypeAndStatus(read)
  return Object.fromEntries(JobType.options.map(type => [type, openStatuses.reduce((sum, status) => sum + counts[type][status], 0)]))
}

/** When the job that has waited longest was accepted, by type. */
export async function oldestPending(read: PrismaClient): Promise<Partial<Record<JobType, Date>>> {
  const rows = await Promise.all(JobType.options.map(type => read.job.findFirst({ where: { type, status: 'pending' }, orderBy: { id: 'asc' }, select: { type: true, createdAt: true } })))
  return Object.fromEntries(rows.flatMap(row => row ? [[row.type, row.createdAt]] : []))
}
