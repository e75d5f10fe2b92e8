import type { QueueService } from '../../jobs/ports.ts'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { BulkOperation } from '../../contract/bulk-operation.ts'
import { QueueDrain, QueueInfo, QueueName, QueueUpdate } from '../../contract/queue.ts'
import { bodyProblems, changeProblems, json, jsonBody, located, problems } from '../responses.ts'
import { createRouter } from '../router.ts'
import { bulkOperationLocation } from './bulk-operation.routes.ts'

const tags = ['Queues']
const QueueParams = z.object({ name: QueueName })

const list = createRoute({
  method: 'get',
  path: '/api/queues',
  operationId: 'listQueues',
  tags,
  summary: 'List the queues with their counts',
  responses: { 200: json(z.array(QueueInfo), 'Every queue'), ...problems('queue-unavailable') },
})

const get = createRoute({
  method: 'get',
  path: '/api/queues/{name}',
  operationId: 'getQueue',
  tags,
  summary: 'Get one queue with its counts and limits',
  request: { params: QueueParams },
  responses: { 200: json(QueueInfo, 'The queue'), ...problems('invalid-input') },
})

const update = createRoute({
  method: 'patch',
  path: '/api/queues/{name}',
  operationId: 'updateQueue',
  tags,
  summary: 'Set a queue\'s limits',
  description: 'Over all workers in all processes. They hold from the next job on and outlive the queue store.',
  request: { params: QueueParams, body: jsonBody(QueueUpdate) },
  responses: { 200: json(QueueInfo, 'The queue, limited'), ...bodyProblems() },
})

const pause = createRoute({
  method: 'post',
  path: '/api/queues/{name}/pause',
  operationId: 'pauseQueue',
  tags,
  summary: 'Pause a queue',
  description: 'Active jobs go on; no new one starts, on any worker.',
  request: { params: QueueParams },
  responses: { 200: json(QueueInfo, 'The queue, paused'), ...changeProblems('invalid-input', 'queue-unavailable') },
})

const resume = createRoute({
  method: 'post',
  path: '/api/queues/{name}/resume',
  operationId: 'resumeQueue',
  tags,
  summary: 'Resume a queue',
  request: { params: QueueParams },
  responses: { 200: json(QueueInfo, 'The queue, running'), ...changeProblems('invalid-input', 'queue-unavailable') },
})

const drain = createRoute({
  method: 'post',
  path: '/api/queues/{name}/drain',
  operationId: 'drainQueue',
  tags,
  summary: 'Cancel every waiting job of a queue',
  description: 'Active jobs go on. Jobs of a flow take the waiting jobs after them along. Nothing is deleted: cancelled jobs can be retried.',
  request: { params: QueueParams, body: { ...jsonBody(QueueDrain), required: false } },
  responses: { 202: located(BulkOperation, 'The bulk operation that cancels them'), ...bodyProblems() },
})

export function createQueueRoutes({ queues }: { queues: QueueService }) {
  return createRouter()
    .openapi(list, async c => c.json(await queues.list(), 200))
    .openapi(get, async c => c.json(await queues.get(c.req.valid('param').name), 200))
    .openapi(update, async c => c.json(await queues.update(c.req.valid('param').name, c.req.valid('json')), 200))
    .openapi(pause, async c => c.json(await queues.pause(c.req.valid('param').name), 200))
    .openapi(resume, async c => c.json(await queues.resume(c.req.valid('param').name), 200))
    .openapi(drain, async (c) => {
      const operation = await queues.drain(c.req.valid('param').name, c.req.valid('json'))
      return c.json(operation, 202, bulkOperationLocation(operation))
    })
}
