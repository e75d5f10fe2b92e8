import type { BulkOperationPreview, BulkOperationRequest, JobFilter } from '../../contract/bulk-operation.ts'
import type { Reading } from '../database.ts'
import type { PrismaClient, BulkOperation as Row } from '../prisma/client.ts'
import { eligibleStatuses } from '../../contract/bulk-action.ts'
import { JobFilter as JobFilterSchema } from '../../contract/bulk-operation.ts'
import { JobStatus, jobStatuses } from '../../contract/job-status.ts'
import { matchingIds } from '../job/list.ts'
import { planList, readCounts } from '../job/plan-list.ts'
import { readJson } from '../json.ts'
import { and } from '../listing/source.ts'
import { namedIds } from './row.ts'

type ByStatus = BulkOperationPreview['byStatus']

/** Parameters of one statement. */
const chunk = 5000

/** Exact counts of a selection. */
export async function preview(reading: Reading, { action, ids, filter }: Pick<BulkOperationRequest, 'action' | 'ids' | 'filter'>): Promise<BulkOperationPreview> {
  const named = [...new Set(ids)]
  const byStatus = filter ? await countFiltered(reading, filter) : await countNamed(reading.read, named)
  const sum = (statuses: readonly JobStatus[]) => statuses.reduce((total, status) => total + (byStatus[status] ?? 0), 0)
  const matched = filter ? sum(jobStatuses) : named.length
  return { action, matched, eligible: sum(eligibleStatuses[action]), skipped: matched - sum(eligibleStatuses[action]), byStatus }
}

async function countNamed(read: PrismaClient, ids: string[]): Promise<ByStatus> {
  const byStatus: ByStatus = {}
  for (let start = 0; start < ids.length; start += chunk) {
    for (const { status, _count } of await read.job.groupBy({ by: ['status'], where: { id: { in: ids.slice(start, start + chunk) } }, _count: { _all: true } }))
      add(byStatus, status, _count._all)
  }
  return byStatus
}

async function countFiltered(reading: Reading, filter: JobFilter): Promise<ByStatus> {
  const byStatus: ByStatus = {}
  const { type, status, ...others } = filter
  if (Object.values(others).every(value => value === undefined)) {
    for (const row of await readCounts(reading.read)) {
      if ((type ?? row.type) === row.type && (status ?? [row.status]).includes(row.status))
        add(byStatus, row.status, row.jobs)
    }
    return byStatus
  }
  const plan = await planList(reading, filter, 'created')
  if (plan === null)
    return byStatus
  const where = and([...plan.source.driving, ...plan.residual])
  const rows = await reading.read.$queryRawUnsafe<{ status: string, jobs: number | bigint }[]>(`SELECT r."status" AS "status", COUNT(*) AS "jobs" ${plan.source.from} WHERE ${where.sql} GROUP BY r."status"`, ...plan.source.inner ?? [], ...where.params)
  rows.forEach(row => add(byStatus, row.status, Number(row.jobs)))
  return byStatus
}

function add(byStatus: ByStatus, status: string, jobs: number): void {
  if (jobs > 0)
    byStatus[JobStatus.parse(status)] = (byStatus[JobStatus.parse(status)] ?? 0) + jobs
}

/** The next jobs of an operation after its cursor, newest first; none when it has come to the end. */
export async function nextIds(reading: Reading, row: Pick<Row, 'ids' | 'filter' | 'cursor' | 'ceiling'>, limit: number): Promise<string[]> {
  const { cursor, ceiling } = row
  const named = namedIds(row)
  if (named)
    return named.filter(id => cursor === null || id < cursor).slice(0, limit)
  const filter = readJson<JobFilter>(JobFilterSchema, row.filter, {})
  // The tilde sorts after everything that an id has in it: the ceiling itself is included.
  return matchingIds(reading, filter, { before: cursor ?? `${ceiling}~`, limit })
}
