import type { ExportFlowRequest, Job, JobClean, JobRequest, JobSummary, JobType, Page, TimelineEntry } from '../../server/contract/index.ts'
import { call } from './client.ts'

export interface JobFilter { type?: JobType, status?: string[], brandId?: string, flowId?: string, errorCode?: string, search?: string }

interface Paging { cursor?: string, limit?: number }

const path = (id: string) => `/api/jobs/${encodeURIComponent(id)}`

export const listJobs = (query: JobFilter & Paging, signal?: AbortSignal) => call<Page<JobSummary>>('GET', '/api/jobs', { query: { ...query }, signal })
export const getJob = (id: string, signal?: AbortSignal) => call<Job>('GET', path(id), { signal })
export const getFlow = (id: string, signal?: AbortSignal) => call<JobSummary[]>('GET', `${path(id)}/flow`, { signal })
export const getTimeline = (id: string, query: Paging, signal?: AbortSignal) => call<Page<TimelineEntry>>('GET', `${path(id)}/timeline`, { query: { ...query }, signal })
export const submitJob = (request: JobRequest) => call<Job>('POST', '/api/jobs', { body: request })
export const retryJob = (id: string) => call<Job>('POST', `${path(id)}/retry`)
export const cancelJob = (id: string) => call<Job>('POST', `${path(id)}/cancel`)
export const promoteJob = (id: string) => call<Job>('POST', `${path(id)}/promote`)
export const removeJob = (id: string) => call<null>('DELETE', path(id))
export const cleanJobs = (request: JobClean) => call<{ removed: number }>('POST', '/api/jobs/clean', { body: request })
export const submitExportFlow = (request: Omit<ExportFlowRequest, 'refresh'> & { refresh?: boolean }) => call<Job>('POST', '/api/exports', { body: request })
