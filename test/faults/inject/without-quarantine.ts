import type { Tx } from '../../../server/store/database.ts'
import type { ClaimRequest } from '../../../server/store/job/claim.ts'
import * as real from '../../../server/store/job/claim.ts'

export * from '../../../server/store/job/claim.ts'

/** Nobody counts how often a job has taken its process with it. */
export async function claim(tx: Tx, request: ClaimRequest) {
  await tx.job.updateMany({ where: { id: request.jobId }, data: { starts: 0 } })
  return real.claim(tx, request)
}
