import type { Brand, BrandCreate, BrandUpdate, JobSummary, LiveEvent } from '../../server/contract/index.ts'
import { defineStore } from 'pinia'
import { computed, shallowReactive } from 'vue'
import { createBrand, getBrand, listBrands, removeBrand, updateBrand } from '../api/brands.ts'
import { useBrandFacts } from './brand-facts.ts'
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

/** The list of brands, newest first. Those that others add meanwhile wait until the viewer asks for them: rows do not move under the pointer. */
export const useBrands = defineStore('brands', () => {
  const facts = useBrandFacts()
  const pager = createPager<{ search?: string }, Brand>(async (query, signal) => {
    const page = await listBrands(query, signal)
    // A row is shown whole: a line that comes later would push away those below it.
    await facts.want(page.items.map(({ id }) => id))
    return page
  })
  const due = new Set<string>()
  const added = shallowReactive(new Set<string>())
  const isListed = (id: string) => pager.items.value.some(brand => brand.id === id)
  const waitingCount = computed(() => [...added].filter(id => !isListed(id)).length)
  let search: string | undefined

  /** One read per brand and moment, however many events name it. */
  function refresh(id: string) {
    if (due.has(id))
      return
    due.add(id)
    setTimeout(() => {
      due.delete(id)
      // A failure keeps what the row shows; the next event or resync tries again.
      getBrand(id).then(put, () => {})
    }, 300)
  }

  function put(brand: Brand) {
    pager.replace(brand)
    // Ids sort by time. Which of the older ones are further down, or match the search, only the server knows.
    if (pager.state.value === 'ready' && isNewOne(brand))
      added.add(brand.id)
  }

  function isNewOne({ id }: Brand): boolean {
    const newest = pager.items.value[0]
    return search === undefined && (newest === undefined || id > newest.id)
  }

  function apply(event: LiveEvent) {
    if (event.kind === 'job')
      patchRun(event.job)
    if (event.kind === 'brand' && event.removed) {
      added.delete(event.id)
      pager.remove(event.id)
    }
    if (event.kind === 'brand' && !event.removed && pager.state.value !== 'idle')
      refresh(event.id)
    if (event.kind === 'products' && event.brandId !== null && isListed(event.brandId))
      refresh(event.brandId)
  }

  async function load(query: { search?: string }) {
    search = query.search
    added.clear()
    await pager.load(query, { clear: true })
  }

  async function reload() {
    added.clear()
    await pager.reload()
  }

  function patchRun(job: JobSummary) {
    const brand = pager.items.value.find(row => row.id === job.brandId)
    const patched = brand && withRun(brand, job)
    if (patched && patched !== brand)
      pager.replace(patched)
  }

  async function resync() {
    if (pager.state.value === 'idle')
      return
    const fresh = await pager.refresh(isNewOne)
    fresh.forEach(({ id }) => added.add(id))
  }

  async function create(input: BrandCreate): Promise<Brand> {
    const brand = await createBrand(input)
    pager.items.value = [brand, ...pager.items.value.filter(row => row.id !== brand.id)]
    void facts.want([brand.id])
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

  return { ...pager, load, reload, waitingCount, apply, resync, create, update, remove }
})
