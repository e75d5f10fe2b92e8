import { z } from 'zod'
import { productFields } from './product-fields.ts'

export const ProductField = z.enum(productFields)
export type ProductField = z.infer<typeof ProductField>

/** One rule: the first match of `selector`, its text or `attribute`, narrowed by group 1 (or the whole match) of `pattern`. */
export const RecipeRule = z.object({
  selector: z.string().min(1).max(500),
  attribute: z.string().min(1).max(100).optional(),
  pattern: z.string().min(1).max(300).optional(),
  transform: z.enum(['trim', 'lowercase', 'uppercase', 'number', 'price', 'url', 'html']).optional(),
  all: z.boolean().optional().describe('Take every match, not only the first (images, category)'),
})
export type RecipeRule = z.infer<typeof RecipeRule>

/** Per-brand CSS selectors for shops whose pages say nothing that machines can read. */
export const Recipe = z.object({
  fields: z.partialRecord(ProductField, RecipeRule).default({}),
  listing: z.object({
    start: z.array(z.url()).max(50).default([]),
    productLink: z.string().max(500).optional(),
    nextPage: z.string().max(500).optional(),
  }).optional(),
})
export type Recipe = z.infer<typeof Recipe>
