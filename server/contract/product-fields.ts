// Apart from the schema of recipes, so that pages that name fields load no zod.

export const productFields = [
  'name',
  'brand',
  'description',
  'price',
  'listPrice',
  'currency',
  'availability',
  'sku',
  'mpn',
  'gtin',
  'condition',
  'images',
  'category',
  'rating',
  'reviewCount',
  'url',
  'language',
] as const
