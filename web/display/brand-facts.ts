import type { BrandFacts } from '../../server/contract/index.ts'

/** Fields that a product is of little use without. */
const needed = ['name', 'price', 'images', 'availability']

/** The field that was given by the fewest pages among those that matter; one that no page gave counts as none. */
export function weakestField({ fields }: NonNullable<BrandFacts['coverage']>): { field: string, share: number } {
  return needed
    .map(field => ({ field, share: fields.find(each => each.field === field)?.share ?? 0 }))
    .reduce((weakest, each) => each.share < weakest.share ? each : weakest)
}
