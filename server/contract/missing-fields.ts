// Apart from the schemas of queries, so that the list of products loads no zod.

export const missingFields = ['name', 'brand', 'description', 'price', 'availability', 'sku', 'gtin', 'images', 'category'] as const
