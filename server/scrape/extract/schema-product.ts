import type { JsonObject } from './relaxed-json.ts'
import type { Leaf, SchemaNode } from './schema-node.ts'
import type { SchemaOffer } from './schema-offer.ts'
import { isObject } from './relaxed-json.ts'
import { itemsOf, leafOf, textOf, valuesOf } from './schema-node.ts'
import { readOffers } from './schema-offer.ts'

/** A product as structured data describes it, whatever its syntax. Texts are raw. */
export interface SchemaProduct {
  path: string
  name: Leaf | null
  url: string | null
  sku: Leaf | null
  mpn: Leaf | null
  gtin: Leaf | null
  productId: Leaf | null
  brand: Leaf | null
  description: Leaf | null
  category: Leaf | null
  color: Leaf | null
  condition: Leaf | null
  images: string[]
  rating: Leaf | null
  ratingBest: Leaf | null
  reviewCount: Leaf | null
  attributes: Record<string, string>
  offers: SchemaOffer[]
  variants: SchemaProduct[]
  /** Stands in a list, or hangs on another product as related or similar. */
  secondary: boolean
}

const PRODUCT = /^(?:\w*Product|ProductGroup|ProductModel|SomeProducts|Vehicle|Car|Book|Movie|Game|VideoGame|SoftwareApplication|MobileApplication|MusicAlbum|Drug|DietarySupplement)$/i
const ALWAYS = /^(?:\w*Product|ProductGroup|ProductModel|SomeProducts|Vehicle|Car)$/i
const RELATED = /^(?:isRelatedTo|isSimilarTo|isAccessoryOrSparePartFor|isConsumableFor|itemListElement|mentions|itemReviewed|itemOffered|item|relatedProduct|recommendation|about|hasPart|review)$/i
const MAX_PRODUCTS = 500
const MAX_IMAGE_DEPTH = 6
type Ids = ReadonlyMap<string, SchemaNode>

/** Every product among the items; creative works count only with an offer. */
export function readProducts(nodes: SchemaNode[], ids: Ids): SchemaProduct[] {
  const products: SchemaProduct[] = []
  const variants = new Set<JsonObject>()
  for (const node of nodes) {
    if (products.length >= MAX_PRODUCTS || !node.types.some(type => PRODUCT.test(type)) || variants.has(node.data))
      continue
    if (!node.types.some(type => ALWAYS.test(type)) && valuesOf(node.data, node.path, 'offers').length === 0)
      continue
    const product = readProduct(node.data, node.path, ids, 0)
    product.secondary = isSecondary(node)
    for (const variant of itemsOf(node.data, node.path, ids, 'hasVariant', 'model'))
      variants.add(variant.data)
    if (product.offers.length === 0 && node.via === 'itemOffered' && node.parent)
      product.offers = offersOf(node.parent, ids)
    products.push(product)
  }
  const loose = nodes.filter(node => node.types.some(type => /^(?:Aggregate)?Offer$/i.test(type)) && node.parent === null)
  const only = products.length === 1 ? products[0] : undefined
  if (loose[0] && products.length === 0)
    products.push(ofLooseOffer(loose[0], ids))
  else if (loose[0] && only && only.offers.length === 0 && only.variants.length === 0)
    only.offers = loose.slice(0, 50).flatMap(node => offersOf(node, ids))
  return products
}

/** The offer that an item itself is, or holds. */
function offersOf(node: SchemaNode, ids: Ids): SchemaOffer[] {
  return readOffers({ offers: node.data }, '', ids).map(offer => ({ ...offer, path: node.path }))
}

function isSecondary(node: SchemaNode): boolean {
  for (let at: SchemaNode | null = node; at; at = at.parent) {
    if (at.via && RELATED.test(at.via) && !(at.via === 'about' || at.via === 'itemOffered'))
      return at.via !== 'item' || at.parent?.types.includes('ListItem') === true
  }
  return false
}

