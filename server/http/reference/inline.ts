import type { HtmlEscapedString } from 'hono/utils/html'
import { html, raw } from 'hono/html'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** The Markdown that our own descriptions use: paragraphs, numbered lists, `code`, **bold** and [links](…). */
export function prose(markdown: string): Html[] {
  return markdown.split('\n\n').map((block) => {
    const lines = block.split('\n')
    return lines.every(line => /^\d+\. /.test(line))
      ? html`<ol>${lines.map(line => html`<li>${inline(line.replace(/^\d+\. /, ''))}</li>`)}</ol>`
      : html`<p>${inline(block)}</p>`
  })
}

const marks = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\((https:[^)]+)\)/g

/** One line of the same Markdown. */
export function inline(text: string): Html {
  const parts: Html[] = []
  let from = 0
  for (const match of text.matchAll(marks)) {
    const [whole, code, bold, label, href] = match
    parts.push(html`${text.slice(from, match.index)}`)
    parts.push(code !== undefined ? html`<code>${code}</code>` : bold !== undefined ? html`<b>${bold}</b>` : html`<a href="${href}">${label}</a>`)
    from = match.index + whole.length
  }
  return html`${parts}${text.slice(from)}`
}

/** Pretty JSON in a block that can be selected with one triple click. */
export function jsonBlock(value: unknown): Html {
  return html`<pre><code>${JSON.stringify(value, null, 2)}</code></pre>`
}

export const nothing = raw('')
