import type { ChildQuery, JobRetryRequest, LedgerThingQuery, TimelineQuery } from '../../server/contract/index.ts'
import { answerOf, client } from './client.ts'

const at = (id: string) => ({ path: { id } })

/** What a job's own page asks for beside its row. */
export const getTimeline = (id: string, query: Partial<TimelineQuery>, signal?: AbortSignal) => answerOf(client.GET('/api/jobs/{id}/timeline', { params: { ...at(id), query }, signal }))
export const getAttempts = (id: string, signal?: AbortSignal) => answerOf(client.GET('/api/jobs/{id}/attempts', { params: at(id), signal }))
export const getHistory = (id: string, signal?: AbortSignal) => answerOf(client.GET('/api/jobs/{id}/history', { params: { ...at(id), query: {} }, signal }))
export const getTree = (id: string, signal?: AbortSignal) => answerOf(client.GET('/api/jobs/{id}/tree', { params: at(id), signal }))
export const getChildren = (id: string, query: Partial<ChildQuery>, signal?: AbortSignal) => answerOf(client.GET('/api/jobs/{id}/children', { params: { ...at(id), query }, signal }))
export const getLedgerThings = (id: string, query: Pick<LedgerThingQuery, 'bucket'> & Partial<LedgerThingQuery>, signal?: AbortSignal) => answerOf(client.GET('/api/jobs/{id}/ledger/things', { params: { ...at(id), query }, signal }))
export const retryJobWith = (id: string, body: JobRetryRequest) => answerOf(client.POST('/api/jobs/{id}/retry', { params: at(id), body }))
