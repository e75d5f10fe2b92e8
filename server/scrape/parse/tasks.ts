import type { Recipe } from '../../contract/recipe.ts'
import type { ListingPage } from '../discover/listing-page.ts'
import type { PageText } from '../page-text.ts'
import type { PageReading } from '../read-page.ts'
import { createHash } from 'node:crypto'
import { sealEvidence } from '../../contract/evidence.ts'
import { readListingPage } from '../discover/listing-page.ts'
import { extractProduct } from '../extract/index.ts'

/** What can be asked of a parsing thread: pure work on a page's text. */
export const parseTasks = {
  product: (page: PageText, options: { recipe: Recipe | null }): PageReading => {
    const { evidence, ...rest } = extractProduct(page, options)
    return { ...rest, evidence: sealEvidence(evidence), contentHash: createHash('sha256').update(JSON.stringify(rest.draft)).digest('hex') }
  },
  listing: (page: PageText, _options: null): ListingPage => readListingPage(page.html, page.url),
}
export type ParseTasks = typeof parseTasks
export type ParseTask = keyof ParseTasks
