import type { CaseKind } from '../kind.ts'
import { canonicalUrl } from '../../../server/scrape/url/canonical.ts'
import { outcome } from '../kind.ts'

/** w3lib `canonicalize_url` on absolute http addresses; its other functions and options have no counterpart here. */
export const url: CaseKind = {
  reads: 'fn canonicalize_url with args and expected, or url and expected',
  columns: ['url', 'expected'],
  run(row) {
    if (typeof row.url === 'string' && typeof row.expected === 'string')
      return [outcome('canonical', row.url, row.expected, canonicalUrl(row.url))]
    const [input] = Array.isArray(row.args) ? row.args as unknown[] : []
    if (row.fn !== 'canonicalize_url' || typeof input !== 'string' || Object.keys((row.kwargs ?? {})).length > 0 || (row.args as unknown[]).length > 1 || !/^\s*https?:/.test(input) || input.includes('@'))
      return []
    return [outcome('canonical', input, row.expected, canonicalUrl(input))]
  },
}
