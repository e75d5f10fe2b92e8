import type { RecipeTest, RecipeTestResult } from '../../server/contract/trial.ts'
import { answerOf, client } from './client.ts'

/** Looks at a shop for up to 45 s; `signal` ends the look. */
export const probeShop = (url: string, signal: AbortSignal) => answerOf(client.POST('/api/brands/probe', { body: { url }, signal }))

/** Reads one page with a recipe; nothing is kept. */
export const testRecipe = (body: RecipeTest): Promise<RecipeTestResult> => answerOf(client.POST('/api/recipes/test', { body }))
