import type { JobService } from '../../jobs/ports.ts'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { JobRetryRequest, TimelineQuery } from '../../contract/job-detail.ts'
import { Job, JobClean, JobQuery, JobRequest, JobSummary, JobUpdate } from '../../contract/job.ts'
import { IdempotencyHeaders, onceOnly, replayedHeader } from '../idempotency.ts'
import { bodyProblems, changeProblems, json, jsonBody, located, problems } from '../responses.ts'
import { createRouter } from '../router.ts'
import { JobPage, Removed, TimelinePage } from './answers.ts'
import { IdParams } from './params.ts'

const tags = ['Jobs']

const submit = createRoute({
  method: 'post',
  path: '/api/jobs',
  operationId: 'submitJob',
  tags,
  summary: 'Submit a job',
  description: 'The body is told apart by `type`. 202 means that the job is in the database and will reach an end you can see; it runs when a worker is free. `delayMs` or `runAt` makes it wait, a lower `priority` number makes it go first.',
  request: { headers: IdempotencyHeaders, body: jsonBody(JobRequest) },
  responses: {
    202: located(Job, 'The accepted job', replayedHeader),
    200: located(Job, 'An open job that does the same already; nothing new was made', replayedHeader),
    ...bodyProblems('not-found', 'conflict', 'too-many-requests', 'service-unavailable'),
  },
})

const list = createRoute({
  method: 'get',
  path: '/api/jobs',
  operationId: 'listJobs',
  tags,
  summary: 'List jobs',
  description: 'Newest first, unless `sort` and `order` say otherwise. Repeat `status` for several. `search` finds words and their beginnings in id, brand, data, error and result. `cursor` goes on, `before` goes back; a page may be short while more follow: the end is where `nextCursor` is null.',
  request: { query: JobQuery },
  responses: { 200: json(JobPage, 'A page of jobs'), ...problems('invalid-input') },
})

const clean = createRoute({
  method: 'post',
  path: '/api/jobs/clean',
  operationId: 'cleanJobs',
  tags,
  summary: 'Delete finished jobs by status and age',
  request: { body: jsonBody(JobClean) },
  responses: { 200: json(Removed, 'How many were deleted'), ...bodyProblems() },
})

const get = createRoute({
  method: 'get',
  path: '/api/jobs/{id}',
  operationId: 'getJob',
  tags,
  summary: 'Get one job with its data and result',
  request: { params: IdParams },
  responses: { 200: json(Job, 'The job'), ...problems('not-found') },
})

const flow = createRoute({
  method: 'get',
  path: '/api/jobs/{id}/flow',
  operationId: 'getJobFlow',
  tags,
  summary: 'Get the jobs of the same flow',
  description: 'Children come before the job that waits for them. A job without a flow is alone in the list.',
  request: { params: IdParams },
  responses: { 200: json(z.array(JobSummary), 'The jobs of the flow'), ...problems('not-found') },
})

const timeline = createRoute({
  method: 'get',
  path: '/api/jobs/{id}/timeline',
  operationId: 'getJobTimeline',
  tags,
  summary: 'Get a job\'s changes of state and log lines',
  description: 'Newest first; with `after`, oldest first, to go on from the last line that is known.',
  request: { params: IdParams, query: TimelineQuery },
  responses: { 200: json(TimelinePage, 'A page of the timeline'), ...problems('not-found', 'invalid-input') },
})

const retry = createRoute({
  method: 'post',
  path: '/api/jobs/{id}/retry',
  operationId: 'retryJob',
  tags,
  summary: 'Run a failed or cancelled job again',
  description: 'With all its attempts; with another priority later, or with other data, if the body says so. In a flow, the failed and cancelled jobs after it come along.',
  request: { params: IdParams, body: { ...jsonBody(JobRetryRequest), required: false } },
  responses: { 202: located(Job, 'The job, waiting again'), ...bodyProblems('not-found', 'conflict') },
})

const update = createRoute({
  method: 'patch',
  path: '/api/jobs/{id}',
  operationId: 'updateJob',
  tags,
  summary: 'Change the priority of a waiting job',
  request: { params: IdParams, body: jsonBody(JobUpdate) },
  responses: { 200: json(Job, 'The job, changed'), ...bodyProblems('not-found', 'conflict') },
})

const cancel = createRoute({
  method: 'post',
  path: '/api/jobs/{id}/cancel',
  operationId: 'cancelJob',
  tags,
  summary: 'Cancel a job',
  description: 'A waiting job is cancelled at once. An active one has `cancelRequestedAt` set and becomes `cancelled` when its worker has stopped; what it had stored by then stays.',
  request: { params: IdParams },
  responses: { 202: located(Job, 'The job, cancelled or about to be'), ...changeProblems('not-found', 'conflict') },
})

const promote = createRoute({
  method: 'post',
  path: '/api/jobs/{id}/promote',
  operationId: 'promoteJob',
  tags,
  summary: 'Run a delayed job now',
  request: { params: IdParams },
  responses: { 202: located(Job, 'The job, waiting no longer for its time'), ...changeProblems('not-found', 'conflict') },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/jobs/{id}',
  operationId: 'deleteJob',
  tags,
  summary: 'Delete a finished job and its timeline',
  request: { params: IdParams },
  responses: { 204: { description: 'Gone' }, ...changeProblems('not-found', 'conflict') },
})

/** Where a job lives. */
export function jobLocation(job: Pick<Job, 'id'>): { Location: string } {
  return { Location: `/api/jobs/${encodeURIComponent(job.id)}` }
}

export function createJobRoutes({ jobs }: { jobs: JobService }) {
  return createRouter()
    .openapi(submit, async (c) => {
      const request = c.req.valid('json')
      const { job, created } = await jobs.submit(request, onceOnly(c, c.req.valid('header')['Idempotency-Key'], request))
      return c.json(job, created ? 202 : 200, jobLocation(job))
    })
    .openapi(list, async c => c.json(await jobs.list(c.req.valid('query')), 200))
    .openapi(clean, async c => c.json(await jobs.clean(c.req.valid('json')), 200))
    .openapi(update, async c => c.json(await jobs.update(c.req.valid('param').id, c.req.valid('json')), 200))
    .openapi(get, async c => c.json(await jobs.get(c.req.valid('param').id), 200))
    .openapi(flow, async c => c.json(await jobs.flow(c.req.valid('param').id), 200))
    .openapi(timeline, async c => c.json(await jobs.timeline(c.req.valid('param').id, c.req.valid('query')), 200))
    .openapi(retry, async (c) => {
      const job = await jobs.retry(c.req.valid('param').id, c.req.valid('json'))
      return c.json(job, 202, jobLocation(job))
    })
    .openapi(cancel, async (c) => {
      const job = await jobs.cancel(c.req.valid('param').id)
      return c.json(job, 202, jobLocation(job))
    })
    .openapi(promote, async (c) => {
      const job = await jobs.promote(c.req.valid('param').id)
      return c.json(job, 202, jobLocation(job))
    })
    .openapi(remove, async (c) => {
      await jobs.remove(c.req.valid('param').id)
      return c.body(null, 204)
    })
}
