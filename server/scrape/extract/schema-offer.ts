import type { Json, JsonObject } from './relaxed-json.ts'
import type { Leaf, SchemaNode } from './schema-node.ts'
import { isCurrency } from '../normalize/currency-codes.ts'
import { parsePrice } from '../normalize/price.ts'
import { isObject } from './relaxed-json.ts'
import { itemsOf, leafOf, textOf, typesOf, valuesOf } from './schema-node.ts'

/** An amount as structured data gives it. */
export interface SchemaPrice {
  /** Plain decimal. */
  amount: string
  leaf: Leaf
  currency: string | null
  /** A point before three digits: `2.449` may be two and a half or two thousand. */
  ambiguous: boolean
}

export interface SchemaOffer {
  path: string
  url: string | null
  sku: Leaf | null
  gtin: Leaf | null
  name: Leaf | null
  image: Leaf | null
  price: SchemaPrice | null
  /** From `lowPrice` of offers that differ: what the product costs depends on a choice. */
  from: boolean
  listPrice: SchemaPrice | null
  currency: Leaf | null
  availability: Leaf | null
  condition: Leaf | null
  /** For members, for many pieces, or for hire: not what one of it costs. */
  conditional: boolean
}

const LIST_PRICE = /ListPrice|StrikethroughPrice|SRP|MSRP|RegularPrice|InvoicePrice/i
const MAX_OFFERS = 2000

type Ids = ReadonlyMap<string, SchemaNode>

/** The offers of a product: plain, aggregated, nested, and the price that some shops put on the product itself. */
export function readOffers(product: JsonObject, path: string, ids: Ids): SchemaOffer[] {
  const offers: SchemaOffer[] = []
  const queue = itemsOf(product, path, ids, 'offers', 'offer', 'Offers', 'offerDetails')
  for (let at = 0; at < queue.length && offers.length < MAX_OFFERS; at++) {
    const { data, path: here } = queue[at]!
    const nested = itemsOf(data, here, ids, 'offers', 'offer').filter(each => each.data !== data)
    const own = withLowest(readOffer(data, here, ids), data, nested, ids)
    if (nested.length > 0 && queue.length < MAX_OFFERS)
      queue.push(...nested)
    if (own.price || own.availability || nested.length === 0)
      offers.push(own)
  }
  if (offers.length === 0 && (textOf(product, path, 'price', 'lowPrice') || textOf(product, path, 'availability')))
    offers.push(readOffer(product, path, ids))
  return offers
}

/** Offers put together without saying the lowest price of them have it all the same. */
function withLowest(offer: SchemaOffer, data: JsonObject, nested: readonly { data: JsonObject, path: string }[], ids: Ids): SchemaOffer {
  if (offer.price !== null || !typesOf(data).includes('AggregateOffer'))
    return offer
  const priced = nested.slice(0, MAX_OFFERS).map(each => readOffer(each.data, each.path, ids)).filter(each => each.price !== null && !each.conditional).sort((a, b) => Number(a.price!.amount) - Number(b.price!.amount))
  const lowest = priced[0]
  return lowest ? { ...offer, price: lowest.price, from: priced.at(-1)!.price!.amount !== lowest.price!.amount, currency: offer.currency ?? lowest.currency } : offer
}

