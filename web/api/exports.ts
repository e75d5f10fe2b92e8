import type { Export, Page } from '../../server/contract/index.ts'
import { call } from './client.ts'

export const listExports = (query: { brandId?: string, cursor?: string, limit?: number }, signal?: AbortSignal) => call<Page<Export>>('GET', '/api/exports', { query, signal })
export const removeExport = (id: string) => call<null>('DELETE', `/api/exports/${encodeURIComponent(id)}`)

/** Address of an export job's file; the answer carries the file name. */
export const downloadPath = (jobId: string) => `/api/export/${encodeURIComponent(jobId)}`

/** The same download for a terminal; `-J` takes the file name from the answer. */
export function curlCommand(jobId: string, origin: string = window.location.origin): string {
  return `curl --fail --remote-name --remote-header-name ${origin}${downloadPath(jobId)}`
}
