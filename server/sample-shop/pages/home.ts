import { html } from 'hono/html'
import { categories } from '../catalogue/index.ts'
import { sampleBrand } from '../item.ts'
import { shopProducts } from '../product.ts'
import { card } from './card.ts'
import { layout } from './layout.ts'

export function homePage(origin: string) {
  const favourites = shopProducts.filter(({ item }) => (item.rating?.[0] ?? 0) >= 4.8).slice(0, 8)
  return layout({
    title: `${sampleBrand} – things for slow mornings`,
    description: 'Tableware, lighting, textiles, bags, knitwear and garden tools, made in small batches.',
    canonical: `${origin}/`,
    body: html`<section class="hero"><h1>Things for slow mornings</h1><p>Made in small batches, by people whose names we know, to be kept for a long time.</p></section>
<ul class="tiles">${categories.map(({ name, slug, tagline }) => html`<li><a href="/collections/${slug}"><img src="${shopProducts.find(({ category }) => category.slug === slug)?.image}" alt="" width="400" height="400"><h2>${name}</h2><p>${tagline}</p></a></li>`)}</ul>
<h2>Favourites</h2><ul class="grid">${favourites.map(card)}</ul>`,
  })
}

export function aboutPage(origin: string) {
  return layout({
    title: `About us – ${sampleBrand}`,
    description: `Who is behind ${sampleBrand}.`,
    canonical: `${origin}/pages/about`,
    body: html`<article class="prose"><h1>About us</h1><p>${sampleBrand} does not exist, and neither does anything it sells. The shop is part of Gleaner: its pages describe their products in the ways that real shops do – JSON-LD in several shapes, microdata, Open Graph tags – with variants, sales, sold-out articles and two pages that cannot be read, on purpose.</p></article>`,
  })
}
