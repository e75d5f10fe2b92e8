import { html } from 'hono/html'
import { categories } from '../catalogue/index.ts'
import { sampleBrand } from '../item.ts'

type Html = ReturnType<typeof html>

/** Every page's frame; `head` takes what only one page says of itself. */
export function layout({ title, description, canonical, head = '', body }: { title: string, description: string, canonical: string, head?: unknown, body: Html }) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<link rel="canonical" href="${canonical}">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/shop.css">
${head}
</head>
<body>
<p class="notice">This shop is invented. It comes with Gleaner, so that a first run has something to read.</p>
<header>
<a class="logo" href="/">${sampleBrand}</a>
<nav aria-label="Categories">${categories.map(({ name, slug }) => html`<a href="/collections/${slug}">${name}</a>`)}</nav>
</header>
<main>${body}</main>
<footer><p><strong>${sampleBrand}</strong> – things for slow mornings.</p><p><a href="/pages/about">About us</a> <a href="/sitemap.xml">Sitemap</a></p></footer>
</body>
</html>`
}