/** An offer that names what it offers: `{"@type": "Offer", "itemOffered": {…}}`. */
function ofLooseOffer(node: SchemaNode, ids: Ids): SchemaProduct {
  const item = itemsOf(node.data, node.path, ids, 'itemOffered')[0]
  const product = readProduct(item?.data ?? {}, item?.path ?? node.path, ids, 0)
  product.offers = offersOf(node, ids)
  product.name ??= textOf(node.data, node.path, 'name')
  return product
}

function readProduct(data: JsonObject, path: string, ids: Ids, depth: number): SchemaProduct {
  const rating = itemsOf(data, path, ids, 'aggregateRating')[0]
  const text = (...names: string[]) => textOf(data, path, ...names)
  const productId = text('productID', 'productId', 'productGroupID', 'identifier')
  return {
    path,
    name: text('name', 'title'),
    url: text('url', 'mainEntityOfPage')?.raw ?? (typeof data['@id'] === 'string' && /^https?:/.test(data['@id']) ? data['@id'] : null),
    sku: text('sku'),
    mpn: text('mpn', 'model'),
    gtin: text('gtin', 'gtin13', 'gtin14', 'gtin12', 'gtin8', 'ean', 'ean13', 'upc', 'isbn') ?? (productId && /^(?:isbn|ean|gtin|upc)/i.test(productId.raw) ? productId : null),
    productId: productId && !/^(?:isbn|ean|gtin|upc)/i.test(productId.raw) ? productId : null,
    brand: brandOf(data, path, ids),
    description: text('description'),
    category: text('category'),
    color: text('color'),
    condition: text('itemCondition'),
    images: valuesOf(data, path, 'image', 'images').flatMap(({ value }) => imageOf(value)),
    rating: rating ? textOf(rating.data, rating.path, 'ratingValue') : null,
    ratingBest: rating ? textOf(rating.data, rating.path, 'bestRating') : null,
    reviewCount: rating ? textOf(rating.data, rating.path, 'reviewCount', 'ratingCount') : null,
    attributes: attributesOf(data, path, ids),
    offers: readOffers(data, path, ids),
    variants: depth > 0 ? [] : itemsOf(data, path, ids, 'hasVariant').slice(0, 1000).map(each => readProduct(each.data, each.path, ids, depth + 1)),
    secondary: false,
  }
}

function brandOf(data: JsonObject, path: string, ids: Ids) {
  for (const name of ['brand', 'manufacturer']) {
    const item = itemsOf(data, path, ids, name)[0]
    const leaf = (item ? textOf(item.data, item.path, 'name', 'legalName', 'alternateName') ?? leafOf(item.data, item.path) : null) ?? textOf(data, path, name)
    if (leaf)
      return leaf
  }
  return null
}

/** Pictures as addresses, as objects, or as lists of either. */
function imageOf(value: unknown, depth = 0): string[] {
  if (typeof value === 'string')
    return value.trim() ? [value.trim()] : []
  if (depth > MAX_IMAGE_DEPTH)
    return []
  if (Array.isArray(value))
    return value.flatMap(each => imageOf(each, depth + 1))
  if (!isObject(value))
    return []
  const inner = value.contentUrl ?? value.url ?? value.src ?? value['@id'] ?? value.image
  return inner === undefined ? [] : imageOf(inner, depth + 1)
}

const PLAIN_ATTRIBUTES = ['color', 'size', 'material', 'pattern', 'weight', 'height', 'width', 'depth', 'gender', 'ageGroup', 'countryOfOrigin', 'releaseDate']

function attributesOf(data: JsonObject, path: string, ids: Ids): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const { data: property } of itemsOf(data, path, ids, 'additionalProperty').slice(0, 200)) {
    const name = textOf(property, '', 'name', 'propertyID')
    const value = textOf(property, '', 'value')
    const unit = textOf(property, '', 'unitText')
    if (name && value)
      attributes[name.raw.trim()] = unit ? `${value.raw.trim()} ${unit.raw.trim()}` : value.raw.trim()
  }
  for (const name of PLAIN_ATTRIBUTES) {
    const leaf = textOf(data, path, name)
    if (leaf && !/^https?:/.test(leaf.raw))
      attributes[name] ??= leaf.raw.trim()
  }
  return attributes
}
