import type { JobService, SnapshotService } from '../../jobs/ports.ts'
import { createRoute, z } from '@hono/zod-openapi'
import { PageSnapshot } from '../../contract/snapshot.ts'
import { json, problems } from '../responses.ts'
import { createRouter } from '../router.ts'
import { IdParams } from './params.ts'

const tags = ['Jobs']

const list = createRoute({
  method: 'get',
  path: '/api/jobs/{id}/pages',
  operationId: 'listSavedPages',
  tags,
  summary: 'List the saved pages that a job could not read',
  description: 'The first 20 pages of a job that came but could not be read as a product, 512 KB of each.',
  request: { params: IdParams },
  responses: { 200: json(z.object({ items: z.array(PageSnapshot) }), 'The saved pages'), ...problems('not-found') },
})

const source = createRoute({
  method: 'get',
  path: '/api/pages/{id}',
  operationId: 'getSavedPage',
  tags,
  summary: 'Read the source of a saved page, as plain text',
  request: { params: IdParams },
  responses: { 200: { description: 'The source; never to be run', content: { 'text/plain': { schema: z.string() } } }, ...problems('not-found') },
})

export function createSnapshotRoutes({ jobs, snapshots }: { jobs: Pick<JobService, 'get'>, snapshots: SnapshotService }) {
  return createRouter()
    .openapi(list, async (c) => {
      const job = await jobs.get(c.req.valid('param').id)
      return c.json({ items: await snapshots.list(job.id) }, 200)
    })
    // Somebody else's page: text only, and no context in which a browser could take it for anything else.
    .openapi(source, async c => c.text(await snapshots.html(c.req.valid('param').id), 200, { 'content-security-policy': 'sandbox; default-src \'none\'', 'cache-control': 'private, max-age=3600' }))
}
