import type { Prisma } from '../prisma/client.ts'

/** Which products a job works on; without either field, all. */
export interface ProductSelection {
  brandId?: string
  productIds?: string[]
}

export function whereSelected({ brandId, productIds }: ProductSelection): Prisma.ProductWhereInput {
  return { ...(brandId && { brandId }), ...(productIds && { id: { in: productIds } }) }
}
