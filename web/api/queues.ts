import type { QueueInfo, QueueName } from '../../server/contract/index.ts'
import { call } from './client.ts'

export const listQueues = (signal?: AbortSignal) => call<QueueInfo[]>('GET', '/api/queues', { signal })
export const pauseQueue = (name: QueueName) => call<QueueInfo>('POST', `/api/queues/${name}/pause`)
export const resumeQueue = (name: QueueName) => call<QueueInfo>('POST', `/api/queues/${name}/resume`)
