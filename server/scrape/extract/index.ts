import type { Evidence, ProductDraft } from '../../contract/product.ts'
import type { ProductField, Recipe } from '../../contract/recipe.ts'
import { joinFindings } from './candidate.ts'
import type { Findings } from './candidate.ts'
import { mergeFindings } from './merge.ts'
import { openPage } from './page.ts'
import { judgePage } from './page-kind.ts'
import type { PageKind } from './page-kind.ts'
import { readPage } from './read-page.ts'
import { recipeFindings } from './recipe.ts'

export type { PageKind } from './page-kind.ts'

export interface Extraction {
  draft: ProductDraft
  evidence: Partial<Record<ProductField, Evidence>>
  canonicalUrl: string | null
  kind: PageKind
  reason: string | null
}

/**
 * Reads one product page: structured data first, a tree of the page only when that leaves something open or a recipe asks
 * for it. Pure and synchronous; never throws, whatever `html` holds. `url` is the address after redirects.
 */
export function extractProduct(page: { url: string, html: string, headers?: Record<string, string> }, options: { recipe: Recipe | null }): Extraction {
  try {
    const opened = openPage(page)
    const own: Findings[] = options.recipe ? [recipeFindings(options.recipe, opened)] : []
    const { draft, evidence } = mergeFindings(joinFindings([...own, ...readPage(opened)]))
    return { draft, evidence, canonicalUrl: opened.canonicalUrl, ...judgePage(opened, draft) }
  }
  catch (error) {
    const { draft, evidence } = mergeFindings(joinFindings([]))
    return { draft, evidence, canonicalUrl: null, kind: 'not-a-product', reason: `The page could not be read: ${error instanceof Error ? error.message : String(error)}` }
  }
}
