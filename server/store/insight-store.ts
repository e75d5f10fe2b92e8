import type { FailureGroup, FailureGroups, FailureQuery } from '../contract/failure.ts'
import type { BrandAttention, Durations, SeriesPoint, SeriesSpan } from '../contract/overview.ts'
import type { QueueName } from '../contract/queue.ts'
import type { Database } from './database.ts'
import type { PrismaClient } from './prisma/client.ts'
import { JobStatus } from '../contract/job-status.ts'
import { ErrorCode, Failure } from '../contract/problem.ts'
import { readJson } from './json.ts'

const spans = { minute: { ms: 60_000, width: 16, buckets: 60 }, hour: { ms: 3_600_000, width: 13, buckets: 24 } } as const
/** How long rows of each span are kept. */
const keptMs = { minute: 2 * 86_400_000, hour: 90 * 86_400_000 } as const
/** A bucket of the histogram is a tenth wider than the one before it (the migration `insight` fills it). */
const growth = 1.1
/** Brands looked at for the list of those that need attention. */
const mostBrands = 5000
const refused = ['blocked', 'robots-forbidden', 'rate-limited']

const bucketAt = (span: SeriesSpan, ms: number) => new Date(ms).toISOString().slice(0, spans[span].width)
const startOf = (span: SeriesSpan, now: number) => (Math.floor(now / spans[span].ms) - spans[span].buckets + 1) * spans[span].ms

/** Numbers that triggers keep while jobs come and go: reading them costs the same at a million jobs as at ten. */
export function createInsightStore({ read, write }: Pick<Database, 'read' | 'write'>) {
  return {
    /** What ended, by queue: every bucket of the span, oldest first. */
    series: (span: SeriesSpan, now: number) => series(read, span, now),
    durations: (span: SeriesSpan, now: number) => durations(read, span, now),
    failures: (query: FailureQuery) => failures(read, query),
    attention: (limit: number) => attention(read, limit),
    /** Drops what no page shows any more. */
    forget: (now: number): Promise<void> => write(async (tx) => {
      for (const span of ['minute', 'hour'] as const) {
        for (const table of ['_QueueEnded', '_QueueDuration'])
          await tx.$executeRawUnsafe(`DELETE FROM "${table}" WHERE "span" = ? AND "at" < ?`, span, bucketAt(span, now - keptMs[span]))
      }
      await tx.$executeRawUnsafe('DELETE FROM "_FailureGroup" WHERE "jobs" <= 0 AND "lastAt" < ?', new Date(now - keptMs.hour))
    }),
  }
}
export type InsightStore = ReturnType<typeof createInsightStore>

async function series(read: PrismaClient, span: SeriesSpan, now: number): Promise<(queue: QueueName) => SeriesPoint[]> {
  const from = startOf(span, now)
  const rows = await read.$queryRawUnsafe<(Record<'completed' | 'failed' | 'cancelled', number | bigint> & { queue: string, at: string })[]>('SELECT "queue", "at", "completed", "failed", "cancelled" FROM "_QueueEnded" WHERE "span" = ? AND "at" >= ?', span, bucketAt(span, from))
  const found = new Map(rows.map(row => [`${row.queue} ${row.at}`, row]))
  return queue => Array.from({ length: spans[span].buckets }, (_, index) => {
    const at = from + index * spans[span].ms
    const row = found.get(`${queue} ${bucketAt(span, at)}`)
    return { at: new Date(at).toISOString(), completed: Number(row?.completed ?? 0), failed: Number(row?.failed ?? 0), cancelled: Number(row?.cancelled ?? 0) }
  })
}

async function durations(read: PrismaClient, span: SeriesSpan, now: number): Promise<(queue: QueueName) => Durations> {
  const rows = await read.$queryRawUnsafe<{ queue: string, bucket: number | bigint, jobs: number | bigint }[]>('SELECT "queue", "bucket", SUM("jobs") AS "jobs" FROM "_QueueDuration" WHERE "span" = ? AND "at" >= ? GROUP BY "queue", "bucket" ORDER BY "bucket"', span, bucketAt(span, startOf(span, now)))
  const byQueue = Map.groupBy(rows, row => row.queue)
  return (queue) => {
    const own = (byQueue.get(queue) ?? []).map(row => ({ bucket: Number(row.bucket), jobs: Number(row.jobs) }))
    const count = own.reduce((sum, row) => sum + row.jobs, 0)
    return { count, p50: percentile(own, count, 0.5), p95: percentile(own, count, 0.95), p99: percentile(own, count, 0.99) }
  }
}

/** The geometric middle of the bucket in which the percentile lies: at most a factor of √1.1 (4.9 %) off. */
function percentile(buckets: { bucket: number, jobs: number }[], count: number, share: number): number | null {
  let left = Math.ceil(count * share)
  for (const { bucket, jobs } of buckets) {
    left -= jobs
    if (left <= 0)
      return Math.round(growth ** (bucket - 0.5))
  }
  return null
}

