import type { QueueName, QueueUpdate } from '../../server/contract/index.ts'
import { answerOf, client } from './client.ts'

const at = (name: QueueName) => ({ params: { path: { name } } })

export const listQueues = (signal?: AbortSignal) => answerOf(client.GET('/api/queues', { signal }))
export const pauseQueue = (name: QueueName) => answerOf(client.POST('/api/queues/{name}/pause', at(name)))
export const resumeQueue = (name: QueueName) => answerOf(client.POST('/api/queues/{name}/resume', at(name)))
export const updateQueue = (name: QueueName, body: QueueUpdate) => answerOf(client.PATCH('/api/queues/{name}', { ...at(name), body }))
