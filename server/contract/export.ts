import { z } from 'zod'
import { PageQuery } from './page.ts'
import { Timestamp } from './time.ts'

export const exportColumns = [
  'id',
  'brand',
  'shop',
  'name',
  'price',
  'list_price',
  'currency',
  'availability',
  'sku',
  'mpn',
  'gtin',
  'condition',
  'category',
  'rating',
  'review_count',
  'variants',
  'image',
  'images',
  'url',
  'description',
  'status',
  'first_seen_at',
  'last_seen_at',
  'read_at',
] as const
export const ExportColumn = z.enum(exportColumns)
export type ExportColumn = z.infer<typeof ExportColumn>

/** A finished file in `exports/`: a listed export is always whole. */
export const Export = z.object({
  id: z.string(),
  jobId: z.string(),
  brandId: z.string().nullable(),
  filename: z.string(),
  rows: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
  createdAt: Timestamp,
  expiresAt: Timestamp.nullable().describe('From when it is deleted by itself, as retention is set at present; null: never'),
  isFileGone: z.boolean().describe('Somebody has deleted or moved the file by hand: it can only be written again'),
})
export type Export = z.infer<typeof Export>

export const ExportQuery = PageQuery.extend({
  brandId: z.string().optional(),
  jobId: z.string().optional().describe('What this job wrote'),
})
export type ExportQuery = z.infer<typeof ExportQuery>
