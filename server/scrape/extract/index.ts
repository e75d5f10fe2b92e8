import type { PageRemark } from '../../contract/page-remark.ts'
import type { Evidence, ProductDraft } from '../../contract/product.ts'
import type { ProductField, Recipe } from '../../contract/recipe.ts'
import type { Told } from '../../contract/told.ts'
import type { PageKind } from './page-kind.ts'
import { tell } from '../../contract/told.ts'
import { joinFindings } from './candidate.ts'
import { mergeFindings } from './merge.ts'
import { judgePage } from './page-kind.ts'
import { openPage } from './page.ts'
import { readPage } from './read-page.ts'
import { remarksOf } from './remarks.ts'

export { extractBrand } from './brand.ts'
export { extractBreadcrumbs } from './breadcrumb.ts'
export type { PageKind } from './page-kind.ts'
export { parseRating } from './rating.ts'

export interface Extraction {
  draft: ProductDraft
  evidence: Partial<Record<ProductField, Evidence>>
  canonicalUrl: string | null
  kind: PageKind
  reason: Told | null
  /** Of a product's page. */
  remarks: PageRemark[]
}

/**
 * Reads one product page: structured data first, a tree of the page only when that leaves something open or a recipe asks
 * for it. Pure and synchronous; never throws, whatever `html` holds. `url` is the address after redirects.
 */
export function extractProduct(page: { url: string, html: string, headers?: Record<string, string> }, options: { recipe: Recipe | null }): Extraction {
  try {
    const opened = openPage(page)
    const merged = mergeFindings(readPage(opened, options.recipe))
    const verdict = judgePage(opened, merged)
    return { ...merged, canonicalUrl: opened.canonicalUrl, ...verdict, remarks: verdict.kind === 'product' ? remarksOf(opened, merged) : [] }
  }
  catch (error) {
    const { draft, evidence } = mergeFindings(joinFindings([]))
    return { draft, evidence, canonicalUrl: null, kind: 'not-a-product', reason: [tell('page-not-read-raw', { raw: error instanceof Error ? error.message : String(error) })], remarks: [] }
  }
}
