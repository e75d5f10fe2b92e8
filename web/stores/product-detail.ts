import type { LiveEvent, Product, ProductChange } from '../../server/contract/index.ts'
import type { Page } from '../../server/contract/page.ts'
import type { ApiProblem } from '../api/problem.ts'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { getBrand } from '../api/brands.ts'
import { isAbort, toProblem } from '../api/problem.ts'
import { getProduct, getProductChanges } from '../api/products.ts'

const pageOfChanges = 100

/** One product with its history, newest first, a page at a time. It is read again when its brand's products change, at most once a second. */
export const useProductDetail = defineStore('product-detail', () => {
  const product = shallowRef<Product | null>(null)
  const changes = shallowRef<ProductChange[]>([])
  /** Where older changes go on. */
  const older = ref<string | null>(null)
  const readingOlder = ref(false)
  const brandName = ref<string | null>(null)
  const problem = shallowRef<ApiProblem | null>(null)
  let controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let id = ''

  async function open(productId: string) {
    close()
    id = productId
    controller = new AbortController()
    await read()
  }

  function close() {
    controller.abort()
    clearTimeout(timer)
    timer = undefined
    product.value = null
    changes.value = []
    older.value = null
    readingOlder.value = false
    brandName.value = null
    problem.value = null
  }

  async function read() {
    const { signal } = controller
    try {
      const [fresh, page] = await Promise.all([getProduct(id, signal), getProductChanges(id, { limit: pageOfChanges }, signal)])
      if (signal.aborted)
        return
      product.value = fresh
      keepNewest(page)
      problem.value = null
      brandName.value ??= (await getBrand(fresh.brandId, signal)).name
    }
    catch (error) {
      if (!isAbort(error) && !signal.aborted)
        problem.value = toProblem(error)
    }
  }

  /** What is new comes in front of what was read before, unless there is more new than a page. */
  function keepNewest({ items, nextCursor }: Page<ProductChange>) {
    const ids = new Set(items.map(change => change.id))
    const known = changes.value.filter(change => !ids.has(change.id))
    if (known.length < changes.value.length && changes.value.length > pageOfChanges) {
      changes.value = [...items, ...known]
      return
    }
    changes.value = items
    older.value = nextCursor
  }

  async function more() {
    const { signal } = controller
    if (older.value === null || readingOlder.value)
      return
    readingOlder.value = true
    try {
      const page = await getProductChanges(id, { limit: pageOfChanges, cursor: older.value }, signal)
      if (signal.aborted)
        return
      changes.value = [...changes.value, ...page.items]
      older.value = page.nextCursor
    }
    catch (error) {
      if (!isAbort(error) && !signal.aborted)
        problem.value = toProblem(error)
    }
    readingOlder.value = false
  }

  function apply(event: LiveEvent) {
    if (event.kind !== 'products' || product.value === null)
      return
    if (event.brandId === null || event.brandId === product.value.brandId) {
      timer ??= setTimeout(() => {
        timer = undefined
        void read()
      }, 1000)
    }
  }

  return { product, changes, older, readingOlder, brandName, problem, open, close, read, more, apply, resync: read }
})
