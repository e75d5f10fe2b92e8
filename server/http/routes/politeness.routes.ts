import type { ThrottleService } from '../../jobs/throttle-service.ts'
import { createRoute } from '@hono/zod-openapi'
import { BrandPoliteness } from '../../contract/throttle.ts'
import { json, problems } from '../responses.ts'
import { createRouter } from '../router.ts'
import { IdParams } from './params.ts'

const politeness = createRoute({
  method: 'get',
  path: '/api/brands/{id}/politeness',
  operationId: 'getBrandPoliteness',
  tags: ['Brands'],
  summary: 'How a brand\'s shop is asked, and why not faster',
  description: 'What is set, and how the host is asked at present in whichever process: a second old at most while it is asked. The live stream tells each change as `throttle`.',
  request: { params: IdParams },
  responses: { 200: json(BrandPoliteness, 'Set and actual'), ...problems('not-found') },
})

export function createPolitenessRoutes({ throttles }: { throttles: Pick<ThrottleService, 'politeness'> }) {
  return createRouter().openapi(politeness, async c => c.json(await throttles.politeness(c.req.valid('param').id), 200))
}
