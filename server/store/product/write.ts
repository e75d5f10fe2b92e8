import type { ProductDraft } from '../../contract/product.ts'

export interface PageMemory { etag: string | null, lastModified: string | null, contentHash: string | null }

/** What a run learned of one product. */
export interface ProductWrite {
  key: string
  url: string
  draft: Partial<ProductDraft>
  /** Layer 1 met it in this run. */
  met: boolean
  /** Layer 2 read its page in this run. */
  read: boolean
  /** JSON of the evidence by field. */
  evidence?: string
  memory?: PageMemory
  /** When the shop's lists say that it was last changed, ISO 8601; of a page that was read: what they said before it was asked for. */
  listedModified?: string | null
}

export interface ProductChangeSet {
  added: number
  changed: number
  unchanged: number
  /** Of the changed ones, those with another address in the shop's lists. */
  moved: number
  /** Those whose price, stock, name or numbers differ from before, held prices among them. */
  followed: number
}
