import type { PageFailure } from '../contract/job-types.ts'
import type { PageSnapshot } from '../contract/snapshot.ts'
import type { Database, Tx } from './database.ts'
import { Buffer } from 'node:buffer'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { NotFound } from '../errors.ts'
import { newId } from './id.ts'
import { readTold, writeTold } from './told.ts'

/** Pages kept of one job, and bytes kept of one page: enough to see what was wrong, little enough to keep. */
export const snapshotLimits = { pagesPerJob: 20, bytesPerPage: 512 * 1024 } as const

const pack = promisify(gzip)
const unpack = promisify(gunzip)

export interface NewSnapshot { productId: string, failure: Pick<PageFailure, 'url' | 'code' | 'message' | 'told'>, html: string }

/** Source of pages that could not be read, for people to look at. They go with their job. */
export function createSnapshotStore({ read }: Pick<Database, 'read'>) {
  return {
    /** Keeps pages until the job has its share; what is over is dropped. An effect of the job, in its fenced transaction. */
    async keep(tx: Tx, jobId: string, pages: NewSnapshot[], at: Date): Promise<void> {
      if (pages.length === 0)
        return
      const room = snapshotLimits.pagesPerJob - await tx.pageSnapshot.count({ where: { jobId } })
      for (const { productId, failure: { url, code, message, told }, html } of pages.slice(0, Math.max(0, room))) {
        const bytes = Buffer.from(html).subarray(0, snapshotLimits.bytesPerPage)
        await tx.pageSnapshot.create({ data: { id: newId(), jobId, productId, url, code, message, told: told && writeTold(told), at, bytes: bytes.byteLength, html: new Uint8Array(await pack(bytes)) } })
      }
    },
    async list(jobId: string): Promise<PageSnapshot[]> {
      const rows = await read.pageSnapshot.findMany({ where: { jobId }, orderBy: { id: 'asc' }, omit: { html: true } })
      return rows.map(row => ({ ...row, told: readTold(row.told), at: row.at.toISOString() }))
    },
    /** @throws {NotFound} */
    async html(id: string): Promise<string> {
      const row = await read.pageSnapshot.findUnique({ where: { id }, select: { html: true } })
      if (!row)
        throw new NotFound('saved-page', id)
      return (await unpack(row.html)).toString('utf8')
    },
  }
}
export type SnapshotStore = ReturnType<typeof createSnapshotStore>
