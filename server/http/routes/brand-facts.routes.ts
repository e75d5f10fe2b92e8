import type { BrandFactsService } from '../../jobs/brand-facts-service.ts'
import { createRoute, z } from '@hono/zod-openapi'
import { BrandFacts, BrandFactsQuery } from '../../contract/brand-facts.ts'
import { json, problems } from '../responses.ts'
import { createRouter } from '../router.ts'

const list = createRoute({
  method: 'get',
  path: '/api/brand-facts',
  operationId: 'listBrandFacts',
  tags: ['Brands'],
  summary: 'What is known of brands\' shops, and when they are looked at next',
  request: { query: BrandFactsQuery },
  responses: { 200: json(z.array(BrandFacts), 'One for each brand that exists'), ...problems('invalid-input') },
})

export function createBrandFactsRoutes({ brandFacts }: { brandFacts: BrandFactsService }) {
  return createRouter().openapi(list, async c => c.json(await brandFacts.facts(c.req.valid('query').ids), 200))
}
