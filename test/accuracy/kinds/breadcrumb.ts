import type { CaseKind, Row } from '../kind.ts'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractBreadcrumbs } from '../../../server/scrape/extract/index.ts'
import { cleanText } from '../../../server/scrape/normalize/index.ts'
import { isXfail, outcome, textOf } from '../kind.ts'

/**
 * zyte-parsers breadcrumbs: `html` (or the file at `snippet_path` beside the cases) and `base_url` → names and addresses.
 * A case whose snippet is not there cannot be run. An address that only differs by escapes is the same address.
 */
export const breadcrumb: CaseKind = {
  reads: 'html (or snippet_path), base_url, expected',
  needsFiles: true,
  columns: ['html', 'base_url', 'expected'],
  isKnownFailure: isXfail,
  run(row, folder) {
    const html = textOf(row.html) ?? textOf(row.snippet) ?? textOf(row.snippet_html) ?? textOf(row.input) ?? snippet(row, folder)
    if (html === null)
      return []
    const base = textOf(row.base_url) ?? textOf(row.url) ?? 'https://shop.example/'
    const expected = (Array.isArray(row.expected ?? row.breadcrumbs) ? (row.expected ?? row.breadcrumbs) as { name?: string | null, url?: string | null }[] : []).map(each => ({ name: each.name == null ? null : cleanText(each.name), url: plain(each.url ?? null, base) }))
    const actual = extractBreadcrumbs(html, base).map(each => ({ name: each.name, url: plain(each.url, base) }))
    return [outcome('trail', html, expected, actual)]
  },
}

function snippet(row: Row, folder: string): string | null {
  const path = textOf(row.snippet_path)
  const found = path === null ? undefined : ['', 'breadcrumb_items_snippets', 'breadcrumbs', 'snippets', 'html', 'data/breadcrumbs'].map(sub => join(folder, sub, path)).find(existsSync)
  return found === undefined ? null : readFileSync(found, 'utf8')
}

function plain(url: string | null, base: string): string | null {
  return url !== null && URL.canParse(url, base) ? new URL(url, base).href : url
}
