import type { Recipe } from '../../contract/recipe.ts'
import type { ListingPage } from '../discover/listing-page.ts'
import type { PageText } from '../page-text.ts'
import type { PageReading } from '../read-page.ts'
import { readListingPage } from '../discover/listing-page.ts'
import { extractProduct } from '../extract/index.ts'

/** What can be asked of a parsing thread: pure work on a page's text. */
export const parseTasks = {
  product: (page: PageText, options: { recipe: Recipe | null }): PageReading => extractProduct(page, options),
  listing: (page: PageText, _options: null): ListingPage => readListingPage(page.html, page.url),
}
export type ParseTasks = typeof parseTasks
export type ParseTask = keyof ParseTasks
