import type { WorkerService } from '../../jobs/ports.ts'
import { createRoute, z } from '@hono/zod-openapi'
import { WorkerProcess } from '../../contract/worker.ts'
import { changeProblems, json, problems } from '../responses.ts'
import { createRouter } from '../router.ts'
import { IdParams } from './params.ts'

const tags = ['Workers']

const list = createRoute({
  method: 'get',
  path: '/api/workers',
  operationId: 'listWorkers',
  tags,
  summary: 'List the processes that run jobs, with what each is doing',
  responses: { 200: json(z.array(WorkerProcess), 'Every process, the oldest first'), ...problems() },
})

const quiet = createRoute({
  method: 'post',
  path: '/api/workers/{id}/quiet',
  operationId: 'quietWorker',
  tags,
  summary: 'Let a process start no new job',
  description: 'What it works on goes on. It obeys within a few seconds, on whatever machine it is.',
  request: { params: IdParams },
  responses: { 202: json(WorkerProcess, 'The process as it is now'), ...changeProblems('not-found', 'conflict') },
})

const resume = createRoute({
  method: 'post',
  path: '/api/workers/{id}/resume',
  operationId: 'resumeWorker',
  tags,
  summary: 'Let a quiet process start jobs again',
  request: { params: IdParams },
  responses: { 202: json(WorkerProcess, 'The process as it is now'), ...changeProblems('not-found', 'conflict') },
})

const stop = createRoute({
  method: 'post',
  path: '/api/workers/{id}/stop',
  operationId: 'stopWorker',
  tags,
  summary: 'Stop a worker process',
  description: 'As SIGTERM would: its jobs are put back and go on elsewhere. A supervisor may start it again. 409 for a process that serves the dashboard as well.',
  request: { params: IdParams },
  responses: { 202: json(WorkerProcess, 'The process as it is now'), ...changeProblems('not-found', 'conflict') },
})

export function createWorkerRoutes({ workers }: { workers: WorkerService }) {
  return createRouter()
    .openapi(list, async c => c.json(await workers.list(), 200))
    .openapi(quiet, async c => c.json(await workers.quiet(c.req.valid('param').id), 202))
    .openapi(resume, async c => c.json(await workers.resume(c.req.valid('param').id), 202))
    .openapi(stop, async c => c.json(await workers.stop(c.req.valid('param').id), 202))
}
