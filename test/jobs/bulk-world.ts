import type { BulkOperationRequest } from '../../server/contract/bulk-operation.ts'
import type { JobRequest } from '../../server/contract/job.ts'
import type { ServiceWorld } from './service-world.ts'
import { newId } from '../../server/store/id.ts'

export const exportAll: JobRequest = { type: 'export-csv', data: {} }

export async function submit(world: ServiceWorld, count: number, request: JobRequest = exportAll): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n++)
    ids.push((await world.service.submit(request)).job.id)
  return ids
}

/** Failed jobs by the thousand, written at once. */
export async function writeFailed(world: ServiceWorld, count: number): Promise<string[]> {
  const now = new Date(world.clock.now())
  const ids = Array.from({ length: count }, () => newId())
  await world.database.write(async (tx) => {
    for (let start = 0; start < count; start += 1000)
      await tx.job.createMany({ data: ids.slice(start, start + 1000).map(id => ({ id, type: 'export-csv', status: 'failed', data: '{}', maxAttempts: 1, createdAt: now, updatedAt: now, completedAt: now })) })
  })
  return ids
}

export async function run(world: ServiceWorld, request: BulkOperationRequest) {
  const { id } = await world.operations.create(request)
  await world.workOff()
  return world.operations.get(id)
}

export const results = async (world: ServiceWorld, id: string) => (await world.operations.results(id, { limit: 200 })).items
