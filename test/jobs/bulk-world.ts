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
  // One statement: Prisma's createMany computes ten times as long.
  await world.database.write(tx => tx.$executeRaw`INSERT INTO "Job" ("id", "type", "status", "data", "maxAttempts", "createdAt", "updatedAt", "completedAt") SELECT "value", 'export-csv', 'failed', '{}', 1, ${now}, ${now}, ${now} FROM json_each(${JSON.stringify(ids)}) ORDER BY "key"`)
  return ids
}

export async function run(world: ServiceWorld, request: BulkOperationRequest) {
  const { id } = await world.operations.create(request)
  await world.workOff()
  return world.operations.get(id)
}

export const results = async (world: ServiceWorld, id: string) => (await world.operations.results(id, { limit: 200 })).items
