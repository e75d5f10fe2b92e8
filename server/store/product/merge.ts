import type { ProductDraft } from '../../contract/product.ts'
import { createHash } from 'node:crypto'

/** What the newer source says wins; where it is silent, the older one stays. */
export function mergeDraft(older: ProductDraft, newer: Partial<ProductDraft>): ProductDraft {
  const merged: Record<string, unknown> = { ...older }
  for (const [field, value] of Object.entries(newer)) {
    if (!isSilent(value))
      merged[field] = value
  }
  // An amount belongs to the currency it was read with: never a new price beside an old currency, or the other way round.
  if (newer.priceMinor != null) {
    merged.currency = newer.currency ?? older.currency
    merged.listPriceMinor = newer.listPriceMinor ?? null
  }
  return merged as ProductDraft
}

function isSilent(value: unknown): boolean {
  if (value === null || value === undefined)
    return true
  if (Array.isArray(value))
    return value.length === 0
  return typeof value === 'object' && Object.keys(value).length === 0
}

/** The fields whose history people follow. */
const followed = ['name', 'priceMinor', 'listPriceMinor', 'currency', 'availability', 'sku', 'gtin'] as const satisfies readonly (keyof ProductDraft)[]

/** Fields without parts: a difference in one of them shows before anything is spelled out. */
const plain = ['name', 'brand', 'description', 'priceMinor', 'listPriceMinor', 'currency', 'availability', 'sku', 'mpn', 'gtin', 'condition', 'rating', 'ratingBest', 'reviewCount', 'language'] as const satisfies readonly (keyof ProductDraft)[]

export interface FieldChange { field: string, before: string | null, after: string | null }

/** Changes of followed fields; a field seen for the first time is no change. */
export function changesBetween(before: ProductDraft, after: ProductDraft): FieldChange[] {
  return followed
    .filter(field => before[field] !== null && before[field] !== after[field])
    .map(field => ({ field, before: text(before[field]), after: text(after[field]) }))
}

function text(value: string | number | null): string | null {
  return value === null ? null : String(value)
}

/** Whether two drafts say the same. Arguments of pictures' addresses (tokens, sizes, versions) are no difference. */
export function isSameDraft(a: ProductDraft, b: ProductDraft): boolean {
  if (plain.some(field => a[field] !== b[field]))
    return false
  return JSON.stringify(a) === JSON.stringify(b) || JSON.stringify(withoutTokens(a)) === JSON.stringify(withoutTokens(b))
}

/** Stands for what a draft says: the same for drafts between which there is no difference. */
export function markOf(draft: Partial<ProductDraft>): string {
  return createHash('sha256').update(JSON.stringify(withoutTokens(draft))).digest('base64url')
}

function withoutTokens(draft: Partial<ProductDraft>): Partial<ProductDraft> {
  return {
    ...draft,
    ...(draft.images && { images: draft.images.map(pictureOf) }),
    ...(draft.variants && { variants: draft.variants.map(variant => ({ ...variant, image: variant.image === null ? null : pictureOf(variant.image) })) }),
  }
}

/** Only where the path names a picture: elsewhere the arguments may be what tells two apart. */
function pictureOf(url: string): string {
  return /^[^?#]+\.(?:jpe?g|png|webp|avif|gif|svg)(?=[?#])/i.exec(url)?.[0] ?? url
}
