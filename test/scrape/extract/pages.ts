import type { Recipe } from '../../../server/contract/recipe.ts'
import { extractProduct } from '../../../server/scrape/extract/index.ts'

export const url = 'https://shop.example/products/blue-shoe'

/** A page around a body: with a title, so that the main product can be told from others. */
export function page(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><title>Blue Shoe | Acme Shop</title>${head}</head><body>${body}</body></html>`
}

export function read(html: string, options: { url?: string, recipe?: Recipe } = {}) {
  return extractProduct({ url: options.url ?? url, html }, { recipe: options.recipe ?? null })
}

export const jsonLd = (value: unknown) => `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`
