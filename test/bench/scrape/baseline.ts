import { Buffer } from 'node:buffer'
import { Pool } from 'undici'

const open = '<script type="application/ld+json">'

/**
 * The least that a scraper can do: fetch the page, find its JSON-LD, parse it, keep nothing. One thread, no limits, no
 * robots, no politeness. Everything else is compared with it, so that a busy machine changes ratios little.
 * @returns pages per second
 */
export async function baseline(origin: string, paths: readonly string[], atOnce: number): Promise<number> {
  const pool = new Pool(origin, { connections: atOnce })
  const queue = paths.values()
  let prices = 0
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (const path of queue) {
      const { body } = await pool.request({ path, method: 'GET' })
      const html = Buffer.from(await body.arrayBuffer()).toString('utf8')
      const start = html.indexOf(open) + open.length
      const product = JSON.parse(html.slice(start, html.indexOf('</script>', start))) as { offers: { price: string } }
      prices += Number(product.offers.price) > 0 ? 1 : 0
    }
  }))
  const seconds = (performance.now() - startedAt) / 1000
  await pool.close()
  if (prices !== paths.length)
    throw new Error(`The baseline read ${prices} prices of ${paths.length}.`)
  return paths.length / seconds
}
