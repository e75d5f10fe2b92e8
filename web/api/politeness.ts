import { answerOf, client } from './client.ts'

export const getPoliteness = (id: string, signal?: AbortSignal) => answerOf(client.GET('/api/brands/{id}/politeness', { params: { path: { id } }, signal }))
