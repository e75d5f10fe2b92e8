import type { Job, JobSummary } from '../../contract/job.ts'
import type { Job as Row } from '../prisma/client.ts'
import { z } from 'zod'
import { JobStatus } from '../../contract/job-status.ts'
import { JobType } from '../../contract/job-types.ts'
import { Failure } from '../../contract/problem.ts'
import { readJson } from '../json.ts'
import { readTold } from '../told.ts'

export type JobRow = Row & { brand: { name: string } | null }

/** What every read of a job includes, so that lists can show the brand's name. */
export const withBrand = { brand: { select: { name: true } } } as const

/** A worker that no row names; a run's row always names its own. */
export const unnamed = '?'

const Tags = z.array(z.string())
const Dictionary = z.record(z.string(), z.unknown())

export function toSummary(row: JobRow): JobSummary {
  return {
    id: row.id,
    type: JobType.parse(row.type),
    status: JobStatus.parse(row.status),
    progress: row.progress,
    progressNote: row.progressNote,
    progressTold: readTold(row.progressTold),
    priority: row.priority,
    tags: readJson(Tags, row.tags, []),
    brandId: row.brandId,
    brandName: row.brand?.name ?? null,
    parentId: row.parentId,
    flowId: row.flowId,
    attempts: row.attempts,
    maxAttempts: row.maxAttempts,
    error: readJson(Failure, row.error, null),
    cause: row.cause,
    worker: row.worker,
    runAt: row.runAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    completedAt: row.completedAt?.toISOString() ?? null,
    durationMs: row.startedAt && row.completedAt ? Math.max(0, row.completedAt.getTime() - row.startedAt.getTime()) : null,
    cancelRequestedAt: row.cancelRequestedAt?.toISOString() ?? null,
    version: row.version,
  }
}

export function toJob(row: JobRow): Job {
  return {
    ...toSummary(row),
    data: readJson(Dictionary, row.data, {}),
    options: { maxAttempts: row.maxAttempts, priority: row.priority, onFailure: row.onChildFailure === 'ignore' ? 'ignore' : 'fail', dedupeKey: row.dedupeKey, generation: row.generation, starts: row.starts },
    result: readJson(Dictionary, row.result, null),
  }
}
