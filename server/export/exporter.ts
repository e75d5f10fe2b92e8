import type { ExportColumn } from '../contract/export.ts'
import type { ExportRow } from './columns.ts'
import type { WrittenFile } from './write-file.ts'
import { access, constants, mkdir, readdir, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { defaultFilename, safeFilename } from '../contract/filename.ts'
import { csvStream, toRecord } from './csv.ts'
import { writePartial } from './write-file.ts'

export interface ExportRequest {
  jobId: string
  /** Pages of rows in the order of the file. */
  pages: AsyncIterable<ExportRow[]>
  filename: string | undefined
  at: Date
  columns: ExportColumn[] | undefined
  mode: 'safe' | 'raw'
  signal: AbortSignal
  onRows: (rows: number) => void
  /** Called with each name before it is taken: false when another export has it. What it writes down survives a crash. */
  reserve: (filename: string) => Promise<boolean>
}

export interface ExportedFile extends WrittenFile { filename: string, rows: number }

/** A file under its name, which can be taken back as long as nobody has been told of it. */
export interface PublishedFile extends ExportedFile { withdraw: () => Promise<void> }

const partialAge = 60 * 60 * 1000

/** Writes and removes the files in `exports/`. */
export function createExporter({ folder }: { folder: string }) {
  const pathOf = (filename: string) => join(folder, filename)

  return {
    pathOf,
    /** Makes the folder when there is none. @throws when no file can be written there */
    async prepare(): Promise<void> {
      try {
        await mkdir(folder, { recursive: true })
        await access(folder, constants.W_OK)
      }
      catch (error) {
        throw new Error(`Exports cannot be written to ${folder} (${error instanceof Error ? error.message : String(error)}). Set EXPORTS_DIR to a folder that this user may write to.`, { cause: error })
      }
    },
    /** A listed file is always whole: it gets its name only when complete and on the disk. */
    async write({ jobId, pages, filename, at, columns, mode, signal, onRows, reserve }: ExportRequest): Promise<PublishedFile> {
      let rows = 0
      async function* records() {
        for await (const page of pages) {
          for (const row of page)
            yield toRecord(row, { columns, mode })
          rows += page.length
          onRows(rows)
        }
      }
      const wish = filename === undefined ? null : safeFilename(filename)
      const file = await writePartial(folder, jobId, records(), csvStream({ columns }), signal)
      const name = await file.publish(wish ?? defaultFilename(at), reserve).catch(async (error: unknown) => {
        await file.discard()
        throw error
      })
      return { filename: name, rows, bytes: file.bytes, sha256: file.sha256, withdraw: () => file.withdraw(name) }
    },
    remove: (filename: string): Promise<void> => unlink(pathOf(filename)).catch(() => undefined),
    /** Takes away what crashed exports left behind more than an hour ago. */
    async sweep(now: number): Promise<void> {
      for (const name of await readdir(folder).catch(() => [])) {
        if (!/^\..*\.part$/.test(name))
          continue
        const { mtimeMs } = await stat(pathOf(name)).catch(() => ({ mtimeMs: now }))
        if (now - mtimeMs > partialAge)
          await unlink(pathOf(name)).catch(() => undefined)
      }
    },
  }
}
export type Exporter = ReturnType<typeof createExporter>
