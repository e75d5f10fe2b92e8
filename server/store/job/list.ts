import type { JobStatus } from '../../contract/job-status.ts'
import type { JobQuery, JobSummary, TimelineEntry } from '../../contract/job.ts'
import type { Page, PageQuery } from '../../contract/page.ts'
import type { Prisma, PrismaClient, JobEvent as TimelineRow } from '../prisma/client.ts'
import { z } from 'zod'
import { jobStatuses, openStatuses } from '../../contract/job-status.ts'
import { JobType } from '../../contract/job-types.ts'
import { TimelineEntry as TimelineEntrySchema } from '../../contract/job.ts'
import { decodeCursor, toPage } from '../cursor.ts'
import { readJson } from '../json.ts'
import { toSummary, withBrand } from './row.ts'

/** Which jobs of the list. */
export type JobFilter = Omit<JobQuery, 'cursor' | 'limit'>

/** Newest first. `search` looks into data, error and id. */
export async function list(read: PrismaClient, query: JobQuery): Promise<Page<JobSummary>> {
  const before = decodeCursor(query.cursor)
  const where: Prisma.JobWhereInput = { ...whereMatching(query), ...(before && { id: { lt: before } }) }
  const rows = await read.job.findMany({ where, orderBy: { id: 'desc' }, take: query.limit + 1, include: withBrand })
  return toPage(rows, query.limit, toSummary)
}

/** Ids of jobs that match, newest first, made before the one with the id `before`. */
export async function matchingIds(read: PrismaClient, filter: JobFilter, { before, limit }: { before: string | null, limit: number }): Promise<string[]> {
  const where: Prisma.JobWhereInput = { ...whereMatching(filter), ...(before !== null && { id: { lt: before } }) }
  const rows = await read.job.findMany({ where, orderBy: { id: 'desc' }, take: limit, select: { id: true } })
  return rows.map(row => row.id)
}

function whereMatching(query: JobFilter): Prisma.JobWhereInput {
  return {
    ...(query.type && { type: query.type }),
    ...(query.status && { status: { in: query.status } }),
    ...(query.brandId && { brandId: query.brandId }),
    ...(query.flowId && { flowId: query.flowId }),
    ...(query.errorCode && { errorCode: query.errorCode }),
    ...(query.search && { OR: [
      { id: query.search },
      { data: { contains: query.search } },
      { error: { contains: query.search } },
      { brand: { name: { contains: query.search } } },
    ] }),
  }
}

/** A job's timeline and log lines, newest first. */
export async function timeline(read: PrismaClient, jobId: string, query: PageQuery): Promise<Page<TimelineEntry>> {
  const before = decodeCursor(query.cursor)
  const rows = await read.jobEvent.findMany({ where: { jobId, ...(before && { id: { lt: before } }) }, orderBy: { id: 'desc' }, take: query.limit + 1 })
  return toPage(rows, query.limit, toEntry)
}

function toEntry(row: TimelineRow): TimelineEntry {
  return TimelineEntrySchema.parse({
    ...row,
    at: row.at.toISOString(),
    data: readJson(z.record(z.string(), z.unknown()).nullable(), row.data, null),
  })
}

export type JobCounts = Record<JobType, Record<JobStatus, number>>

/** How many jobs there are of each type and status, from one index scan. */
export async function countByTypeAndStatus(read: PrismaClient): Promise<JobCounts> {
  const zero = () => Object.fromEntries(jobStatuses.map(status => [status, 0])) as Record<JobStatus, number>
  const counts = Object.fromEntries(JobType.options.map(type => [type, zero()])) as JobCounts
  for (const row of await read.job.groupBy({ by: ['type', 'status'], _count: { _all: true } }))
    counts[row.type as JobType][row.status as JobStatus] = row._count._all
  return counts
}

/** Jobs that have not ended, by type. */
export async function countOpen(read: PrismaClient): Promise<Partial<Record<JobType, number>>> {
  const rows = await read.job.groupBy({ by: ['type'], where: { status: { in: [...openStatuses] } }, _count: { _all: true } })
  return Object.fromEntries(rows.map(row => [row.type, row._count._all]))
}

/** When the job that has waited longest was accepted, by type. */
export async function oldestPending(read: PrismaClient): Promise<Partial<Record<JobType, Date>>> {
  const rows = await read.job.groupBy({ by: ['type'], where: { status: 'pending' }, _min: { createdAt: true } })
  return Object.fromEntries(rows.map(row => [row.type, row._min.createdAt ?? undefined]))
}
