import type { Export, ExportQuery } from '../contract/export.ts'
import type { ExportCsvData } from '../contract/job-types.ts'
import type { Page } from '../contract/page.ts'
import type { Database, Tx } from './database.ts'
import type { Export as Row } from './prisma/client.ts'
import { openStatuses } from '../contract/job-status.ts'
import { ExportCsvData as RequestSchema } from '../contract/job-types.ts'
import { NotFound } from '../errors.ts'
import { decodeCursor, toPage } from './cursor.ts'
import { newId } from './id.ts'
import { readJson } from './json.ts'

/** As stored; when it expires, and whether its file is there, is a matter of the time of asking. */
export type StoredExport = Omit<Export, 'expiresAt' | 'isFileGone'>
export type NewExport = Omit<StoredExport, 'id' | 'createdAt'> & { request: ExportCsvData }

/** It may name ten thousand products. */
const omit = { request: true } as const

/** Records of the finished files in `exports/`. */
export function createExportStore({ read, write }: Pick<Database, 'read' | 'write'>) {
  return {
    /** Newest first. */
    async list(query: ExportQuery): Promise<Page<StoredExport>> {
      const before = decodeCursor(query.cursor)
      const rows = await read.export.findMany({ where: { ...(before && { id: { lt: before } }), ...(query.brandId && { brandId: query.brandId }), ...(query.jobId && { jobId: query.jobId }) }, orderBy: { id: 'desc' }, take: query.limit + 1, omit })
      return toPage(rows, query.limit, toExport)
    },
    /** @throws {NotFound} */
    async get(id: string): Promise<StoredExport> {
      const row = await read.export.findUnique({ where: { id }, omit })
      if (!row)
        throw new NotFound('export', id)
      return toExport(row)
    },
    /** What its job was asked to do; null when that is not known. @throws {NotFound} */
    async requestOf(id: string): Promise<ExportCsvData | null> {
      const row = await read.export.findUnique({ where: { id }, select: { request: true } })
      if (!row)
        throw new NotFound('export', id)
      return readJson(RequestSchema, row.request, null)
    },
    async findByJob(jobId: string): Promise<StoredExport | null> {
      const row = await read.export.findFirst({ where: { jobId }, orderBy: { id: 'desc' }, omit })
      return row && toExport(row)
    },
    async hasFilename(filename: string): Promise<boolean> {
      return await read.export.count({ where: { filename } }) > 0
    },
    /** An effect of the export job, in its fenced transaction. */
    async record(tx: Tx, { bytes, request, ...rest }: NewExport, now: Date): Promise<StoredExport> {
      return toExport(await tx.export.create({ data: { id: newId(), ...rest, bytes: BigInt(bytes), request: JSON.stringify(request), createdAt: now } }))
    },
    /** Up to `limit` exports from before `before`, oldest first; never one whose job is still open. */
    async expired(before: Date, limit: number): Promise<StoredExport[]> {
      const rows = await read.export.findMany({ where: { createdAt: { lt: before } }, orderBy: { id: 'asc' }, take: limit, omit })
      const open = await read.job.findMany({ where: { id: { in: rows.map(row => row.jobId) }, status: { in: [...openStatuses] } }, select: { id: true } })
      const ids = new Set(open.map(job => job.id))
      return rows.filter(row => !ids.has(row.jobId)).map(toExport)
    },
    /** @throws {NotFound} */
    remove: (id: string): Promise<void> => write(async (tx) => {
      const { count } = await tx.export.deleteMany({ where: { id } })
      if (count === 0)
        throw new NotFound('export', id)
    }),
  }
}
export type ExportStore = ReturnType<typeof createExportStore>

function toExport(row: Omit<Row, 'request'>): StoredExport {
  return { id: row.id, jobId: row.jobId, brandId: row.brandId, filename: row.filename, rows: row.rows, bytes: Number(row.bytes), sha256: row.sha256, createdAt: row.createdAt.toISOString() }
}
