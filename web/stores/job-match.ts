import type { JobSummary } from '../../server/contract/job.ts'
import type { JobFilter } from '../api/jobs.ts'
import { noBrand } from '../../server/contract/no-brand.ts'

/**
 * Would the server list this job under the filter? `null`: only the server can say (full-text search).
 */
export function matchesFilter(job: JobSummary, filter: JobFilter): boolean | null {
  if (filter.type && job.type !== filter.type)
    return false
  if (filter.status?.length && !filter.status.includes(job.status))
    return false
  if (filter.brandId && (job.brandId ?? noBrand) !== filter.brandId)
    return false
  if (filter.flowId && job.flowId !== filter.flowId)
    return false
  if (filter.errorCode && job.error?.code !== filter.errorCode)
    return false
  if (filter.cause && job.cause !== filter.cause)
    return false
  if (filter.tag && !job.tags.includes(filter.tag))
    return false
  if (filter.priority !== undefined && job.priority !== filter.priority)
    return false
  if (filter.worker && job.worker !== filter.worker)
    return false
  if (!isBetween(job.createdAt, filter.createdAfter, filter.createdBefore))
    return false
  if ((filter.finishedAfter || filter.finishedBefore) && (job.completedAt === null || !isBetween(job.completedAt, filter.finishedAfter, filter.finishedBefore)))
    return false
  return filter.search ? null : true
}

function isBetween(at: string, after: string | undefined, before: string | undefined): boolean {
  const ms = Date.parse(at)
  return (after === undefined || ms >= Date.parse(after)) && (before === undefined || ms < Date.parse(before))
}
