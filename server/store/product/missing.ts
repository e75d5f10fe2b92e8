import type { MissingField } from '../../contract/product-query.ts'
import type { Condition } from '../listing/source.ts'

/** What it looks like when a shop does not say something. */
const empty: Readonly<Record<MissingField, string>> = {
  name: 'r."name" IS NULL',
  brand: 'r."brandName" IS NULL',
  description: 'r."description" IS NULL',
  price: 'r."priceMinor" IS NULL',
  availability: 'r."availability" IS NULL',
  sku: 'r."sku" IS NULL',
  gtin: 'r."gtin" IS NULL',
  images: 'r."images" = \'[]\'',
  category: 'r."category" = \'[]\'',
}

/** A page that was not read yet says nothing: its fields are not called missing. */
export function toMissing(field: MissingField | undefined): Condition[] {
  return field === undefined ? [] : [{ sql: `r."readAt" IS NOT NULL AND ${empty[field]}`, params: [] }]
}
