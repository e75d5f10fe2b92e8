import { answerOf, client } from './client.ts'

export const getOverview = (signal?: AbortSignal) => answerOf(client.GET('/api/overview', { signal }))
export const listFailures = (query: { brandId?: string, limit?: number }, signal?: AbortSignal) => answerOf(client.GET('/api/failures', { params: { query }, signal }))
