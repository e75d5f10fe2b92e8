import { z } from 'zod'
import { exportColumns } from './export-columns.ts'
import { PageQuery } from './page.ts'
import { Timestamp } from './time.ts'

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
