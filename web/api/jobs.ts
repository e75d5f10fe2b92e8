import type { ErrorCode, ExportFlowRequest, JobQuery, JobRequest, JobRetry, JobStatus, JobType } from '../../server/contract/index.ts'
import { answerOf, client } from './client.ts'

export interface JobFilter {
  type?: JobType
  status?: JobStatus[]
  brandId?: string
  flowId?: string
  errorCode?: ErrorCode
  cause?: string
  tag?: string
  worker?: string
  priority?: number
  createdAfter?: string
  createdBefore?: string
  finishedAfter?: string
  finishedBefore?: string
  search?: string
}
/** How the list is sorted; without it, the newest first. */
export interface JobSorting { sort?: JobSort, order?: 'asc' | 'desc' }
export type JobSort = NonNullable<JobQuery['sort']>
interface Paging { cursor?: string, limit?: number }
/** Of a list that can be read both ways: `before` takes the `prevCursor` of a page. */
interface TwoWayPaging extends Paging { before?: string }
/** What is asked of the Export button; `refresh` is optional here, the server's default is false. */
export type ExportRequest = Omit<ExportFlowRequest, 'refresh'> & { refresh?: boolean }

const at = (id: string) => ({ params: { path: { id } } })

export const listJobs = (query: JobFilter & JobSorting & TwoWayPaging, signal?: AbortSignal) => answerOf(client.GET('/api/jobs', { params: { query }, signal }))
export const getJob = (id: string, signal?: AbortSignal) => answerOf(client.GET('/api/jobs/{id}', { ...at(id), signal }))
export const getFlow = (id: string, signal?: AbortSignal) => answerOf(client.GET('/api/jobs/{id}/flow', { ...at(id), signal }))
export const getJobLedger = (id: string, signal?: AbortSignal) => answerOf(client.GET('/api/jobs/{id}/ledger', { ...at(id), signal }))
export const submitJob = (body: JobRequest) => answerOf(client.POST('/api/jobs', { body }))
export const retryJob = (id: string, body?: JobRetry) => answerOf(client.POST('/api/jobs/{id}/retry', { ...at(id), body }))
export const cancelJob = (id: string) => answerOf(client.POST('/api/jobs/{id}/cancel', at(id)))
export const promoteJob = (id: string) => answerOf(client.POST('/api/jobs/{id}/promote', at(id)))
export const submitExportFlow = (body: ExportRequest) => answerOf(client.POST('/api/exports', { body }))

/** Pages that came but could not be read, saved with their job. */
export const listSavedPages = (id: string, signal?: AbortSignal) => answerOf(client.GET('/api/jobs/{id}/pages', { ...at(id), signal })).then(({ items }) => items)
/** The source of a saved page, to be shown as text, never run. */
export const getSavedPage = (id: string) => answerOf(client.GET('/api/pages/{id}', { ...at(id), parseAs: 'text' }))
