import type { Brand, BrandUpdate, LiveEvent } from '../../server/contract/index.ts'
import type { ApiProblem } from '../api/problem.ts'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { getBrand } from '../api/brands.ts'
import { isAbort, toProblem } from '../api/problem.ts'
import { useBrands, withRun } from './brands.ts'

/** One brand; its last run follows the live jobs, its counts are read again at most once a second. */
export const useBrandDetail = defineStore('brand-detail', () => {
  const brand = shallowRef<Brand | null>(null)
  const problem = shallowRef<ApiProblem | null>(null)
  let controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let id = ''

  async function open(brandId: string) {
    close()
    id = brandId
    controller = new AbortController()
    await read()
  }

  function close() {
    controller.abort()
    clearTimeout(timer)
    timer = undefined
    brand.value = null
    problem.value = null
  }

  async function read() {
    const { signal } = controller
    try {
      const fresh = await getBrand(id, signal)
      if (signal.aborted)
        return
      brand.value = fresh
      problem.value = null
    }
    catch (error) {
      if (!isAbort(error) && !signal.aborted)
        problem.value = toProblem(error)
    }
  }

  function apply(event: LiveEvent) {
    if (brand.value === null)
      return
    if (event.kind === 'job')
      brand.value = withRun(brand.value, event.job)
    const isMine = (event.kind === 'brand' && event.id === id) || (event.kind === 'products' && event.brandId === id)
    if (isMine) {
      timer ??= setTimeout(() => {
        timer = undefined
        void read()
      }, 1000)
    }
  }

  async function update(changes: BrandUpdate) {
    brand.value = await useBrands().update(id, changes)
  }

  async function remove() {
    await useBrands().remove(id)
  }

  return { brand, problem, open, close, read, apply, resync: read, update, remove }
})
