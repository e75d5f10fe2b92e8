import type { Findings } from '../candidate.ts'
import type { Page } from '../page.ts'
import type { Outline } from './outline.ts'
import { noFindings } from '../candidate.ts'
import { brandText } from './brand-text.ts'
import { labelledText } from './labels.ts'
import { priceText } from './price-text.ts'
import { skuText } from './sku-text.ts'
import { stockText } from './stock-text.ts'

/** What a visitor reads on the page, without any help from markup: the last resort, and a witness for the rest. */
export function textFindings(page: Page, outline: Outline): Findings {
  const candidates = [...priceText(page, outline), ...labelledText(outline), ...skuText(page, outline), ...stockText(outline), ...brandText(page, outline)]
  return { ...noFindings(), candidates }
}
