import type { Variant } from '../../contract/product.ts'
import type { Candidate, Findings, ScalarField, Source } from './candidate.ts'
import type { Page } from './page.ts'
import type { Leaf, SchemaRoot } from './schema-node.ts'
import type { SchemaOffer, SchemaPrice } from './schema-offer.ts'
import type { SchemaProduct } from './schema-product.ts'
import { parseAvailability } from '../normalize/availability.ts'
import { brandName } from '../normalize/brand.ts'
import { parseCondition } from '../normalize/condition.ts'
import { isCurrency } from '../normalize/currency-codes.ts'
import { currencyOf } from '../normalize/currency.ts'
import { productGtin } from '../normalize/gtin.ts'
import { toMinor } from '../normalize/minor.ts'
import { toDecimal } from '../normalize/price.ts'
import { cleanHtml, cleanText } from '../normalize/text.ts'
import { noFindings } from './candidate.ts'
import { isIdentifier } from './identifier.ts'
import { absoluteUrl } from './page.ts'
import { chooseMain } from './schema-main.ts'
import { collectNodes, indexIds } from './schema-node.ts'
import { plainDecimal } from './schema-offer.ts'
import { readProducts } from './schema-product.ts'
import { readTrail } from './schema-trail.ts'
import { trustOf } from './trust.ts'

/** What structured data of one syntax says about the page's product. */
export function schemaFindings(roots: SchemaRoot[], source: Source, page: Page): Findings {
  const findings = noFindings()
  if (roots.length === 0)
    return findings
  const nodes = collectNodes(roots)
  const ids = indexIds(nodes)
  const trail = readTrail(nodes, ids)
  if (trail)
    findings.category.push({ ...trail, source })
  const main = chooseMain(readProducts(nodes, ids), page)
  if (!main)
    return findings
  const writer = createWriter(findings, source, main.certainty)
  const isVariant = new Set(main.same.flatMap(each => each.sku?.raw ?? []).concat(main.product.sku?.raw ?? [])).size > 1
  for (const product of [main.product, ...main.same.slice(0, 20)])
    describe(product, writer, page, isVariant)
  describeOffers(main.product, main.same, writer, page)
  return findings
}

interface Writer {
  findings: Findings
  source: Source
  /** Adds a value unless this source has one for the field already; `factor` lowers its trust. */
  add: (field: ScalarField, value: string | null, leaf: Leaf | null, factor?: number) => void
  /** Adds a value beside those there are. */
  also: (field: ScalarField, value: string | null, leaf: Leaf | null, factor?: number) => void
}

function createWriter(findings: Findings, source: Source, certainty: number): Writer {
  const also: Writer['also'] = (field, value, leaf, factor = 1) => {
    if (value === null || value === '' || leaf === null)
      return
    const candidate: Candidate = { field, value, raw: leaf.raw.slice(0, 20_000), path: leaf.path, source, trust: trustOf(source, field) * certainty * factor }
    findings.candidates.push(candidate)
  }
  const add: Writer['add'] = (field, value, leaf, factor) => {
    if (!findings.candidates.some(each => each.field === field && each.source === source))
      also(field, value, leaf, factor)
  }
  return { findings, source, add, also }
}

