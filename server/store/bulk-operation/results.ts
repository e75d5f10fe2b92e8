import type { BulkOperationResult, BulkOperationResultQuery } from '../../contract/bulk-operation.ts'
import type { Page } from '../../contract/page.ts'
import type { Tx } from '../database.ts'
import type { PrismaClient, BulkOperationItem as Row } from '../prisma/client.ts'
import { BulkOperationResult as ResultSchema } from '../../contract/bulk-operation.ts'
import { decodeCursor, toPage } from '../cursor.ts'
import { readTold } from '../told.ts'

/** What is kept of each job beside its outcome, to say later which it was. */
export async function natureOf(tx: Tx, ids: string[]): Promise<Map<string, { type: string, brandId: string | null }>> {
  const rows = await tx.job.findMany({ where: { id: { in: ids } }, select: { id: true, type: true, brandId: true } })
  return new Map(rows.map(({ id, ...nature }) => [id, nature]))
}

/** What became of each job, newest job first, with what the job is: as it is now, or as it was when it is gone. */
export async function readResults(read: PrismaClient, operationId: string, { cursor, limit, outcome }: BulkOperationResultQuery): Promise<Page<BulkOperationResult>> {
  const before = decodeCursor(cursor)
  const rows = await read.bulkOperationItem.findMany({ where: { operationId, ...(outcome && { outcome }), ...(before && { jobId: { lt: before } }) }, orderBy: { jobId: 'desc' }, take: limit + 1, omit: { kept: true } })
  const jobs = await read.job.findMany({ where: { id: { in: rows.map(row => row.jobId) } }, select: { id: true, type: true, brandId: true, status: true } })
  const present = new Map(jobs.map(job => [job.id, job]))
  const brandIds = [...rows, ...jobs].flatMap(({ brandId }) => brandId ?? [])
  const brands = await read.brand.findMany({ where: { id: { in: [...new Set(brandIds)] } }, select: { id: true, name: true } })
  const names = new Map(brands.map(({ id, name }) => [id, name]))

  function jobOf({ jobId, type, brandId }: Pick<Row, 'jobId' | 'type' | 'brandId'>) {
    const job = present.get(jobId)
    if (!job && type === null)
      return null
    const of = job ?? { type, brandId, status: null }
    return { ...of, brandName: of.brandId === null ? null : names.get(of.brandId) ?? null }
  }
  return toPage(rows.map(row => ({ ...row, id: row.jobId })), limit, row => ResultSchema.parse({ ...row, told: readTold(row.told), job: jobOf(row) }))
}
