import type { BulkOperation, BulkOperationPreview, BulkOperationRequest, BulkOperationResult, BulkOperationStatus } from '../../server/contract/index.ts'
import { answerOf, client } from './client.ts'

const at = (id: string) => ({ params: { path: { id } } })

/** Exact counts of what an operation would do; nothing is done. */
export const previewBulkOperation = (body: BulkOperationRequest, signal?: AbortSignal) => answerOf(client.POST('/api/bulk-operations', { body: { ...body, dryRun: true }, signal })) as Promise<BulkOperationPreview>
export const createBulkOperation = (body: BulkOperationRequest) => answerOf(client.POST('/api/bulk-operations', { body })) as Promise<BulkOperation>
export const listBulkOperations = (query: { status?: BulkOperationStatus[], undoable?: 'true', cursor?: string, limit?: number }, signal?: AbortSignal) => answerOf(client.GET('/api/bulk-operations', { params: { query }, signal }))
export const getBulkOperation = (id: string, signal?: AbortSignal) => answerOf(client.GET('/api/bulk-operations/{id}', { ...at(id), signal }))
export const listBulkResults = (id: string, query: { outcome?: BulkOperationResult['outcome'], cursor?: string, limit?: number }, signal?: AbortSignal) => answerOf(client.GET('/api/bulk-operations/{id}/results', { params: { path: { id }, query }, signal }))
export const abortBulkOperation = (id: string) => answerOf(client.POST('/api/bulk-operations/{id}/abort', at(id)))
export const undoBulkOperation = (id: string) => answerOf(client.POST('/api/bulk-operations/{id}/undo', at(id)))
