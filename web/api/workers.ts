import { answerOf, client } from './client.ts'

const at = (id: string) => ({ params: { path: { id } } })

export const listWorkers = (signal?: AbortSignal) => answerOf(client.GET('/api/workers', { signal }))
export const quietWorker = (id: string) => answerOf(client.POST('/api/workers/{id}/quiet', at(id)))
export const resumeWorker = (id: string) => answerOf(client.POST('/api/workers/{id}/resume', at(id)))
export const stopWorker = (id: string) => answerOf(client.POST('/api/workers/{id}/stop', at(id)))
