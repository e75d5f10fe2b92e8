import type { Availability } from '../contract/product.ts'
import type { Category, Item, ItemVariant, Markup } from './item.ts'
import type { Tone } from './pictures/tones.ts'
import { categories } from './catalogue/index.ts'
import { demoGtin } from './gtin.ts'

export interface ShopVariant {
  value: string
  sku: string
  gtin: string
  priceMinor: number
  availability: Availability
  image: string
}

/** A product with everything that its page shows; addresses are paths, the shop adds its origin. */
export interface ShopProduct {
  item: Item
  category: Category
  markup: Markup
  path: string
  image: string
  sku: string
  mpn: string
  gtin: string
  /** The lowest of its variants. */
  priceMinor: number
  listPriceMinor: number | null
  /** In stock when one of its variants is. */
  availability: Availability
  variants: ShopVariant[]
}

function slugOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/-$/, '')
}

function imagePath(item: Item, tone: Tone): string {
  return `/images/${slugOf(item.name)}-${tone}.svg`
}

function markupOf({ markup, option, wasMinor }: Item): Markup {
  if (option)
    return option.variants.some(variant => variant.priceMinor) ? 'aggregate' : 'group'
  return markup ?? (wasMinor ? 'graph' : 'product')
}

function toVariant(item: Item, sku: string, article: number, variant: ItemVariant, at: number): ShopVariant {
  return {
    value: variant.value,
    sku: `${sku}-${at + 1}`,
    gtin: demoGtin(article * 10 + at + 1),
    priceMinor: variant.priceMinor ?? item.priceMinor,
    availability: variant.soldOut ? 'OutOfStock' : 'InStock',
    image: imagePath(item, variant.tone ?? item.tone),
  }
}

function toProduct(category: Category, item: Item, at: number): ShopProduct {
  const number = String(at + 1).padStart(3, '0')
  const sku = `KR-${category.code}-${number}`
  const article = (categories.indexOf(category) + 1) * 1000 + at + 1
  return {
    item,
    category,
    markup: markupOf(item),
    path: `/products/${slugOf(item.name)}`,
    image: imagePath(item, item.tone),
    sku,
    mpn: `${category.code}${number}`,
    gtin: demoGtin(article * 10),
    priceMinor: item.priceMinor,
    listPriceMinor: item.wasMinor ?? null,
    availability: item.availability ?? 'InStock',
    variants: item.option?.variants.map((variant, nth) => toVariant(item, sku, article, variant, nth)) ?? [],
  }
}

export const shopProducts: readonly ShopProduct[] = categories.flatMap(category => category.items.map((item, at) => toProduct(category, item, at)))

/** `12.5` → `12.50`, as shops write it for machines. */
export function decimal(minor: number): string {
  return (minor / 100).toFixed(2)
}
