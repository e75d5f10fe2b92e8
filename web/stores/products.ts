import type { LiveEvent, ProductFilter, ProductSummary } from '../../server/contract/index.ts'
import type { ProductSorting } from '../api/products.ts'
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { listProducts } from '../api/products.ts'
import { createPager, longList } from './pager.ts'

/** The catalogue. A scrape may change thousands of rows a minute, so changes set `stale` and the viewer decides when to look. */
export const useProducts = defineStore('products', () => {
  const pager = createPager<ProductFilter & ProductSorting, ProductSummary>(listProducts, longList)
  const stale = ref(false)
  let filter: ProductFilter & ProductSorting = {}

  async function load(next: ProductFilter & ProductSorting) {
    filter = next
    stale.value = false
    await pager.load(next, { clear: true })
  }

  async function refresh() {
    stale.value = false
    await pager.reload()
  }

  function apply(event: LiveEvent) {
    if (event.kind !== 'products' || pager.state.value === 'idle')
      return
    if (filter.brandId && event.brandId !== null && event.brandId !== filter.brandId)
      return
    stale.value = true
  }

  async function resync() {
    if (pager.state.value !== 'idle')
      stale.value = true
  }

  return { ...pager, load, refresh, stale, apply, resync }
})
