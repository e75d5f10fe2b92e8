import type { HistoryRun } from '../../contract/job-detail.ts'
import type { JobDetailService } from '../../jobs/job-detail-service.ts'
import { createRoute, z } from '@hono/zod-openapi'
import { ChildQuery, HistoryQuery, JobAttempts, JobHistory, JobTree } from '../../contract/job-detail.ts'
import { json, problems } from '../responses.ts'
import { createRouter } from '../router.ts'
import { JobNodePage } from './answers.ts'
import { IdParams } from './params.ts'

const tags = ['Jobs']

const attempts = createRoute({
  method: 'get',
  path: '/api/jobs/{id}/attempts',
  operationId: 'listJobAttempts',
  tags,
  summary: 'List every run of a job with its worker, duration and error',
  description: 'The newest 100, newest first, also those of before a retry. With it: how far the last cancellation has come – requested, acknowledged by a worker, stopped.',
  request: { params: IdParams },
  responses: { 200: json(JobAttempts, 'The attempts'), ...problems('not-found') },
})

const history = createRoute({
  method: 'get',
  path: '/api/jobs/{id}/history',
  operationId: 'getJobHistory',
  tags,
  summary: 'Get the runs of the same type and brand around a job, as JSON or CSV',
  description: 'Oldest first; most of them before the job, the job itself among them. Parts of a split run are compared with each other. Looks at no more than 5,000 jobs of the brand to either side.',
  request: { params: IdParams, query: HistoryQuery },
  responses: {
    200: { description: 'The runs', content: { 'application/json': { schema: JobHistory }, 'text/csv': { schema: z.string() } } },
    ...problems('not-found', 'invalid-input'),
  },
})

const tree = createRoute({
  method: 'get',
  path: '/api/jobs/{id}/tree',
  operationId: 'getJobTree',
  tags,
  summary: 'See where in its flow a job stands',
  description: 'The jobs that wait for it, the last of the flow first, and itself; each with how many jobs it waits for, by status.',
  request: { params: IdParams },
  responses: { 200: json(JobTree, 'Its place'), ...problems('not-found') },
})

const children = createRoute({
  method: 'get',
  path: '/api/jobs/{id}/children',
  operationId: 'listJobChildren',
  tags,
  summary: 'List the jobs that a job waits for',
  request: { params: IdParams, query: ChildQuery },
  responses: { 200: json(JobNodePage, 'A page of jobs, in the order in which they were made'), ...problems('not-found', 'invalid-input') },
})

export function createJobDetailRoutes({ jobDetails }: { jobDetails: JobDetailService }) {
  return createRouter()
    .openapi(attempts, async c => c.json(await jobDetails.attempts(c.req.valid('param').id), 200))
    .openapi(history, async (c) => {
      const { limit, format } = c.req.valid('query')
      const found = await jobDetails.history(c.req.valid('param').id, limit)
      const asCsv = format === undefined ? c.req.header('accept')?.includes('text/csv') : format === 'csv'
      return asCsv ? c.text(toCsv(found.items), 200, { 'content-type': 'text/csv; charset=utf-8' }) : c.json(found, 200)
    })
    .openapi(tree, async c => c.json(await jobDetails.tree(c.req.valid('param').id), 200))
    .openapi(children, async c => c.json(await jobDetails.children(c.req.valid('param').id, c.req.valid('query')), 200))
}

/** Ids, times and numbers of our own: nothing in it has to be quoted. */
function toCsv(runs: HistoryRun[]): string {
  const rows = runs.map(({ id, status, createdAt, startedAt, completedAt, durationMs }) => [id, status, createdAt, startedAt, completedAt, durationMs].map(value => value ?? '').join(','))
  return ['id,status,createdAt,startedAt,completedAt,durationMs', ...rows, ''].join('\r\n')
}
