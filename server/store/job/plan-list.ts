import type { JobStatus } from '../../contract/job-status.ts'
import type { JobType } from '../../contract/job-types.ts'
import type { jobSorts } from '../../contract/job.ts'
import type { Reading } from '../database.ts'
import type { Key } from '../listing/key.ts'
import type { Condition, ListPlan, Source } from '../listing/source.ts'
import type { PrismaClient } from '../prisma/client.ts'
import type { JobFilter } from './list.ts'
import { noBrand } from '../../contract/no-brand.ts'
import { equals, newestSorted, sortedWhole } from '../listing/source.ts'
import { textQuery } from '../listing/text-query.ts'
import { countUpTo, isFew } from '../listing/walk.ts'

export type JobSort = (typeof jobSorts)[number]

const moment = (column: string, sign: string, value: string | undefined): Condition[] => value === undefined ? [] : [{ sql: `r."${column}" ${sign} ?`, params: [new Date(value)] }]
const table = 'FROM "Job" r'
const searched = 'FROM "_JobText" t JOIN "_JobDocument" d ON d."doc" = t.rowid JOIN "Job" r ON r."id" = d."jobId"'
/** Jobs of a tag, in the order of acceptance. */
const tagged = 'FROM "_JobTag" g JOIN "Job" r ON r."id" = g."jobId"'
const taggedKey = 'g."jobId"'
const hasTag = (tag: string | undefined): Condition[] => tag === undefined ? [] : [{ sql: 'EXISTS (SELECT 1 FROM "_JobTag" g WHERE g."tag" = ? AND g."jobId" = r."id")', params: [tag] }]
const sortColumns = {
  finished: { key: 'r."completedAt"' },
  duration: { key: 'r."durationMs"' },
  priority: { key: 'r."priority"' },
} as const

/**
 * Each filter is a condition; those that an index ending in the sort's column begins with drive the list. A driver with
 * few rows is read whole and sorted; of one with many, the sort's index meets a match soon.
 * @returns null when nothing can match: a search without a word in it
 */
export async function planList({ read, scan }: Reading, filter: JobFilter, sort: JobSort): Promise<ListPlan | null> {
  const { tag, ...others } = filter
  const { driving, residual } = divide(others)
  const match = filter.search ? await textQuery(read, 'Job', filter.search) : undefined
  if (match === null)
    return null
  if (match !== undefined)
    return searchPlan(match, sort, [...driving, ...residual, ...hasTag(tag)])
  const drivers: ListPlan = tag === undefined
    ? { source: { from: table, key: null, driving }, residual }
    : { source: { from: tagged, key: taggedKey, driving: [{ sql: 'g."tag" = ?', params: [tag] }] }, residual: [...driving, ...residual] }
  if (sort === 'created')
    return drivers
  return sortPlan({ scan }, { sort, filter, drivers, all: [...driving, ...residual, ...hasTag(tag)] })
}

interface Sorting {
  sort: Exclude<JobSort, 'created'>
  filter: JobFilter
  /** What answers the filter without a sort. */
  drivers: ListPlan
  /** Every condition, for rows that come in the order of the sort. */
  all: Condition[]
}

function sortPlan(reading: Pick<Reading, 'scan'>, { sort, filter, drivers: { source, residual }, all }: Sorting): ListPlan {
  const column = sortColumns[sort]
  const order = { ...column, driving: [{ sql: `${column.key} IS NOT NULL`, params: [] }, ...sort === 'finished' ? finishedBetween(filter) : []] }
  const few = source.driving.length > 0 && isFew(reading, source.from, source.driving)
  return few
    ? { source: sortedWhole(source.from, source.driving, order), residual }
    : { source: { ...order, from: table }, residual: all }
}

function searchPlan(match: string, sort: JobSort, residual: Condition[]): ListPlan {
  if (sort === 'created')
    return { source: { from: searched, key: 't.rowid', isSearch: true, driving: [{ sql: '"_JobText" MATCH ?', params: [match] }] }, residual }
  const column = sortColumns[sort]
  return { source: newestSorted(searched, [{ sql: '"_JobText" MATCH ?', params: [match] }, { sql: `${column.key} IS NOT NULL`, params: [] }], { ...column, driving: [] }), residual }
}

function divide({ type, status, brandId, flowId, errorCode, cause, worker, priority, createdAfter, createdBefore, finishedAfter, finishedBefore }: JobFilter): { driving: Condition[], residual: Condition[] } {
  const single = status?.length === 1 ? equals('status', status[0]) : []
  const statuses = status && status.length !== 1 ? [{ sql: `r."status" IN (${status.map(() => '?').join(', ') || 'NULL'})`, params: status }] : []
  const types = equals('type', type)
  const byIndex = [equals('flowId', flowId), equals('cause', cause), equals('worker', worker), ofBrand(brandId), equals('errorCode', errorCode)].filter(each => each.length > 0)
  const residual = [...statuses, ...equals('priority', priority), ...moment('createdAt', '>=', createdAfter), ...moment('createdAt', '<', createdBefore), ...finishedBetween({ finishedAfter, finishedBefore })]
  const [first, ...others] = byIndex
  if (first && first[0]!.sql.includes('brandId'))
    return { driving: [...first, ...single], residual: [...others.flat(), ...types, ...residual] }
  if (first)
    return { driving: first, residual: [...others.flat(), ...types, ...single, ...residual] }
  if (single.length > 0)
    return { driving: [...types, ...single], residual }
  const urgency = equals('priority', priority)
  return { driving: urgency, residual: [...types, ...residual.filter(each => each.sql !== urgency[0]?.sql)] }
}

function ofBrand(brandId: string | undefined): Condition[] {
  return brandId === noBrand ? [{ sql: 'r."brandId" IS NULL', params: [] }] : equals('brandId', brandId)
}

function finishedBetween({ finishedAfter, finishedBefore }: Pick<JobFilter, 'finishedAfter' | 'finishedBefore'>): Condition[] {
  return [...moment('completedAt', '>=', finishedAfter), ...moment('completedAt', '<', finishedBefore)]
}

/** Where the row with this id stands in the order of acceptance. */
export async function placeOf(read: PrismaClient, { isSearch }: Source, id: string): Promise<Key> {
  if (!isSearch)
    return [id, id]
  const [row] = await read.$queryRawUnsafe<{ doc: number | bigint }[]>('SELECT "doc" FROM "_JobDocument" WHERE "jobId" >= ? ORDER BY "jobId" LIMIT 1', id)
  return [Number(row?.doc ?? Number.MAX_SAFE_INTEGER), id]
}

/** Exact for a type, a status, and all jobs; else counted as far as is cheap. */
export async function countMatching(reading: Reading, filter: JobFilter): Promise<{ value: number, exact: boolean }> {
  const { type, status, ...others } = filter
  if (Object.values(others).every(value => value === undefined || value === '')) {
    const counts = await readCounts(reading.read)
    return { value: counts.filter(row => (!type || row.type === type) && (!status || status.includes(row.status))).reduce((sum, row) => sum + row.jobs, 0), exact: true }
  }
  const plan = await planList(reading, filter, 'created')
  return plan === null ? { value: 0, exact: true } : countUpTo(reading, plan)
}

/** The counters that triggers keep. */
export async function readCounts(read: PrismaClient): Promise<{ type: JobType, status: JobStatus, jobs: number }[]> {
  const rows = await read.$queryRawUnsafe<{ type: JobType, status: JobStatus, jobs: number | bigint }[]>('SELECT "type", "status", "jobs" FROM "_JobCount"')
  return rows.map(row => ({ ...row, jobs: Number(row.jobs) }))
}
