import type { ProductDraft } from './product.ts'

/** What is known of a product when it is to be recognised again. */
export interface Identifiable {
  key: string
  url: string
  draft: Partial<Pick<ProductDraft, 'name' | 'brand' | 'sku' | 'gtin' | 'images' | 'variants'>>
}

/** Which of the `met` products are which of the `known` ones: the key of each met one with the key it was known by. */
export type MatchIdentities = (known: readonly Identifiable[], met: readonly Identifiable[]) => Map<string, string>

/** Host and path of an address: queries, `www.` and a slash at the end seldom make another page. */
export function addressOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`.toLowerCase()
}
