import type { LiveEvent, Product, ProductChange } from '../../server/contract/index.ts'
import type { ApiProblem } from '../api/problem.ts'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { getBrand } from '../api/brands.ts'
import { isAbort, toProblem } from '../api/problem.ts'
import { getProduct, getProductChanges } from '../api/products.ts'

/** One product with its history. It is read again when its brand's products change, at most once a second. */
export const useProductDetail = defineStore('product-detail', () => {
  const product = shallowRef<Product | null>(null)
  const changes = shallowRef<ProductChange[]>([])
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
    brandName.value = null
    problem.value = null
  }

  async function read() {
    const { signal } = controller
    try {
      const [fresh, page] = await Promise.all([getProduct(id, signal), getProductChanges(id, { limit: 100 }, signal)])
      if (signal.aborted)
        return
      product.value = fresh
      changes.value = page.items
      problem.value = null
      brandName.value ??= (await getBrand(fresh.brandId, signal)).name
    }
    catch (error) {
      if (!isAbort(error) && !signal.aborted)
        problem.value = toProblem(error)
    }
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

  return { product, changes, brandName, problem, open, close, read, apply, resync: read }
})
