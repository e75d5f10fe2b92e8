import type { QueueName, SeriesSpan } from '../../server/contract/index.ts'
import { answerOf, client } from './client.ts'

export const listExports = (query: { brandId?: string, jobId?: string, cursor?: string, limit?: number }, signal?: AbortSignal) => answerOf(client.GET('/api/exports', { params: { query }, signal }))
export const removeExport = (id: string) => answerOf(client.DELETE('/api/exports/{id}', { params: { path: { id } } }))
/** The same once more, also when its job is gone. @returns the job that writes it */
export const writeExportAgain = (id: string) => answerOf(client.POST('/api/exports/{id}/again', { params: { path: { id } } }))

/** Address of an export job's file; the answer carries the file name. */
export const downloadPath = (jobId: string) => `/api/export/${encodeURIComponent(jobId)}`

/** The same download for a terminal; `-J` takes the file name from the answer. */
export function curlCommand(jobId: string, origin: string = window.location.origin): string {
  return `curl --fail --remote-name --remote-header-name ${origin}${downloadPath(jobId)}`
}

/** The same export, started from a terminal. */
export function curlStartCommand(request: object, origin: string = window.location.origin): string {
  return `curl --fail --request POST --header 'Content-Type: application/json' --data '${JSON.stringify(request).replaceAll('\'', '\'\\\'\'')}' ${origin}/api/exports`
}

/** Address of the figures behind a queue's chart, as CSV. */
export const seriesCsvPath = (queue: QueueName, span: SeriesSpan) => `/api/series?queue=${queue}&span=${span}&format=csv`

/** Address of the figures behind a job's history chart, as CSV. */
export const historyCsvPath = (id: string) => `/api/jobs/${encodeURIComponent(id)}/history?format=csv`