function describe(product: SchemaProduct, { findings, source, add }: Writer, page: Page, isVariant: boolean): void {
  const { path } = product
  add('name', product.name && cleanHtml(product.name.raw).replaceAll('\n', ' '), product.name)
  add('brand', product.brand && brandName(cleanHtml(product.brand.raw)), product.brand)
  add('description', product.description && cleanHtml(product.description.raw), product.description)
  add('sku', identifier(product.sku), product.sku, isVariant ? 0.6 : 1)
  add('sku', identifier(product.productId), product.productId, 0.8)
  add('mpn', identifier(product.mpn), product.mpn, product.mpn?.raw === product.sku?.raw ? 0.5 : 1)
  add('gtin', productGtin(product.gtin?.raw), product.gtin)
  add('gtin', productGtin(product.sku?.raw), product.sku, 0.85)
  add('condition', parseCondition(product.condition?.raw), product.condition)
  add('rating', decimal(product.rating), product.rating)
  add('ratingBest', decimal(product.ratingBest), product.ratingBest)
  add('reviewCount', decimal(product.reviewCount)?.replace(/\..*$/, '') ?? null, product.reviewCount)
  const images = [...new Set(product.images.flatMap(image => absoluteUrl(image, page.base) ?? []))].slice(0, 100)
  if (images.length > 0)
    findings.images.push({ value: images, raw: product.images[0] ?? '', path: `${path}.image`, source })
  if (Object.keys(product.attributes).length > 0)
    findings.attributes.push({ value: product.attributes, raw: '', path, source })
  const trail = product.category && !/^https?:/.test(product.category.raw) ? cleanHtml(product.category.raw).split(/\s*[>›»/\n]\s*/).map(cleanText).filter(Boolean) : []
  if (product.category && trail.length > 0)
    findings.category.push({ value: trail, raw: product.category.raw, path: product.category.path, source })
}

function describeOffers(product: SchemaProduct, same: SchemaProduct[], writer: Writer, page: Page): void {
  const { findings, source, add, also } = writer
  const offers = [...product.offers, ...[...product.variants, ...same].flatMap(variant => variant.offers.map(offer => ({ ...offer, sku: offer.sku ?? variant.sku, gtin: offer.gtin ?? variant.gtin })))]
  const choice = chooseOffer(offers, page)
  if (!choice)
    return
  const { offer } = choice
  if (offer.price)
    addPrice(offer.price, writer, choice.certainty)
  for (const rival of choice.rivals)
    also('price', rival.amount, rival.leaf, 0.35)
  if (offer.listPrice)
    add('listPrice', offer.listPrice.amount, offer.listPrice.leaf)
  add('currency', offer.price?.currency ?? currency(offer.currency, page), offer.currency ?? offer.price?.leaf ?? null)
  const stock = availabilityOf(choice.isExact ? [offer] : offers)
  add('availability', stock && parseAvailability(stock.raw), stock)
  const condition = offer.condition ?? unanimous(offers.map(each => each.condition))
  add('condition', parseCondition(condition?.raw), condition)
  add('sku', identifier(offer.sku), offer.sku, offers.length === 1 || choice.isExact ? 0.9 : 0.6)
  if (offers.length === 1 || choice.isExact)
    add('gtin', productGtin(offer.gtin?.raw), offer.gtin)
  const variants = variantsOf(product, page)
  if (variants.length > 0)
    findings.variants.push({ value: variants, raw: '', path: product.path, source })
}

/** What all offers that say it agree on. */
function unanimous(leaves: (Leaf | null)[]): Leaf | null {
  const said = leaves.filter(leaf => leaf !== null)
  return new Set(said.map(leaf => parseCondition(leaf.raw))).size === 1 ? said[0]! : null
}

/** `2.449` in a text is given both readings; whatever else the page says decides. */
function addPrice(price: SchemaPrice, { also }: Writer, certainty: number): void {
  if (Number(price.amount) <= 0)
    return
  also('price', price.amount, price.leaf, price.ambiguous ? 0.75 : certainty)
  if (price.ambiguous) {
    const point = toDecimal(price.leaf.raw.trim(), '.')
    also('price', point && plainDecimal(point), price.leaf, 0.6)
  }
}

interface OfferChoice {
  offer: SchemaOffer
  isExact: boolean
  certainty: number
  rivals: SchemaPrice[]
}

