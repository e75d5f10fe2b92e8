import type { SitemapEntry } from './sitemap-parser.ts'
import type { DiscoverContext } from './strategy.ts'
import { Buffer } from 'node:buffer'
import { capped } from '../fetch/body.ts'
import { gunzipIfPacked } from '../fetch/content-encoding.ts'
import { parseContentType } from '../fetch/content-type.ts'
import { encodingOf } from '../fetch/encoding-label.ts'
import { sitemapLimits } from '../fetch/limits.ts'
import { createSitemapParser } from './sitemap-parser.ts'

/** The protocol allows 50,000 addresses in one file; some shops write more. */
const mostEntries = 250_000

export interface SitemapFile {
  url: string
  sitemaps: SitemapEntry[]
  pages: SitemapEntry[]
  /** False when the file was cut off in the middle: what came of it counts, but there is more. */
  isWhole: boolean
}

/** Fetches and reads one sitemap file as it arrives. Raises what the client raises. */
export async function readSitemap(context: DiscoverContext, url: string): Promise<SitemapFile> {
  const accept = 'application/xml, text/xml;q=0.9, text/plain;q=0.8, */*;q=0.1'
  await using response = await context.client.open(url, accept, sitemapLimits, { signal: context.signal, times: { totalMs: 300_000 } })
  const file: SitemapFile = { url: response.url, sitemaps: [], pages: [], isWhole: true }
  const parser = createSitemapParser((entry) => {
    const list = entry.isSitemap ? file.sitemaps : file.pages
    if (list.length < mostEntries)
      list.push(entry)
  })
  let decoder: TextDecoder | null = null
  for await (const chunk of capped(gunzipIfPacked(response.body), { url: response.url, limits: sitemapLimits, meter: response.meter })) {
    decoder ??= decoderFor(chunk, response.headers['content-type'])
    parser.write(decoder.decode(chunk, { stream: true }))
  }
  parser.write(decoder?.decode() ?? '')
  file.isWhole = parser.end()
  return file
}

/** Sitemaps are UTF-8 by their protocol; a mark or a declaration at the beginning may say otherwise. */
function decoderFor(first: Uint8Array, contentType: string | undefined): TextDecoder {
  if (first[0] === 0xFF && first[1] === 0xFE)
    return new TextDecoder('utf-16le')
  if (first[0] === 0xFE && first[1] === 0xFF)
    return new TextDecoder('utf-16be')
  const head = Buffer.from(first.subarray(0, 200)).toString('latin1')
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1]
  return new TextDecoder(encodingOf(declared ?? parseContentType(contentType).charset ?? '') ?? 'utf-8')
}
