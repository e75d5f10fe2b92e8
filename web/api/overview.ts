import type { QueueName, SeriesSpan } from '../../server/contract/index.ts'
import { answerOf, client } from './client.ts'

export const getOverview = (signal?: AbortSignal) => answerOf(client.GET('/api/overview', { signal }))
export const listFailures = (query: { brandId?: string, limit?: number }, signal?: AbortSignal) => answerOf(client.GET('/api/failures', { params: { query }, signal }))

/** Address of the figures behind a queue's chart, as CSV. */
export const seriesCsvPath = (queue: QueueName, span: SeriesSpan) => `/api/series?queue=${queue}&span=${span}&format=csv`
