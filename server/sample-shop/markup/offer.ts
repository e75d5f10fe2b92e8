import type { Availability } from '../../contract/product.ts'
import type { ShopVariant } from '../product.ts'
import { sampleCurrency } from '../item.ts'
import { decimal } from '../product.ts'

export function schemaUrl(term: string): string {
  return `https://schema.org/${term}`
}

export function offerOf(priceMinor: number, availability: Availability, url: string) {
  return {
    '@type': 'Offer',
    url,
    'price': decimal(priceMinor),
    'priceCurrency': sampleCurrency,
    'availability': schemaUrl(availability),
    'itemCondition': schemaUrl('NewCondition'),
  }
}

export function variantUrl(url: string, variant: ShopVariant): string {
  return `${url}?variant=${variant.sku}`
}
