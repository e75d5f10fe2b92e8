import type { Clock } from '../clock.ts'
import type { Export } from '../contract/export.ts'
import type { EventBus } from '../events/bus.ts'
import type { Exporter } from '../export/exporter.ts'
import type { BrandStore } from '../store/brand-store.ts'
import type { ExportStore, StoredExport } from '../store/export-store.ts'
import type { JobStore } from '../store/job-store.ts'
import type { ProductStore } from '../store/product-store.ts'
import type { BrandService, ExportService, ProductService } from './ports.ts'
import type { CurrentSettings } from './settings-service.ts'
import { lstat } from 'node:fs/promises'
import { tell } from '../contract/told.ts'
import { Conflict, FileGone, NotFound } from '../errors.ts'

export interface BrandServiceDeps {
  brands: BrandStore
  events: Pick<EventBus, 'publish'>
  clock: Clock
}

export function createBrandService({ brands, events, clock }: BrandServiceDeps): BrandService {
  const changed = (id: string, removed = false) => events.publish({ kind: 'brand', id, removed })
  return {
    get: brands.get,
    list: query => brands.list(query),
    names: brands.names,
    async create(input) {
      const brand = await brands.create({ ...input, url: normalUrl(input.url), name: input.name ?? nameFromUrl(input.url) }, new Date(clock.now()))
      changed(brand.id)
      return brand
    },
    async update(id, input) {
      const brand = await brands.update(id, { ...input, ...(input.url !== undefined && { url: normalUrl(input.url) }) }, new Date(clock.now()))
      changed(id)
      return brand
    },
    async remove(id) {
      await brands.remove(id)
      changed(id, true)
    },
  }
}

/** The address as the URL Standard writes it, without a fragment: two spellings of one shop are one brand. */
function normalUrl(url: string): string {
  const parsed = new URL(url)
  parsed.hash = ''
  return parsed.href
}

/** `https://www.acme-shoes.com/de` is "Acme Shoes" until somebody gives it a better name. */
export function nameFromUrl(url: string): string {
  const { hostname, port } = new URL(url)
  if (/^[\d.]+$/.test(hostname) || hostname.includes(':') || !hostname.includes('.'))
    return port ? `${hostname}:${port}` : hostname
  const label = hostname.replace(/^(?:www|shop|store|m)\./, '').split('.')[0] ?? hostname
  return label.split('-').filter(Boolean).map(word => word[0]!.toUpperCase() + word.slice(1)).join(' ') || hostname
}

export function createProductService({ products }: { products: ProductStore }): ProductService {
  return {
    list: products.list,
    get: products.get,
    counts: products.counts,
    async changes(id, query) {
      await products.get(id)
      return products.changes(id, query)
    },
  }
}

export interface ExportServiceDeps {
  exports: ExportStore
  jobs: Pick<JobStore, 'get'>
  exporter: Pick<Exporter, 'pathOf' | 'remove'>
  settings: CurrentSettings
  events: Pick<EventBus, 'publish'>
}

const dayMs = 86_400_000

export function createExportService({ exports, jobs, exporter, settings, events }: ExportServiceDeps): ExportService {
  async function present(stored: StoredExport[]): Promise<Export[]> {
    const { retainExportsDays: days } = await settings.current()
    return Promise.all(stored.map(async each => ({
      ...each,
      expiresAt: days === 0 ? null : new Date(Date.parse(each.createdAt) + days * dayMs).toISOString(),
      isFileGone: await isGone(exporter.pathOf(each.filename)),
    })))
  }
  const presentOne = async (stored: StoredExport): Promise<Export> => (await present([stored]))[0]!

  return {
    async list(query) {
      const { items, nextCursor } = await exports.list(query)
      return { items: await present(items), nextCursor }
    },
    get: async id => presentOne(await exports.get(id)),
    async findByJob(jobId) {
      const record = await exports.findByJob(jobId)
      return record && presentOne(record)
    },
    async file(jobId) {
      const record = await exports.findByJob(jobId)
      if (!record) {
        const job = await jobs.get(jobId)
        throw job.type === 'export-csv' && job.status !== 'completed'
          ? new Conflict(tell('export-open', { status: job.status }))
          : new NotFound('export-of-job', jobId)
      }
      const file = await presentOne(record)
      if (file.isFileGone)
        throw new FileGone(file.filename)
      return { export: file, path: exporter.pathOf(file.filename) }
    },
    async request(id) {
      const request = await exports.requestOf(id)
      if (request === null)
        throw new Conflict(tell('export-request-lost'))
      return request
    },
    async remove(id) {
      const record = await exports.get(id)
      // The file first: while the row stands, no new export may take its name.
      await exporter.remove(record.filename)
      await exports.remove(id)
      events.publish({ kind: 'export-removed', id })
    },
  }
}

/** Or something else has its name: a link is not followed, as the download follows none. A folder that cannot be read says nothing. */
function isGone(path: string): Promise<boolean> {
  return lstat(path).then(found => !found.isFile(), (error: NodeJS.ErrnoException) => error.code === 'ENOENT')
}