/** The offer the page's address names, else the price all share, else the first that can be bought, with the others as rivals. */
function chooseOffer(all: SchemaOffer[], page: Page): OfferChoice | null {
  const offers = all.some(offer => !offer.conditional) ? all.filter(offer => !offer.conditional) : all
  const priced = offers.filter(offer => offer.price && Number(offer.price.amount) > 0)
  const first = priced[0]
  if (!first)
    return offers[0] ? { offer: offers[0], isExact: offers.length === 1, certainty: 1, rivals: [] } : null
  const query = new Set([page.url, page.canonicalUrl ?? page.url])
  const named = priced.filter(offer => offer.url && query.has(absoluteUrl(offer.url, page.base) ?? ''))
  if (named.length === 1 && named[0])
    return { offer: named[0], isExact: true, certainty: 1, rivals: [] }
  const amounts = new Map(priced.map(offer => [offer.price?.amount, offer.price]))
  if (amounts.size === 1)
    return { offer: first, isExact: priced.length === 1 && offers.length === 1, certainty: first.from ? 0.9 : 1, rivals: [] }
  const buyable = priced.find(offer => !/out|sold|discontinued/i.test(offer.availability?.raw ?? '')) ?? first
  const rivals = [...amounts.values()].flatMap(price => (price && price.amount !== buyable.price?.amount ? [price] : [])).slice(0, 10)
  return { offer: buyable, isExact: false, certainty: buyable.from ? 0.85 : 0.8, rivals }
}

/** A product can be had when one of its offers can. */
function availabilityOf(offers: SchemaOffer[]): Leaf | null {
  const stated = offers.flatMap(offer => offer.availability ?? [])
  return stated.find(leaf => /instock|limited|online|instore$|instoreonly/i.test(parseAvailability(leaf.raw) ?? '')) ?? stated[0] ?? null
}

function variantsOf(product: SchemaProduct, page: Page): Variant[] {
  const options = (variant: SchemaProduct) => Object.fromEntries(Object.entries(variant.attributes).filter(([name]) => /colou?r|size|material|pattern|flavou?r|style/i.test(name)))
  const fromVariants = product.variants.map((variant, index) => toVariant(variant.offers[0] ?? null, page, index, { name: variant.name, sku: variant.sku, gtin: variant.gtin, image: variant.images[0] ?? null, url: variant.url, options: options(variant) }))
  if (fromVariants.length > 0)
    return fromVariants
  const offers = product.offers.filter(offer => offer.sku || offer.name || offer.url)
  return offers.length > 1 ? offers.map((offer, index) => toVariant(offer, page, index, { name: offer.name, sku: offer.sku, gtin: offer.gtin, image: offer.image?.raw ?? null, url: offer.url, options: {} })) : []
}

interface VariantTexts {
  name: Leaf | null
  sku: Leaf | null
  gtin: Leaf | null
  image: string | null
  url: string | null
  options: Record<string, string>
}

function toVariant(offer: SchemaOffer | null, page: Page, index: number, texts: VariantTexts): Variant {
  const money = offer?.price ?? null
  const code = money?.currency ?? currency(offer?.currency ?? null, page)
  const sku = identifier(texts.sku ?? offer?.sku ?? null)
  return {
    key: sku ?? texts.url ?? String(index),
    name: texts.name && cleanText(texts.name.raw),
    sku,
    gtin: productGtin(texts.gtin?.raw ?? offer?.gtin?.raw),
    priceMinor: money && toMinor(money.amount, code),
    listPriceMinor: offer?.listPrice ? toMinor(offer.listPrice.amount, code) : null,
    currency: code,
    availability: parseAvailability(offer?.availability?.raw),
    options: texts.options,
    image: texts.image && absoluteUrl(texts.image, page.base),
    url: texts.url ?? offer?.url ? absoluteUrl(texts.url ?? offer?.url ?? '', page.base) : null,
  }
}

/** A second line belongs to something else. */
function identifier(leaf: Leaf | null): string | null {
  const text = leaf && cleanText(leaf.raw.trim().split(/[\r\n]/)[0] ?? '')
  return text && isIdentifier(text) ? text : null
}

function currency(leaf: Leaf | null, page: Page): string | null {
  const code = leaf?.raw.trim().toUpperCase() ?? ''
  return isCurrency(code) ? code : leaf ? currencyOf(leaf.raw, page) : null
}

function decimal(leaf: Leaf | null): string | null {
  const text = leaf?.raw.trim().replace(',', '.') ?? ''
  const match = /^\d{1,9}(?:\.\d{1,20})?/.exec(text)
  return match ? String(Number(match[0])) : null
}
