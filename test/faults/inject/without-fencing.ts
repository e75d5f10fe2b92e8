import type { Tx } from '../../../server/store/database.ts'
import type { Fence } from '../../../server/store/job/claim.ts'
import type { JobRow } from '../../../server/store/job/row.ts'
import type { Beat } from '../../../server/store/job/run.ts'
import { end } from '../../../server/store/job/end.ts'
import { toJob, withBrand } from '../../../server/store/job/row.ts'
import * as real from '../../../server/store/job/run.ts'

export * from '../../../server/store/job/run.ts'

/** Whoever runs a job may write, whether it is still his or not. */
export async function owned(tx: Tx, { jobId }: Fence): Promise<JobRow> {
  return tx.job.findUniqueOrThrow({ where: { id: jobId }, include: withBrand })
}

export async function beat(tx: Tx, fence: Fence, state: Beat) {
  const row = await owned(tx, fence)
  return row.status === 'active' && row.attemptToken !== null ? real.beat(tx, { ...fence, token: row.attemptToken }, state) : toJob(row)
}

export async function finish(tx: Tx, fence: Fence, ending: Parameters<typeof end>[2]) {
  return end(tx, await owned(tx, fence), ending)
}
