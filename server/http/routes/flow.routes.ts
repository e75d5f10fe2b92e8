import type { JobService } from '../../jobs/ports.ts'
import { createRoute } from '@hono/zod-openapi'
import { FlowRequest } from '../../contract/flow.ts'
import { Job } from '../../contract/job.ts'
import { IdempotencyHeaders, onceOnly, replayedHeader } from '../idempotency.ts'
import { bodyProblems, jsonBody, located } from '../responses.ts'
import { createRouter } from '../router.ts'
import { jobLocation } from './job.routes.ts'

const start = createRoute({
  method: 'post',
  path: '/api/flows',
  operationId: 'startFlow',
  tags: ['Jobs'],
  summary: 'Submit jobs that wait for each other',
  description: 'A tree: a job runs when its `children` have ended; at most 5 levels and 500 jobs. Or a `preset`: `refresh-and-export` finds a brand\'s products anew, reads their pages and exports them. All of it is written at once or not at all. Answers with the root, which runs last; `/api/jobs/{id}/flow` lists them all.',
  request: { headers: IdempotencyHeaders, body: jsonBody(FlowRequest) },
  responses: { 202: located(Job, 'The root of the flow', replayedHeader), ...bodyProblems('too-many-requests', 'service-unavailable') },
})

export function createFlowRoutes({ jobs }: { jobs: JobService }) {
  return createRouter().openapi(start, async (c) => {
    const request = c.req.valid('json')
    const job = await jobs.submitFlow(request, onceOnly(c, c.req.valid('header')['Idempotency-Key'], request))
    return c.json(job, 202, jobLocation(job))
  })
}
