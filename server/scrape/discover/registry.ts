import type { Strategy } from './strategy.ts'
import { listing } from './listing.ts'
import { magento } from './magento.ts'
import { shopify } from './shopify.ts'
import { sitemap } from './sitemap.ts'
import { spree } from './spree.ts'
import { vtex } from './vtex.ts'
import { woocommerce } from './woocommerce.ts'
import { wordpress } from './wordpress.ts'

/** Every way of finding products, cheapest for the shop first. A new way is one file and one line here. */
export const strategies: readonly Strategy[] = [shopify, woocommerce, magento, vtex, spree, wordpress, sitemap, listing]
