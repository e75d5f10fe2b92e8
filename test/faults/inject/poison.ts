import type { ExportRequest } from '../../../server/export/exporter.ts'
import process from 'node:process'
import * as real from '../../../server/export/exporter.ts'
import { settingsOf } from './options.ts'

export * from '../../../server/export/exporter.ts'

interface Settings {
  /** Exports whose wished file name has this in it end their process. */
  marker: string
}

export function createExporter(options: Parameters<typeof real.createExporter>[0]): real.Exporter {
  const { marker } = settingsOf<Settings>('poison')
  const exporter = real.createExporter(options)
  return {
    ...exporter,
    async write(request: ExportRequest) {
      if (request.filename?.includes(marker))
        process.abort()
      return exporter.write(request)
    },
  }
}
