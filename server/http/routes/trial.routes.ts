import type { TrialService } from '../../jobs/trial-service.ts'
import { createRoute } from '@hono/zod-openapi'
import { RecipeTest, RecipeTestResult, ShopProbe, ShopProbeResult } from '../../contract/trial.ts'
import { bodyProblems, json, jsonBody } from '../responses.ts'
import { createRouter } from '../router.ts'

const testRecipe = createRoute({
  method: 'post',
  path: '/api/recipes/test',
  operationId: 'testRecipe',
  tags: ['Recipes'],
  summary: 'Read one page with a recipe, without keeping anything',
  description: 'Answers every field that the page gives, where it came from, the raw text, and the other candidates. A page that cannot be read answers 200 with `failure`.',
  request: { body: jsonBody(RecipeTest) },
  responses: { 200: json(RecipeTestResult, 'What the page says'), ...bodyProblems('not-found') },
})

const probe = createRoute({
  method: 'post',
  path: '/api/brands/probe',
  operationId: 'probeShop',
  tags: ['Brands'],
  summary: 'Look at a shop before adding it',
  description: 'Tries the ways of finding products for up to 45 seconds and 250 products. A shop that cannot be read answers 200 with `failure`.',
  request: { body: jsonBody(ShopProbe) },
  responses: { 200: json(ShopProbeResult, 'What the look told'), ...bodyProblems() },
})

export function createTrialRoutes({ trials }: { trials: TrialService }) {
  return createRouter()
    .openapi(testRecipe, async c => c.json(await trials.testRecipe(c.req.valid('json'), c.req.raw.signal), 200))
    .openapi(probe, async c => c.json(await trials.probe(c.req.valid('json'), c.req.raw.signal), 200))
}
