import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { fromMinor } from '../../../server/scrape/normalize/index.ts'
import { read } from '../extract/pages.ts'

/** What a page's first line says of it: a field that is not named is not asked for, null must be read as nothing. */
const Truth = z.strictObject({
  url: z.url(),
  price: z.string().nullable(),
  list: z.string().nullish(),
  currency: z.string().optional(),
  stock: z.string().nullish(),
  sku: z.string().nullish(),
  brand: z.string().nullish(),
  mpn: z.string().nullish(),
  gtin: z.string().nullish(),
})

const folder = join(import.meta.dirname, 'pages')
const pages = readdirSync(folder).map((file) => {
  const html = readFileSync(join(folder, file), 'utf8')
  return { name: file.replace('.html', ''), html: html.slice(html.indexOf('\n') + 1), truth: Truth.parse(JSON.parse(/^<!-- (.*) -->\n/.exec(html)![1]!)) }
})

test.each(pages)('$name is read as a person reads it', ({ html, truth: { url, price, list, stock, ...texts } }) => {
  const { draft, evidence } = read(html, { url })
  const amount = (minor: number | null): number | null => minor === null ? null : Number(fromMinor(minor, draft.currency))
  const number = (text: string | null): number | null => text === null ? null : Number(text)
  expect({ ...draft, price: amount(draft.priceMinor), list: amount(draft.listPriceMinor) }, JSON.stringify(evidence.price)).toMatchObject({
    ...texts,
    price: number(price),
    ...(list === undefined ? {} : { list: number(list) }),
    ...(stock === undefined ? {} : { availability: stock }),
  })
})
