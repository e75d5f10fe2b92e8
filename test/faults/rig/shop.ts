import type { Good } from '../../scrape/shops/goods.ts'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { goods } from '../../scrape/shops/goods.ts'
import { startProgram } from './program.ts'
import { until } from './wait.ts'

const script = fileURLToPath(new URL('shop-process.ts', import.meta.url))

export interface Shop extends AsyncDisposable {
  url: string
  /** What it sells: the truth that a catalogue is compared with. */
  goods: Good[]
  pathOf: (good: Good) => string
  /** How often each path has been asked for. */
  visits: () => Promise<Record<string, number>>
}

/** A shop in a process of its own, so that the harness does not slow it down. */
export async function startShop({ products, pageDelayMs, log }: { products: number, pageDelayMs: number, log: string }): Promise<Shop> {
  const program = await startProgram({ args: [script, String(products), String(pageDelayMs)], ready: /^shop at (.+)$/, log })
  let asked = 0
  return {
    url: program.said[1]!,
    goods: goods(products),
    pathOf: good => `/shop/${good.handle}.html`,
    async visits() {
      asked++
      program.tell('visits')
      const answer = await until('the shop\'s visits', 10_000, async () => {
        const answers = (await readFile(log, 'utf8')).split('\n').filter(line => line.startsWith(`${program.pid} visits `))
        return answers[asked - 1]
      })
      return JSON.parse(answer.slice(answer.indexOf('{'))) as Record<string, number>
    },
    [Symbol.asyncDispose]: program.kill,
  }
}
