import type { Findings } from '../candidate.ts'
import type { Page } from '../page.ts'
import type { Outline } from './outline.ts'
import { noFindings } from '../candidate.ts'
import { brandText } from './brand-text.ts'
import { labelledText } from './labels.ts'
import { priceText } from './price-text.ts'
import { skuText } from './sku-text.ts'
import { stockText } from './stock-text.ts'
import { trailText } from './trail-text.ts'

/** Markup of a product. */
const MARKED = /schema\.org\/Product|data-vocabulary\.org\/Product|["']Product["']|og:type["'][^<>]{0,40}product|product:price/i

/**
 * What a visitor reads on the page, without any help from markup: the last resort, and a witness for the rest.
 * On a page with neither price, stock, number nor markup of goods, who it is by is its author.
 */
export function textFindings(page: Page, outline: Outline): Findings {
  const goods = [...priceText(page, outline), ...labelledText(outline), ...skuText(page, outline), ...stockText(outline)]
  const brands = goods.length > 0 || MARKED.test(page.html) ? brandText(page, outline) : []
  return { ...noFindings(), candidates: [...goods, ...brands], category: trailText(page) }
}
