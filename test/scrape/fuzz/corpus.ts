import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { createSampleShop } from '../../../server/sample-shop/app.ts'
import { sampleProducts } from '../../../server/sample-shop/index.ts'
import { dataRoot, hasData } from '../data.ts'

export interface FuzzPage {
  name: string
  url: string
  html: string
}

const shopPages = join(import.meta.dirname, '../platforms/pages')
const realPages = join(dataRoot, 'product-extraction-benchmark')

/** Pages to be damaged: those of many shop systems, the sample shop's, and saved pages of real shops of up to so many characters. */
export async function corpus(longest: number): Promise<FuzzPage[]> {
  return [...systemPages(), ...await samplePages(), ...savedPages(longest)]
}

function systemPages(): FuzzPage[] {
  return readdirSync(shopPages).map((file) => {
    const [, truth = '{}', html = ''] = /^<!-- (.*) -->\n(.*)$/s.exec(readFileSync(join(shopPages, file), 'utf8')) ?? []
    return { name: file, html, ...JSON.parse(truth) as { url: string } }
  })
}

async function samplePages(): Promise<FuzzPage[]> {
  const shop = createSampleShop()
  return Promise.all(sampleProducts.slice(0, 24).map(async ({ path }) => ({ name: `sample shop ${path}`, url: `https://sample.example${path}`, html: await (await shop.request(path)).text() })))
}

function savedPages(longest: number): FuzzPage[] {
  if (!hasData)
    return []
  const truth = JSON.parse(readFileSync(join(realPages, 'ground-truth.json'), 'utf8')) as Record<string, { url: string }>
  return readdirSync(join(realPages, 'html')).flatMap((file) => {
    const id = file.replace('.html.gz', '')
    const html = gunzipSync(readFileSync(join(realPages, 'html', file))).toString('utf8')
    return html.length <= longest ? [{ name: id.slice(0, 8), url: truth[id]?.url ?? 'https://shop.example/', html }] : []
  })
}
