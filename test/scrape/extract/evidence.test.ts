import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ProductDraft } from '../../../server/contract/product.ts'
import { extractProduct } from '../../../server/scrape/extract/index.ts'
import { cleanHtml, cleanText } from '../../../server/scrape/normalize/index.ts'
import { dataRoot, hasData } from '../data.ts'

const folder = join(dataRoot, 'product-extraction-benchmark')

/** Text as a reader of the page's source may compare it: without tags, entities, escapes and blanks. */
const bare = (text: string) => cleanText(text.replaceAll('\\/', '/').replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))).replace(/[\s\\"]/g, '').toLowerCase()

describe.skipIf(!hasData)('on saved pages of real shops', () => {
  const truth = hasData ? JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<string, { url: string }> : {}
  const files = hasData ? readdirSync(join(folder, 'html')) : []

  test.each(files)('%s: nothing is invented, and the draft keeps to its schema', (file) => {
    const html = gunzipSync(readFileSync(join(folder, 'html', file))).toString('utf8')
    const url = truth[file.replace('.html.gz', '')]?.url ?? 'https://shop.example/'
    const { draft, evidence } = extractProduct({ url, html }, { recipe: null })
    expect(ProductDraft.safeParse(draft).error).toBeUndefined()
    const source = bare(html) + bare(cleanHtml(html.slice(0, 200_000))) + bare(url)
    for (const field of ['price', 'sku', 'gtin', 'currency'] as const) {
      const raw = evidence[field]?.raw
      if (raw !== undefined)
        expect(source.includes(bare(raw)) || source.includes(bare(raw).replace(/[.|]/g, '')), `${field} ${raw}`).toBe(true)
    }
    for (const each of Object.values(evidence))
      expect(each.confidence).toBeGreaterThan(0)
  })
})
