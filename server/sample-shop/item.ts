import type { Availability } from '../contract/product.ts'
import type { Shape } from './pictures/shapes.ts'
import type { Tone } from './pictures/tones.ts'

export const sampleBrand = 'Kestrel & Rye'
export const sampleCurrency = 'EUR'

/** How a product's page tells machines about it; real shops do it in all of these ways. */
export type Markup = 'product' | 'graph' | 'listed' | 'group' | 'aggregate' | 'microdata' | 'open-graph'

export interface ItemVariant {
  value: string
  tone?: Tone
  /** Where it differs from the item's. */
  priceMinor?: number
  soldOut?: boolean
}

/** A row of the catalogue as its merchant would write it. */
export interface Item {
  name: string
  description: string
  priceMinor: number
  /** Before the sale. */
  wasMinor?: number
  availability?: Availability
  shape: Shape
  tone: Tone
  details: Record<string, string>
  /** Average of five stars, and of how many reviews. */
  rating?: readonly [average: number, count: number]
  option?: { name: string, variants: readonly ItemVariant[] }
  markup?: Extract<Markup, 'listed' | 'microdata' | 'open-graph'>
}

export interface Category {
  name: string
  slug: string
  /** Three letters in every SKU. */
  code: string
  tagline: string
  items: readonly Item[]
}
