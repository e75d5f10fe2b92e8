import type { LedgerService } from '../../jobs/ledger-service.ts'
import { createRoute } from '@hono/zod-openapi'
import { LedgerThingQuery, LedgerThings } from '../../contract/job-detail.ts'
import { JobLedger, RunDiff, RunDiffQuery } from '../../contract/ledger.ts'
import { json, problems } from '../responses.ts'
import { createRouter } from '../router.ts'
import { IdParams } from './params.ts'

const ledger = createRoute({
  method: 'get',
  path: '/api/jobs/{id}/ledger',
  operationId: 'getJobLedger',
  tags: ['Jobs'],
  summary: 'See what became of everything that a scrape has to do with',
  description: 'Each thing is in one bucket: discovered = queued + running + done + failed + skipped + cancelled + duplicate, at any time. With it: requests by status class and host, and the fields found beside those of the last good run of the brand.',
  request: { params: IdParams },
  responses: { 200: json(JobLedger, 'The ledger'), ...problems('not-found', 'conflict') },
})

const things = createRoute({
  method: 'get',
  path: '/api/jobs/{id}/ledger/things',
  operationId: 'listLedgerThings',
  tags: ['Jobs'],
  summary: 'List what is behind a number of a ledger',
  description: 'Products as they are now, or pages that could not be read. `listed` says how much of the number can be named: what a later run has taken over, or what is only counted, cannot.',
  request: { params: IdParams, query: LedgerThingQuery },
  responses: { 200: json(LedgerThings, 'A page of products or pages'), ...problems('not-found', 'invalid-input', 'conflict') },
})

const diff = createRoute({
  method: 'get',
  path: '/api/brands/{id}/runs/diff',
  operationId: 'diffRuns',
  tags: ['Brands'],
  summary: 'List what is different between the ends of two runs',
  description: '`new`: products first met in between. `gone`: products that are gone now, last seen since `from` began but before `to` did. `changed`: products that were there before, each changed field with its value at both ends.',
  request: { params: IdParams, query: RunDiffQuery },
  responses: { 200: json(RunDiff, 'A page of products, newest first'), ...problems('not-found', 'invalid-input', 'conflict') },
})

export function createLedgerRoutes({ ledgers }: { ledgers: LedgerService }) {
  return createRouter()
    .openapi(ledger, async c => c.json(await ledgers.ledger(c.req.valid('param').id), 200))
    .openapi(things, async c => c.json(await ledgers.things(c.req.valid('param').id, c.req.valid('query')), 200))
    .openapi(diff, async c => c.json(await ledgers.diff(c.req.valid('param').id, c.req.valid('query')), 200))
}
