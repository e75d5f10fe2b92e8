import type { ExportRequest } from '../../../server/export/exporter.ts'
import * as real from '../../../server/export/exporter.ts'
import { blockOnce } from './busy-loop.ts'

export * from '../../../server/export/exporter.ts'

/** Exports with `early` in their wished name are held up before they write their file. */
export function createExporter(options: Parameters<typeof real.createExporter>[0]): real.Exporter {
  const exporter = real.createExporter(options)
  return {
    ...exporter,
    async write(request: ExportRequest) {
      if (request.filename?.includes('early'))
        blockOnce(request.jobId)
      return exporter.write(request)
    },
  }
}
