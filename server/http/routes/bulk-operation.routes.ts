import type { BulkOperationService } from '../../jobs/ports.ts'
import { Readable } from 'node:stream'
import { createRoute } from '@hono/zod-openapi'
import { BulkOperation, BulkOperationPreview, BulkOperationQuery, BulkOperationRequest, BulkOperationResultQuery } from '../../contract/bulk-operation.ts'
import { IdempotencyHeaders, onceOnly, replayedHeader } from '../idempotency.ts'
import { bodyProblems, changeProblems, json, jsonBody, located, problems } from '../responses.ts'
import { createRouter } from '../router.ts'
import { BulkOperationPage, BulkOperationResultPage } from './answers.ts'
import { IdParams } from './params.ts'

const tags = ['Bulk operations']

const create = createRoute({
  method: 'post',
  path: '/api/bulk-operations',
  operationId: 'createBulkOperation',
  tags,
  summary: 'Do the same to many jobs',
  description: 'To those named by `ids`, or to all that `filter` matches and that were made before. 202 means that it is written down and will be worked off, also after a restart; watch it, abort it, read what became of each job. A deletion can be undone for ten minutes after its end. With `canary`, a retry begins with a few jobs and stops when too few of them complete. `dryRun` answers 200 with exact counts and changes nothing.',
  request: { headers: IdempotencyHeaders, body: jsonBody(BulkOperationRequest) },
  responses: {
    200: json(BulkOperationPreview, 'With `dryRun`: what would happen'),
    202: located(BulkOperation, 'The accepted operation', replayedHeader),
    ...bodyProblems(),
  },
})

const list = createRoute({
  method: 'get',
  path: '/api/bulk-operations',
  operationId: 'listBulkOperations',
  tags,
  summary: 'List bulk operations',
  request: { query: BulkOperationQuery },
  responses: { 200: json(BulkOperationPage, 'A page of operations, newest first'), ...problems('invalid-input') },
})

const get = createRoute({
  method: 'get',
  path: '/api/bulk-operations/{id}',
  operationId: 'getBulkOperation',
  tags,
  summary: 'Get one bulk operation with its progress',
  request: { params: IdParams },
  responses: { 200: json(BulkOperation, 'The operation'), ...problems('not-found') },
})

const results = createRoute({
  method: 'get',
  path: '/api/bulk-operations/{id}/results',
  operationId: 'listBulkOperationResults',
  tags,
  summary: 'What became of each job of a bulk operation',
  request: { params: IdParams, query: BulkOperationResultQuery },
  responses: { 200: json(BulkOperationResultPage, 'A page of results, newest job first'), ...problems('not-found', 'invalid-input') },
})

const file = createRoute({
  method: 'get',
  path: '/api/bulk-operations/{id}/list',
  operationId: 'downloadBulkOperationList',
  tags,
  summary: 'Download the list of an `export-list` as CSV',
  request: { params: IdParams },
  responses: { 200: { description: 'The jobs as they were when the operation came to them', content: { 'text/csv': { schema: { type: 'string' } } } }, ...problems('not-found', 'conflict') },
})

const abort = createRoute({
  method: 'post',
  path: '/api/bulk-operations/{id}/abort',
  operationId: 'abortBulkOperation',
  tags,
  summary: 'Stop a bulk operation after the batch it is at',
  description: 'What it has done stays done.',
  request: { params: IdParams },
  responses: { 202: json(BulkOperation, 'The operation, about to stop'), ...changeProblems('not-found', 'conflict') },
})

const undo = createRoute({
  method: 'post',
  path: '/api/bulk-operations/{id}/undo',
  operationId: 'undoBulkOperation',
  tags,
  summary: 'Bring back what a bulk deletion has deleted',
  request: { params: IdParams },
  responses: { 202: json(BulkOperation, 'The operation, being undone'), ...changeProblems('not-found', 'conflict') },
})

/** Where an operation lives. */
export function bulkOperationLocation({ id }: Pick<BulkOperation, 'id'>): { Location: string } {
  return { Location: `/api/bulk-operations/${encodeURIComponent(id)}` }
}

export function createBulkOperationRoutes({ bulkOperations }: { bulkOperations: BulkOperationService }) {
  return createRouter()
    .openapi(create, async (c) => {
      const request = c.req.valid('json')
      if (request.dryRun)
        return c.json(await bulkOperations.preview(request), 200)
      const operation = await bulkOperations.create(request, onceOnly(c, c.req.valid('header')['Idempotency-Key'], request))
      return c.json(operation, 202, bulkOperationLocation(operation))
    })
    .openapi(list, async c => c.json(await bulkOperations.list(c.req.valid('query')), 200))
    .openapi(get, async c => c.json(await bulkOperations.get(c.req.valid('param').id), 200))
    .openapi(results, async c => c.json(await bulkOperations.results(c.req.valid('param').id, c.req.valid('query')), 200))
    .openapi(file, async c => c.body(Readable.toWeb(await bulkOperations.csv(c.req.valid('param').id)) as ReadableStream, 200, {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="jobs.csv"',
      'cache-control': 'no-store',
    }))
    .openapi(abort, async c => c.json(await bulkOperations.abort(c.req.valid('param').id), 202))
    .openapi(undo, async c => c.json(await bulkOperations.undo(c.req.valid('param').id), 202))
}
