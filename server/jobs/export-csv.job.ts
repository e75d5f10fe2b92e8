import type { Exporter } from '../export/exporter.ts'
import type { BrandStore } from '../store/brand-store.ts'
import type { ExportStore } from '../store/export-store.ts'
import type { ProductStore } from '../store/product-store.ts'
import type { RunContext } from './define.ts'
import { z } from 'zod'
import { jobTypes } from '../contract/job-types.ts'
import { tell } from '../contract/told.ts'
import { defineJob } from './define.ts'

export interface ExportCsvDeps {
  brands: Pick<BrandStore, 'get'>
  products: Pick<ProductStore, 'stream' | 'expect'>
  exports: Pick<ExportStore, 'hasFilename' | 'findByJob' | 'record'>
  exporter: Pick<Exporter, 'write' | 'remove'>
}

const Checkpoint = z.object({ filename: z.string() })

/** Writes the selected products to a CSV file in `exports/`. */
export const exportCsv = defineJob<'export-csv', ExportCsvDeps>({
  type: 'export-csv',
  ...jobTypes['export-csv'],
  async run(data, context, { brands, products, exports, exporter }) {
    if (data.brandId !== undefined)
      await brands.get(data.brandId)
    const removed = await removeLeftOver(context, { exports, exporter })
    if (removed !== null)
      await context.log('info', [tell('left-over-removed', { file: removed })])
    const selection = { brandId: data.brandId, productIds: data.productIds, filter: data.filter }
    const { value: total, exact } = await products.expect(selection)
    const { withdraw, ...file } = await exporter.write({
      jobId: context.job.id,
      pages: products.stream(selection),
      filename: data.filename,
      at: new Date(),
      columns: data.columns,
      mode: data.mode ?? 'safe',
      signal: context.signal,
      onRows: rows => context.progress(total === 0 ? 99 : Math.min(99, 100 * rows / total), [exact ? tell('rows-done', { done: rows, total }) : tell('rows-written', { n: rows })]),
      async reserve(filename) {
        if (await exports.hasFilename(filename))
          return false
        await context.save({ filename })
        return true
      },
    })
    const result = { exportId: '', ...file }
    return {
      result,
      told: [tell('export-written', { n: file.rows, file: file.filename })],
      async effects(tx) {
        const record = await exports.record(tx, { jobId: context.job.id, brandId: data.brandId ?? null, request: data, ...file }, new Date())
        result.exportId = record.id
      },
      undo: withdraw,
    }
  },
  clear: removeLeftOver,
})

/** A run that died between naming its file and recording it left a file that nobody knows of. @returns its name; null when there is none */
async function removeLeftOver({ checkpoint, job }: Pick<RunContext, 'job' | 'checkpoint'>, { exports, exporter }: Pick<ExportCsvDeps, 'exports' | 'exporter'>): Promise<string | null> {
  const saved = Checkpoint.safeParse(checkpoint)
  if (!saved.success || await exports.findByJob(job.id) || await exports.hasFilename(saved.data.filename))
    return null
  await exporter.remove(saved.data.filename)
  return saved.data.filename
}
