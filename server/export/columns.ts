import type { ExportColumn } from '../contract/export.ts'
import type { Product } from '../contract/product.ts'
import { minorToDecimal } from '../contract/money.ts'

export interface ExportRow { product: Product, brand: { name: string, url: string } }

interface Column {
  /** Numbers are written as they are; a text may need a guard against being run as a formula. */
  kind: 'text' | 'number'
  of: (row: ExportRow) => string
}

const text = (of: (row: ExportRow) => string | null): Column => ({ kind: 'text', of: row => of(row) ?? '' })
const number = (of: (row: ExportRow) => string | number | null): Column => ({ kind: 'number', of: row => String(of(row) ?? '') })

/** Every column a file can have: the one registry, in the order of the default file. */
export const columns: Record<ExportColumn, Column> = {
  id: text(({ product }) => product.id),
  brand: text(({ product, brand }) => product.brand ?? brand.name),
  shop: text(({ brand }) => brand.url),
  name: text(({ product }) => product.name),
  price: number(({ product }) => product.priceMinor === null ? null : minorToDecimal(product.priceMinor, product.currency)),
  list_price: number(({ product }) => product.listPriceMinor === null ? null : minorToDecimal(product.listPriceMinor, product.currency)),
  currency: text(({ product }) => product.currency),
  availability: text(({ product }) => product.availability),
  sku: text(({ product }) => product.sku),
  mpn: text(({ product }) => product.mpn),
  gtin: text(({ product }) => product.gtin),
  condition: text(({ product }) => product.condition),
  category: text(({ product }) => product.category.join(' > ')),
  rating: number(({ product }) => product.rating),
  review_count: number(({ product }) => product.reviewCount),
  variants: number(({ product }) => product.variants.length),
  image: text(({ product }) => product.images[0] ?? null),
  images: text(({ product }) => product.images.join(' ')),
  url: text(({ product }) => product.url),
  description: text(({ product }) => product.description),
  status: text(({ product }) => product.status),
  first_seen_at: text(({ product }) => product.firstSeenAt),
  last_seen_at: text(({ product }) => product.lastSeenAt),
  read_at: text(({ product }) => product.readAt),
}
