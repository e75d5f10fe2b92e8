import type { Recipe } from '../../../contract/recipe.ts'

/** A shop system and where its usual themes put the facts of a product: a recipe that needs no brand. */
export interface Platform {
  name: string
  /** Stands in the page's source when the system made it. */
  marker: RegExp
  fields: Recipe['fields']
}
