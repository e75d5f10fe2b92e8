import type { Tx } from '../database.ts'
import type { CanaryState } from './row.ts'
import { finalStatuses } from '../../contract/job-status.ts'

/**
 * How the first jobs of an operation do: passed as soon as enough have completed, failed as soon as that cannot happen
 * any more. A job that has been deleted meanwhile counts as not completed.
 */
export async function checkCanary(tx: Tx, operationId: string, canary: CanaryState): Promise<CanaryState> {
  const items = await tx.bulkOperationItem.findMany({ where: { operationId, outcome: 'done' }, select: { jobId: true } })
  const jobs = await tx.job.findMany({ where: { id: { in: items.map(item => item.jobId) } }, select: { status: true } })
  const succeeded = jobs.filter(job => job.status === 'completed').length
  const open = jobs.filter(job => !(finalStatuses as readonly string[]).includes(job.status)).length
  const needed = Math.ceil(items.length * canary.minimumSuccessShare)
  const passed = succeeded >= needed ? true : succeeded + open < needed ? false : null
  return { ...canary, ended: items.length - open, succeeded, passed }
}
