import type { Category } from '../item.ts'
import { html } from 'hono/html'
import { sampleBrand } from '../item.ts'
import { shopProducts } from '../product.ts'
import { card } from './card.ts'
import { layout } from './layout.ts'

const perPage = 6

/** One page of a category, or null beyond the last. */
export function listingPage(category: Category, page: number, origin: string) {
  const products = shopProducts.filter(product => product.category === category)
  const pages = Math.ceil(products.length / perPage)
  if (!(page >= 1 && page <= pages))
    return null
  const base = `/collections/${category.slug}`
  const linkTo = (to: number) => to === 1 ? base : `${base}?page=${to}`
  return layout({
    title: `${category.name} – ${sampleBrand}`,
    description: category.tagline,
    canonical: origin + linkTo(page),
    head: [
      page > 1 ? html`<link rel="prev" href="${linkTo(page - 1)}">` : '',
      page < pages ? html`<link rel="next" href="${linkTo(page + 1)}">` : '',
    ],
    body: html`<h1>${category.name}</h1><p class="tagline">${category.tagline}</p>
<ul class="grid">${products.slice((page - 1) * perPage, page * perPage).map(card)}</ul>
<nav class="pages" aria-label="Pages">${Array.from({ length: pages }, (_, at) => at + 1 === page ? html`<span aria-current="page">${page}</span>` : html`<a href="${linkTo(at + 1)}">${at + 1}</a>`)}</nav>`,
  })
}
