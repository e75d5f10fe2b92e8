import type { OpenApiDocument } from '../openapi/document.ts'
import type { Html } from './inline.ts'
import type { Listed } from './operation-view.ts'
import { html, raw } from 'hono/html'
import { problemKinds } from '../problem.ts'
import { jsonBlock, nothing, prose } from './inline.ts'
import { exampleOf, operationView } from './operation-view.ts'
import { fields } from './schema-view.ts'
import { style } from './style.ts'

/**
 * The API reference as one page of plain HTML: no script, nothing from elsewhere, so it works offline, under the
 * strict policy and in a text browser. (Swagger UI, Redoc 3 and Scalar were tried: 1.7 to 4.4 MB of script each,
 * Redoc calls home, Scalar and Swagger UI bring packages that do.)
 */
export function renderReference(document: OpenApiDocument, origin: string): Html {
  const operations: Listed[] = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method, path })))
  const chapters = document.tags.map(tag => ({ ...tag, operations: operations.filter(({ tags }) => tags.includes(tag.name)) }))
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <link rel="icon" href="/favicon.svg">
  <title>${document.info.title} API ${document.info.version}</title>
  <style>${raw(style)}</style>
</head>
<body>
<nav aria-label="Contents">
  <a class="home" href="/">${document.info.title}</a>
  ${chapters.map(({ name, operations }) => html`<h2>${name}</h2><ul>${operations.map(({ operationId, summary, method }) => html`<li><a href="#${operationId}"><b class="${method}">${method.toUpperCase()}</b> ${summary}</a></li>`)}</ul>`)}
  <h2>More</h2><ul><li><a href="#schemas">Schemas</a></li><li><a href="#problems">Problems</a></li><li><a href="/openapi.json">openapi.json</a></li></ul>
</nav>
<main>
  <h1>${document.info.title} API <small>${document.info.version}</small></h1>
  ${prose(document.info.description)}
  ${chapters.map(({ name, description, operations }) => html`<h2>${name}</h2><p>${description}</p>${operations.map(operation => operationView(operation, document, origin))}`)}
  <h2 id="schemas">Schemas</h2>
  ${Object.entries(document.components.schemas).map(([name, schema]) => html`<section id="schema-${name}"><h3><a href="#schema-${name}">${name}</a></h3>${schema.description ? prose(schema.description) : nothing}${fields(schema)}${example(exampleOf(schema, document))}</section>`)}
  <h2 id="problems">Problems</h2>
  <p>The <code>type</code> of a problem points here. Codes of a scrape are found in jobs' <code>error</code>, seldom as an answer.</p>
  <table>${Object.entries(problemKinds).map(([code, { status, title }]) => html`<tr id="problem-${code}"><th scope="row"><code>${code}</code></th><td>${status}</td><td>${title}</td></tr>`)}</table>
</main>
</body>
</html>`
}

function example(value: unknown): Html {
  return value === undefined ? nothing : html`<details><summary>Example</summary>${jsonBlock(value)}</details>`
}
