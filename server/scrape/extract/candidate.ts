import type { Variant } from '../../contract/product.ts'
import type { ProductField } from '../../contract/recipe.ts'

/** The ways of reading a page, in the order in which they win when nothing else tells two values apart. */
export const sources = ['recipe', 'shopify', 'json-ld', 'microdata', 'rdfa', 'woocommerce', 'platform', 'opengraph', 'state', 'data-layer', 'meta', 'text', 'page'] as const
export type Source = (typeof sources)[number]

export type ScalarField = Exclude<ProductField, 'images' | 'category'> | 'ratingBest'

/** One value that one place of the page gives for one field. */
export interface Candidate {
  field: ScalarField
  /** Normalised: a plain decimal for amounts, schema.org terms without prefix, ISO codes, clean text. */
  value: string
  /** As it stands in the page. */
  raw: string
  path: string | null
  source: Source
  /** Chance that it is right, seen alone. */
  trust: number
}

/** Lists and tables, taken whole from the best source that has them. */
export interface ListFinding<T> {
  value: T
  raw: string
  path: string | null
  source: Source
}

/** Everything one way of reading says about the page's main product. */
export interface Findings {
  candidates: Candidate[]
  images: ListFinding<string[]>[]
  category: ListFinding<string[]>[]
  attributes: ListFinding<Record<string, string>>[]
  variants: ListFinding<Variant[]>[]
}

export function noFindings(): Findings {
  return { candidates: [], images: [], category: [], attributes: [], variants: [] }
}

export function joinFindings(all: Findings[]): Findings {
  return {
    candidates: all.flatMap(each => each.candidates),
    images: all.flatMap(each => each.images),
    category: all.flatMap(each => each.category),
    attributes: all.flatMap(each => each.attributes),
    variants: all.flatMap(each => each.variants),
  }
}
