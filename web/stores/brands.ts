import type { Brand, BrandCreate, BrandUpdate, JobSummary, LiveEvent } from '../../server/contract/index.ts'
import { defineStore } from 'pinia'
import { createBrand, getBrand, listBrands, removeBrand, updateBrand } from '../api/brands.ts'
import { createPager } from './pager.ts'

/** The brand with its last run as this job tells it; the same brand when the job is an older one, or what is told of it is. */
export function withRun(brand: Brand, job: JobSummary): Brand {
  const { lastRun } = brand
  if (job.brandId !== brand.id || job.type === 'export-csv')
    return brand
  if (lastRun !== null && (lastRun.jobId === job.id ? lastRun.version >= job.version : lastRun.createdAt > job.createdAt))
    return brand
  const { id: jobId, type, status, progress, version, createdAt, completedAt } = job
  return { ...brand, lastRun: { jobId, type, status, progress, version, createdAt, completedAt } }
}

export const useBrands = defineStore('brands', () => {
  const pager = createPager<{ search?: string }, Brand>(listBrands)
  const due = new Set<string>()

  /** One read per brand and moment, however many events name it. */
  function refresh(id: string) {
    if (due.has(id) || !pager.items.value.some(brand => brand.id === id))
      return
    due.add(id)
    setTimeout(() => {
      due.delete(id)
      // A failure keeps what the row shows; the next event or resync tries again.
      getBrand(id).then(pager.replace, () => {})
    }, 300)
  }

  function apply(event: LiveEvent) {
    if (event.kind === 'job')
      patchRun(event.job)
    if (event.kind === 'brand' && event.removed)
      pager.remove(event.id)
    if (event.kind === 'brand' && !event.removed)
      refresh(event.id)
    if (event.kind === 'products' && event.brandId !== null)
      refresh(event.brandId)
  }

  function patchRun(job: JobSummary) {
    const brand = pager.items.value.find(row => row.id === job.brandId)
    const patched = brand && withRun(brand, job)
    if (patched && patched !== brand)
      pager.replace(patched)
  }

  async function resync() {
    if (pager.state.value !== 'idle')
      await pager.reload()
  }

  async function create(input: BrandCreate): Promise<Brand> {
    const brand = await createBrand(input)
    pager.items.value = [brand, ...pager.items.value.filter(row => row.id !== brand.id)]
    return brand
  }

  async function update(id: string, changes: BrandUpdate): Promise<Brand> {
    const brand = await updateBrand(id, changes)
    pager.replace(brand)
    return brand
  }

  async function remove(id: string) {
    await removeBrand(id)
    pager.remove(id)
  }

  return { ...pager, apply, resync, create, update, remove }
})
