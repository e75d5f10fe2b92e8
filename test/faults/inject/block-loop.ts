import type { ExportRequest } from '../../../server/export/exporter.ts'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as real from '../../../server/export/exporter.ts'
import { settingsOf } from './options.ts'

interface Settings {
  /** Exports whose wished file name has this in it are held up, once each. */
  marker: string
  ms: number
  /** Remembers, across processes, which have been. */
  folder: string
}

/** Keeps the event loop busy between the last byte of an export and the end of its run, so that neither locks nor heartbeats are renewed. */
export function createExporter(options: Parameters<typeof real.createExporter>[0]): real.Exporter {
  const { marker, ms, folder } = settingsOf<Settings>('block-loop')
  const exporter = real.createExporter(options)
  return {
    ...exporter,
    async write(request: ExportRequest) {
      const written = await exporter.write(request)
      const done = join(folder, request.jobId)
      if (request.filename?.includes(marker) && !existsSync(done)) {
        writeFileSync(done, '')
        const end = performance.now() + ms
        while (performance.now() < end);
      }
      return written
    },
  }
}
