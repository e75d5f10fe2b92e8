import type { Evidence } from './product.ts'
import type { ProductField } from './recipe.ts'

export type EvidenceByField = Partial<Record<ProductField, Evidence>>

/**
 * Evidence as the text that its row will hold. It is made in the thread that has read the page, and as a rule nobody opens
 * it on the way: it would be unpacked there only to be packed again.
 */
export interface SealedEvidence {
  /** The fields that have any. */
  fields: ProductField[]
  text: string
}

export function sealEvidence(evidence: EvidenceByField): SealedEvidence {
  return { fields: Object.keys(evidence) as ProductField[], text: JSON.stringify(evidence) }
}

export function openEvidence({ text }: SealedEvidence): EvidenceByField {
  return JSON.parse(text) as EvidenceByField
}
