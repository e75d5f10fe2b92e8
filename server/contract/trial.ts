import { z } from 'zod'
import { BrandId, ShopUrl } from './brand.ts'
import { FetchReport, PageFailure } from './job-types.ts'
import { Currency, Evidence, ProductDraft } from './product.ts'
import { ProductField, Recipe } from './recipe.ts'
import { Told } from './told.ts'

/** A page to read as layer 2 would, with a recipe that is not saved yet; nothing is kept. */
export const RecipeTest = z.object({
  url: ShopUrl,
  recipe: Recipe.nullish(),
  brandId: BrandId.optional().describe('Fetch with this brand\'s settings, and its recipe when none is given'),
})
export type RecipeTest = z.infer<typeof RecipeTest>

export const FieldTest = z.object({
  field: ProductField,
  value: z.string().describe('The normalised value, as text'),
  evidence: Evidence,
})
export type FieldTest = z.infer<typeof FieldTest>

export const RecipeTestResult = z.object({
  url: z.string().describe('After redirects and canonical link'),
  failure: PageFailure.nullable(),
  draft: ProductDraft.nullable(),
  fields: z.array(FieldTest),
  missing: z.array(ProductField).describe('Fields that the page does not say'),
})
export type RecipeTestResult = z.infer<typeof RecipeTestResult>

export const ShopProbe = z.object({ url: ShopUrl })
export type ShopProbe = z.infer<typeof ShopProbe>

/** What a look at a shop tells before it becomes a brand. */
export const ShopProbeResult = z.object({
  url: z.string(),
  strategy: z.string().nullable().describe('The way that will find its products'),
  platform: z.string().nullable().describe('The shop software that its pages name, such as `shopware`'),
  found: z.number().int().describe('Products met during the look'),
  more: z.boolean().describe('The look was cut short; the shop has more'),
  currency: Currency.nullable(),
  robots: z.string().nullable(),
  robotsTold: Told.optional().describe('What `robots` says, to be written in another language'),
  samples: z.array(z.object({ url: z.string(), name: z.string().nullable() })).max(5),
  failure: PageFailure.nullable(),
  fetch: FetchReport,
})
export type ShopProbeResult = z.infer<typeof ShopProbeResult>