function readOffer(data: JsonObject, path: string, ids: Ids): SchemaOffer {
  const currency = textOf(data, path, 'priceCurrency', 'currency', 'pricecurrency')
  const specifications = itemsOf(data, path, ids, 'priceSpecification').flatMap(each => [each, ...itemsOf(each.data, each.path, ids, 'priceComponent')])
  const plain = readPrice(data, path, currency, 'price')
  const low = readPrice(data, path, currency, 'lowPrice', 'minPrice', 'lowprice')
  const high = readPrice(data, path, currency, 'highPrice', 'maxPrice', 'highprice')
  const specified = specifications.map(each => ({ ...each, kind: String(textOf(each.data, each.path, 'priceType')?.raw ?? '') }))
    .filter(each => !isUnitPrice(each.data, each.path) && !isConditional(each.data, each.path))
  const sale = specified.find(each => !LIST_PRICE.test(each.kind))
  const list = specified.find(each => LIST_PRICE.test(each.kind))
  const isAggregate = typesOf(data).includes('AggregateOffer')
  const price = (isAggregate ? low ?? plain : plain ?? low) ?? (sale ? readPrice(sale.data, sale.path, textOf(sale.data, sale.path, 'priceCurrency') ?? currency, 'price', 'minPrice') : null)
  return {
    path,
    url: textOf(data, path, 'url')?.raw ?? null,
    sku: textOf(data, path, 'sku', 'mpn'),
    gtin: textOf(data, path, 'gtin', 'gtin13', 'gtin14', 'gtin12', 'gtin8', 'ean'),
    name: textOf(data, path, 'name'),
    image: textOf(data, path, 'image'),
    price,
    from: price !== null && (low === price) && high !== null && high.amount !== price.amount,
    listPrice: list ? readPrice(list.data, list.path, currency, 'price', 'maxPrice') : null,
    currency: currency ?? (sale ? textOf(sale.data, sale.path, 'priceCurrency') : null),
    availability: textOf(data, path, 'availability'),
    condition: textOf(data, path, 'itemCondition'),
    conditional: isConditional(data, path),
  }
}

/** "3,20 € per 100 g" beside the price of the packet. With a `valueReference` the quantity is the packet's own, and so is the price. */
function isUnitPrice(data: JsonObject, path: string): boolean {
  return valuesOf(data, path, 'referenceQuantity').some(({ value }) => isObject(value) && value.value !== undefined && value.valueReference === undefined)
}

const PART_OF_PRICE = /Installment|Downpayment|Subscription|ActivationFee|CleaningFee|DistanceFee/i
const HIRE = /LeaseOut|Rent/i

/** A price for members, from so many pieces on, for a time, or a part of the price. */
function isConditional(data: JsonObject, path: string): boolean {
  const quantities = valuesOf(data, path, 'eligibleQuantity').map(({ value }) => Number(isObject(value) ? value.minValue ?? value.value ?? 1 : value))
  return valuesOf(data, path, 'validForMemberTier').length > 0
    || quantities.some(least => least > 1)
    || PART_OF_PRICE.test(textOf(data, path, 'priceComponentType')?.raw ?? '')
    || HIRE.test(textOf(data, path, 'businessFunction')?.raw ?? '')
}

function readPrice(data: JsonObject, path: string, currency: Leaf | null, ...names: string[]): SchemaPrice | null {
  for (const { value, path: at } of valuesOf(data, path, ...names)) {
    const price = toPrice(value, at, currency)
    if (price)
      return price
  }
  return null
}

/** A number is exact; a text is read as a person would, with the point taken as decimal where that is open (schema.org/price). */
function toPrice(value: Json, path: string, currency: Leaf | null): SchemaPrice | null {
  const leaf = isObject(value) ? leafOf(value.price ?? value.value ?? value['@value'] ?? null, path) : leafOf(value, path)
  if (!leaf)
    return null
  const isNumber = typeof value === 'number'
  const ambiguous = !isNumber && /^\s*\d{1,3}\.\d{3}\s*$/.test(leaf.raw)
  const parsed = parsePrice(leaf.raw, { currencyHint: currency?.raw ?? null, decimalSeparator: isNumber || /^\s*\d+\.\d{1,2}\s*$|^\s*\d+\.\d{4,}\s*$/.test(leaf.raw) ? '.' : null })
  if (parsed.amount === null || parsed.kind === 'free')
    return null
  const code = currency?.raw.trim().toUpperCase() ?? ''
  return { amount: plainDecimal(parsed.amount), leaf, currency: isCurrency(code) ? code : parsed.currency, ambiguous }
}

/** `36.50` and `36.5` are one price; computed prices lose what cannot be paid. */
export function plainDecimal(amount: string): string {
  const [whole = '0', fraction = ''] = amount.split('.')
  const short = fraction.length > 4 ? Number(`0.${fraction}`).toFixed(4).slice(2) : fraction
  if (fraction.length > 4 && Number(`0.${fraction}`) >= 0.99995)
    return String(Number(whole) + 1)
  const kept = short.replace(/0+$/, '')
  return kept ? `${whole}.${kept}` : whole
}