interface GroupRow { cause: string, brandId: string, brandName: string | null, jobs: number | bigint, firstAt: string, lastAt: string, sampleJobId: string | null, samplePageId: string | null, sampleError: string | null }

async function failures(read: PrismaClient, { brandId, since, limit }: FailureQuery): Promise<FailureGroups> {
  const where = `g."jobs" > 0${brandId === undefined ? '' : ' AND g."brandId" = ?'}${since === undefined ? '' : ' AND g."lastAt" >= ?'}`
  const given = [...brandId === undefined ? [] : [brandId], ...since === undefined ? [] : [new Date(since)]]
  const [sum] = await read.$queryRawUnsafe<{ groups: number | bigint, jobs: number | bigint | null }[]>(`SELECT COUNT(*) AS "groups", SUM(g."jobs") AS "jobs" FROM "_FailureGroup" g WHERE ${where}`, ...given)
  const rows = await read.$queryRawUnsafe<GroupRow[]>(
    `SELECT s.*, (SELECT p."id" FROM "PageSnapshot" p WHERE p."jobId" = s."sampleJobId" ORDER BY p."id" LIMIT 1) AS "samplePageId", (SELECT j."error" FROM "Job" j WHERE j."id" = s."sampleJobId") AS "sampleError" FROM (
       SELECT g."cause", g."brandId", b."name" AS "brandName", g."jobs", g."firstAt", g."lastAt",
         COALESCE((SELECT j."id" FROM "Job" j WHERE j."id" = g."lastJobId" AND j."status" = 'failed' AND j."cause" = g."cause"),
           (SELECT j."id" FROM "Job" j WHERE j."cause" = g."cause" AND COALESCE(j."brandId", '') = g."brandId" AND j."status" = 'failed' ORDER BY j."id" DESC LIMIT 1)) AS "sampleJobId"
       FROM "_FailureGroup" g LEFT JOIN "Brand" b ON b."id" = g."brandId" WHERE ${where}
       ORDER BY g."jobs" DESC, g."lastAt" DESC LIMIT ${limit}) s`,
    ...given,
  )
  return { groups: rows.map(toGroup), total: { groups: Number(sum?.groups ?? 0), jobs: Number(sum?.jobs ?? 0) } }
}

function toGroup(row: GroupRow): FailureGroup {
  const colon = row.cause.indexOf(': ')
  return {
    cause: row.cause,
    code: row.cause.slice(0, colon),
    message: row.cause.slice(colon + 2),
    told: readJson(Failure, row.sampleError, null)?.told,
    brandId: row.brandId || null,
    brandName: row.brandName,
    count: Number(row.jobs),
    firstSeenAt: new Date(row.firstAt).toISOString(),
    lastSeenAt: new Date(row.lastAt).toISOString(),
    sampleJobId: row.sampleJobId,
    samplePageId: row.samplePageId,
  }
}

/** Brands whose last ended run went wrong or was cut short, the latest first. */
async function attention(read: PrismaClient, limit: number): Promise<BrandAttention[]> {
  const last = await read.$queryRawUnsafe<{ id: string }[]>(
    `SELECT l."id" FROM (SELECT (SELECT j."id" FROM "Job" j INDEXED BY "Job_brandId_completedAt_id_idx" WHERE j."brandId" = b."id" AND j."completedAt" IS NOT NULL ORDER BY j."completedAt" DESC, j."id" DESC LIMIT 1) AS "jobId" FROM "Brand" b LIMIT ${mostBrands}) x
     CROSS JOIN "Job" l ON l."id" = x."jobId"
     WHERE l."status" = 'failed' OR (l."status" = 'completed' AND (json_extract(l."result", '$.complete') = 0 OR json_extract(l."result", '$.failed') > 0))
     ORDER BY l."completedAt" DESC LIMIT ${limit}`,
  )
  const rows = await read.job.findMany({ where: { id: { in: last.map(row => row.id) } }, orderBy: [{ completedAt: 'desc' }, { id: 'desc' }], include: { brand: { select: { name: true } } } })
  return rows.flatMap(row => row.brandId === null || row.completedAt === null
    ? []
    : [{
        brandId: row.brandId,
        brandName: row.brand?.name ?? '',
        reason: row.status !== 'failed' ? 'partial' as const : refused.includes(row.errorCode ?? '') ? 'blocked' as const : 'failed' as const,
        ...detailOf(row.error),
        errorCode: ErrorCode.safeParse(row.errorCode).data ?? null,
        jobId: row.id,
        jobStatus: JobStatus.parse(row.status),
        cause: row.cause,
        at: row.completedAt.toISOString(),
      }])
}

function detailOf(text: string | null): Pick<BrandAttention, 'detail' | 'told'> {
  if (text === null)
    return { detail: 'Some of its pages were not read, or the run was cut short.' }
  const { message, told } = JSON.parse(text) as Failure
  return { detail: message, told }
}
