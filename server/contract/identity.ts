import type { ProductDraft } from './product.ts'

/** What is known of a product when it is to be recognised again. */
export interface Identifiable {
  key: string
  url: string
  draft: Partial<Pick<ProductDraft, 'name' | 'brand' | 'sku' | 'gtin' | 'images' | 'variants'>>
}

/** Which of the `met` products are which of the `known` ones: the key of each met one with the key it was known by. */
export type MatchIdentities = (known: readonly Identifiable[], met: readonly Identifiable[]) => Map<string, string>
