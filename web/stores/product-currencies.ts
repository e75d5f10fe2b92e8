import type { ProductCounts } from '../../server/contract/index.ts'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { isAbort } from '../api/problem.ts'
import { countProducts } from '../api/products.ts'

/** The currencies that products are sold in, to choose from: of one brand, or of all. */
export const useProductCurrencies = defineStore('product-currencies', () => {
  const currencies = shallowRef<ProductCounts['byCurrency']>([])
  let controller: AbortController | null = null

  async function load(brandId: string | undefined) {
    controller?.abort()
    const mine = controller = new AbortController()
    try {
      const counts = await countProducts(brandId, mine.signal)
      if (!mine.signal.aborted)
        currencies.value = counts.byCurrency
    }
    catch (error) {
      // Without them a currency cannot be chosen, but the list can be read: its own notice tells what is wrong.
      if (!isAbort(error) && !mine.signal.aborted)
        currencies.value = []
    }
  }

  return { currencies, load }
})
