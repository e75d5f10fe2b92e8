import type { JobFilter } from '../../server/contract/index.ts'
import { startOf } from './within.ts'

/** What of the address filters the list of jobs. */
export const jobFilterKeys = ['type', 'status', 'brandId', 'errorCode', 'cause', 'tag', 'worker', 'priority', 'within', 'createdAfter', 'createdBefore', 'finishedAfter', 'finishedBefore', 'search'] as const
export type JobFilterKey = (typeof jobFilterKeys)[number]

/** The filter that an address means; what is wrong in it is refused by the server, with a 422. */
export function toJobFilter({ within, status, priority, ...rest }: Partial<Record<JobFilterKey, string>>): JobFilter {
  return {
    ...rest,
    ...(status !== undefined && { status: status.split(',') }),
    ...(priority !== undefined && { priority: Number(priority) }),
    ...(within !== undefined && rest.createdAfter === undefined && { createdAfter: startOf(within) }),
  } as JobFilter
}
