import type { Product } from '../../server/contract/product.ts'
import type { ExportRow } from '../../server/export/columns.ts'

/** A catalogue row with what a test cares about in `changes`. */
export function exportRow(changes: Partial<Product> = {}): ExportRow {
  return {
    brand: { name: 'Acme', url: 'https://acme.test/' },
    product: {
      id: 'p1',
      brandId: 'b1',
      key: 'k1',
      url: 'https://acme.test/shoe',
      status: 'read',
      name: 'Shoe',
      brand: null,
      description: null,
      priceMinor: 1250,
      listPriceMinor: null,
      currency: 'EUR',
      availability: 'InStock',
      sku: null,
      mpn: null,
      gtin: null,
      condition: null,
      images: [],
      category: [],
      rating: null,
      ratingBest: null,
      reviewCount: null,
      attributes: {},
      variants: [],
      language: null,
      firstSeenAt: '2026-01-01T00:00:00.000Z',
      lastSeenAt: '2026-01-01T00:00:00.000Z',
      readAt: null,
      changedAt: null,
      error: null,
      heldPrice: null,
      evidence: {},
      ...changes,
    },
  }
}
