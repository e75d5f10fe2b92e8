import type { SealedEvidence } from '../contract/evidence.ts'
import type { PageRemark } from '../contract/page-remark.ts'
import type { ProductDraft } from '../contract/product.ts'
import type { Recipe } from '../contract/recipe.ts'
import type { Told } from '../contract/told.ts'
import type { PageText } from './page-text.ts'

export type PageKind = 'product' | 'soft-404' | 'blocked' | 'needs-javascript' | 'not-a-product'

/** What reading a page as a product's page gave. */
export interface PageReading {
  draft: ProductDraft
  /** SHA-256 of the draft, in hex: the same for a page that says the same of its product. */
  contentHash: string
  evidence: SealedEvidence
  canonicalUrl: string | null
  kind: PageKind
  /** Why it is no product, for people. */
  reason: Told | null
  /** What is odd in a product's page. */
  remarks: PageRemark[]
  /** Its scripts were run to read it. */
  isRendered?: boolean
}

/** Layer 2's extractor, wherever it runs: in this thread or in a worker. Raises only for a page that takes too long. */
export type ReadPage = (page: PageText, options: { recipe: Recipe | null }) => Promise<PageReading>
