import type { QueueSeries } from '../../contract/overview.ts'
import type { OverviewService } from '../../jobs/overview-service.ts'
import { createRoute, z } from '@hono/zod-openapi'
import { FailureGroups, FailureQuery } from '../../contract/failure.ts'
import { Overview, QueueSeries as QueueSeriesSchema, SeriesQuery } from '../../contract/overview.ts'
import { json, problems } from '../responses.ts'
import { createRouter } from '../router.ts'

const tags = ['Overview']

const overview = createRoute({
  method: 'get',
  path: '/api/overview',
  operationId: 'getOverview',
  tags,
  summary: 'See queues, brands that need attention, and dangers at a glance',
  description: 'Per queue: counts, what ended in the last 60 minutes and 24 hours, durations (within 5 %), failure rate, and whether anybody works on it.',
  responses: { 200: json(Overview, 'The overview'), ...problems() },
})

const series = createRoute({
  method: 'get',
  path: '/api/series',
  operationId: 'getSeries',
  tags,
  summary: 'Get what ended over time, as JSON or CSV',
  request: { query: SeriesQuery },
  responses: {
    200: { description: 'The series of each queue', content: { 'application/json': { schema: z.object({ series: z.array(QueueSeriesSchema) }) }, 'text/csv': { schema: z.string() } } },
    ...problems('invalid-input'),
  },
})

const failures = createRoute({
  method: 'get',
  path: '/api/failures',
  operationId: 'listFailures',
  tags,
  summary: 'List failed jobs by cause and brand',
  description: 'The largest groups first. A cause is the error\'s code and its message without numbers, ids and addresses; give it as `cause` to the list of jobs, or to a bulk action to retry the group.',
  request: { query: FailureQuery },
  responses: { 200: json(FailureGroups, 'The groups'), ...problems('invalid-input') },
})

export function createOverviewRoutes({ overview: service }: { overview: OverviewService }) {
  return createRouter()
    .openapi(overview, async c => c.json(await service.overview(), 200))
    .openapi(series, async (c) => {
      const query = c.req.valid('query')
      const found = await service.series(query)
      const asCsv = query.format === undefined ? c.req.header('accept')?.includes('text/csv') : query.format === 'csv'
      return asCsv ? c.text(toCsv(found), 200, { 'content-type': 'text/csv; charset=utf-8' }) : c.json({ series: found }, 200)
    })
    .openapi(failures, async c => c.json(await service.failures(c.req.valid('query')), 200))
}

/** Names, times and numbers of our own: nothing in it has to be quoted. */
function toCsv(found: QueueSeries[]): string {
  const rows = found.flatMap(({ queue, span, points }) => points.map(({ at, completed, failed, cancelled }) => [queue, span, at, completed, failed, cancelled].join(',')))
  return ['queue,span,at,completed,failed,cancelled', ...rows, ''].join('\r\n')
}
