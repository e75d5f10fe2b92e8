import type { Renderer } from '../../server/scrape/render/renderer.ts'
import type { Ask } from '../../server/scrape/render/traffic.ts'
import { findProgram, testTools } from '../../scripts/setup/find-program.mjs'

/** The Chromium that reads the pages. */
export const program = findProgram(testTools.chromium) ?? 'auto'

/** A page that is empty until `script` has run. */
export const shell = (script: string): string => `<!doctype html><html><head><title>Shop</title></head><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script>${script}</script></body></html>`

/** Ends a reading that hangs. */
export const signal = (): AbortSignal => AbortSignal.timeout(30_000)

/** Has a page of nothing but `script` rendered; what it asks for is answered by `ask`, else refused. */
export function render(renderer: Renderer, script: string, ask: Ask = () => Promise.reject(new Error('nobody there')), until: AbortSignal = signal()) {
  return renderer.render({ page: { url: 'http://shop.example/p', html: shell(script) }, ask, signal: until })
}
