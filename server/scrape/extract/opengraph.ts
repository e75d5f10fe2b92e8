import type { Candidate, Findings, ScalarField, Source } from './candidate.ts'
import type { Page } from './page.ts'
import { parseAvailability } from '../normalize/availability.ts'
import { brandName } from '../normalize/brand.ts'
import { parseCondition } from '../normalize/condition.ts'
import { currencyOf } from '../normalize/currency.ts'
import { productGtin } from '../normalize/gtin.ts'
import { parsePrice } from '../normalize/price.ts'
import { cleanHtml, cleanText } from '../normalize/text.ts'
import { noFindings } from './candidate.ts'
import { isIdentifier } from './identifier.ts'
import { absoluteUrl } from './page.ts'
import { plainDecimal } from './schema-offer.ts'
import { trustOf } from './trust.ts'

interface MetaRule {
  field: ScalarField
  names: readonly string[]
  source: Source
  read: (content: string, page: Page) => string | null
}

function amount(content: string) {
  const parsed = parsePrice(content, { decimalSeparator: /^\s*\d+\.\d{1,2}\s*$/.test(content) ? '.' : null })
  return parsed.amount !== null && Number(parsed.amount) > 0 ? plainDecimal(parsed.amount) : null
}
function identifier(content: string) {
  const text = cleanText(content)
  return isIdentifier(text) ? text : null
}
const line = (content: string) => cleanText(cleanHtml(content)) || null

/** Open Graph (ogp.me, `product:` of Facebook's catalogue), Twitter cards, Pinterest and plain meta tags. */
const rules: readonly MetaRule[] = [
  { field: 'price', names: ['product:sale_price:amount', 'og:sale_price:amount'], source: 'opengraph', read: amount },
  { field: 'price', names: ['product:price:amount', 'og:price:amount', 'product:price', 'og:price'], source: 'opengraph', read: amount },
  { field: 'listPrice', names: ['product:original_price:amount', 'og:price:standard_amount', 'product:retail_price:amount'], source: 'opengraph', read: amount },
  { field: 'currency', names: ['product:sale_price:currency', 'product:price:currency', 'og:price:currency', 'product:original_price:currency', 'og:currency'], source: 'opengraph', read: (content, page) => currencyOf(content, page) },
  { field: 'availability', names: ['product:availability', 'og:availability', 'og:price:availability'], source: 'opengraph', read: content => parseAvailability(content) },
  { field: 'brand', names: ['product:brand', 'og:brand', 'product:manufacturer'], source: 'opengraph', read: content => brandName(content) || null },
  { field: 'sku', names: ['product:retailer_item_id', 'product:sku', 'product:product_id', 'og:sku', 'product:retailer_part_no'], source: 'opengraph', read: identifier },
  { field: 'mpn', names: ['product:mfr_part_no', 'product:mpn'], source: 'opengraph', read: identifier },
  { field: 'gtin', names: ['product:gtin', 'product:gtin13', 'product:ean', 'product:upc', 'product:isbn', 'og:upc', 'og:ean', 'og:isbn', 'books:isbn'], source: 'opengraph', read: content => productGtin(content) },
  { field: 'condition', names: ['product:condition', 'og:condition'], source: 'opengraph', read: content => parseCondition(content) },
  { field: 'description', names: ['og:description', 'twitter:description'], source: 'opengraph', read: content => cleanHtml(content) || null },
  { field: 'description', names: ['description', 'dc.description', 'dcterms.description'], source: 'meta', read: content => cleanHtml(content) || null },
  { field: 'brand', names: ['brand', 'product-brand', 'product_brand'], source: 'meta', read: content => brandName(content) || null },
  { field: 'sku', names: ['sku', 'product-sku', 'product_sku', 'productid', 'product-id', 'product_id'], source: 'meta', read: identifier },
  { field: 'price', names: ['price', 'product-price', 'product_price'], source: 'meta', read: amount },
  { field: 'currency', names: ['currency', 'product-currency', 'currency_code'], source: 'meta', read: (content, page) => currencyOf(content, page) },
  { field: 'availability', names: ['availability', 'product-availability'], source: 'meta', read: content => parseAvailability(content) },
]

/** What the page's meta tags say of its product. */
export function metaFindings(page: Page): Findings {
  const findings = noFindings()
  for (const rule of rules) {
    const name = rule.names.find(each => page.meta(each) !== null)
    const raw = name === undefined ? null : page.meta(name)
    const value = raw === null ? null : rule.read(raw, page)
    if (raw !== null && value !== null && name !== undefined)
      findings.candidates.push(candidate(rule, value, raw, name))
  }
  addTwitterLabels(page, findings)
  const images = page.scan.metas.filter(({ key }) => key === 'og:image' || key === 'og:image:secure_url' || key === 'twitter:image' || key === 'twitter:image:src').map(({ content }) => absoluteUrl(content, page.base))
  const unique = [...new Set(images.flatMap(image => image ?? []))]
  if (unique.length > 0)
    findings.images.push({ value: unique, raw: page.meta('og:image') ?? '', path: 'meta[property=og:image]', source: 'opengraph' })
  return findings
}

function candidate(rule: MetaRule, value: string, raw: string, name: string): Candidate {
  return { field: rule.field, value, raw, path: `meta[${name}]`, source: rule.source, trust: trustOf(rule.source, rule.field) }
}

/** Twitter's product card: `twitter:label1` "Price" with `twitter:data1` "€ 12.00". */
function addTwitterLabels(page: Page, findings: Findings): void {
  for (const index of [1, 2, 3]) {
    const label = page.meta(`twitter:label${index}`)?.trim().toLowerCase() ?? ''
    const raw = page.meta(`twitter:data${index}`)
    if (raw === null)
      continue
    const path = `meta[twitter:data${index}]`
    const push = (field: ScalarField, value: string | null, trust: number) => value !== null && findings.candidates.push({ field, value, raw, path, source: 'opengraph', trust })
    if (/^(?:price|preis|prix|precio|prezzo|prijs|cena|цена)$/.test(label)) {
      push('price', amount(raw), 0.8)
      push('currency', currencyOf(raw, page), 0.8)
    }
    else if (/^(?:availability|verfügbarkeit|disponibilit[éà]|disponibilidad)$/.test(label)) {
      push('availability', parseAvailability(raw), 0.8)
    }
    else if (/^(?:brand|marke|marque|marca|merk)$/.test(label)) {
      push('brand', line(raw), 0.8)
    }
  }
}
