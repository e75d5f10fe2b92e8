import type { Context } from 'hono'
import type { HttpEnv } from '../env.ts'
import type { Asset, Encoding } from './assets.ts'
import { matchesEtag } from '../download/range.ts'
import { encodings, loadAssets } from './assets.ts'

const NOT_BUILT = '<!doctype html><html lang="en"><title>Gleaner</title><p>The web app is not built. Run <code>npm start</code>, or <code>npx vite build</code>.</p></html>'

/** Serves the built web app: files by name, `index.html` for every other address that a person opens. */
export interface WebApp {
  /** Undefined where the request is not one for a page or file. */
  serve: (c: Context<HttpEnv>) => Promise<Response | undefined>
}

/** `root` is the folder of the build; it is read at the first request and kept in memory. */
export function createWebApp({ root }: { root: string }): WebApp {
  let loading: ReturnType<typeof loadAssets> | undefined

  async function assets() {
    // What could not be read, or is not built yet, is looked for again next time.
    loading ??= loadAssets(root)
    const loaded = await loading.catch((error: unknown) => {
      loading = undefined
      throw error
    })
    if (!loaded?.has('/index.html'))
      loading = undefined
    return loaded
  }

  async function serve(c: Context<HttpEnv>): Promise<Response | undefined> {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
      return undefined
    const files = await assets()
    const file = files?.get(c.req.path)
    if (file)
      return sendAsset(c, file)
    if (!isPage(c))
      return undefined
    const index = files?.get('/index.html')
    return index ? sendAsset(c, index) : c.html(NOT_BUILT, 503, { 'Cache-Control': 'no-store' })
  }

  return { serve }
}

/** A browser's navigation to an address of the router's: it asks for HTML, and not for a file or the API. */
function isPage(c: Context<HttpEnv>): boolean {
  if (c.req.path === '/')
    return true
  const accepts = c.req.header('accept') ?? ''
  return accepts.includes('text/html') && !c.req.path.startsWith('/api/') && !/\.\w+$/.test(c.req.path)
}

function sendAsset(c: Context<HttpEnv>, asset: Asset): Response {
  const encoding = chooseEncoding(c.req.header('accept-encoding') ?? '', asset)
  const etag = encoding ? asset.etag.replace(/"$/, `-${encoding}"`) : asset.etag
  const headers = {
    'Content-Type': asset.contentType,
    'ETag': etag,
    'Cache-Control': asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...Object.keys(asset.encoded).length > 0 && { Vary: 'Accept-Encoding' },
    ...encoding && { 'Content-Encoding': encoding },
  }
  if (matchesEtag(c.req.header('if-none-match'), etag))
    return c.body(null, 304, headers)
  const bytes = encoding ? asset.encoded[encoding] ?? asset.bytes : asset.bytes
  const length = { 'Content-Length': String(bytes.byteLength) }
  return c.req.method === 'HEAD' ? c.body(null, 200, { ...headers, ...length }) : c.body(bytes, 200, { ...headers, ...length })
}

/** The best compressed form that both sides have; `q=0` means "not this one" (RFC 9110 §12.5.3). */
function chooseEncoding(accepted: string, asset: Asset): Encoding | undefined {
  const offers = accepted.split(',').map(offer => offer.trim().toLowerCase().split(/\s*;\s*q=/))
  return (Object.keys(encodings) as Encoding[]).find(encoding =>
    asset.encoded[encoding] !== undefined && offers.some(([name, quality = '1']) => name === encoding && Number(quality) > 0))
}
