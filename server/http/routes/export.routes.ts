import type { ExportService, JobService } from '../../jobs/ports.ts'
import { createRoute } from '@hono/zod-openapi'
import { Export, ExportQuery } from '../../contract/export.ts'
import { ExportFlowRequest, Job } from '../../contract/job.ts'
import { IdempotencyHeaders, onceOnly, replayedHeader } from '../idempotency.ts'
import { bodyProblems, changeProblems, json, jsonBody, located, problems } from '../responses.ts'
import { createRouter } from '../router.ts'
import { ExportPage } from './answers.ts'
import { jobLocation } from './job.routes.ts'
import { IdParams } from './params.ts'

const tags = ['Exports']

const start = createRoute({
  method: 'post',
  path: '/api/exports',
  operationId: 'startExport',
  tags,
  summary: 'Read product details, then export them, as one flow',
  description: 'For a brand, for chosen products, or for everything. Answers with the export job, the last of the flow: watch it, then download `/api/export/{jobId}`. With `refresh` the brand\'s products are found anew first. To export what is already stored, submit an `export-csv` job instead.',
  request: { headers: IdempotencyHeaders, body: jsonBody(ExportFlowRequest) },
  responses: { 202: located(Job, 'The export job', replayedHeader), ...bodyProblems('not-found', 'conflict', 'too-many-requests', 'service-unavailable') },
})

const again = createRoute({
  method: 'post',
  path: '/api/exports/{id}/again',
  operationId: 'writeExportAgain',
  tags,
  summary: 'Write an export once more',
  description: 'With what was asked for then, from the products as they are now: a file with a name of its own. 409 when it is not known what was asked for, as of an export from before that was kept whose job has been deleted.',
  request: { headers: IdempotencyHeaders, params: IdParams },
  responses: { 202: located(Job, 'The export job', replayedHeader), ...changeProblems('not-found', 'conflict', 'too-many-requests', 'service-unavailable') },
})

const list = createRoute({
  method: 'get',
  path: '/api/exports',
  operationId: 'listExports',
  tags,
  summary: 'List finished export files',
  request: { query: ExportQuery },
  responses: { 200: json(ExportPage, 'A page of exports, newest first'), ...problems('invalid-input') },
})

const get = createRoute({
  method: 'get',
  path: '/api/exports/{id}',
  operationId: 'getExport',
  tags,
  summary: 'Get one export',
  request: { params: IdParams },
  responses: { 200: json(Export, 'The export'), ...problems('not-found') },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/exports/{id}',
  operationId: 'deleteExport',
  tags,
  summary: 'Delete an export and its file',
  request: { params: IdParams },
  responses: { 204: { description: 'Gone' }, ...changeProblems('not-found', 'conflict') },
})

export function createExportRoutes({ exports, jobs }: { exports: ExportService, jobs: JobService }) {
  return createRouter()
    .openapi(start, async (c) => {
      const request = c.req.valid('json')
      const job = await jobs.submitExportFlow(request, onceOnly(c, c.req.valid('header')['Idempotency-Key'], request))
      return c.json(job, 202, jobLocation(job))
    })
    .openapi(again, async (c) => {
      const data = await exports.request(c.req.valid('param').id)
      const { job } = await jobs.submit({ type: 'export-csv', data }, onceOnly(c, c.req.valid('header')['Idempotency-Key'], data))
      return c.json(job, 202, jobLocation(job))
    })
    .openapi(list, async c => c.json(await exports.list(c.req.valid('query')), 200))
    .openapi(get, async c => c.json(await exports.get(c.req.valid('param').id), 200))
    .openapi(remove, async (c) => {
      await exports.remove(c.req.valid('param').id)
      return c.body(null, 204)
    })
}
