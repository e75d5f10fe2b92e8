import type { PageKind } from './page.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { relayErrors } from '../../support/relay-errors.ts'

export interface BenchShop extends AsyncDisposable {
  origin: string
  host: string
  pageUrl: (index: number) => string
}

const script = fileURLToPath(new URL('shop-process.ts', import.meta.url))

/** A shop with so many products in a process of its own. */
export async function startBenchShop(products: number, kind: PageKind): Promise<BenchShop> {
  const child = relayErrors(spawn(process.execPath, [script, String(products), kind], { stdio: ['pipe', 'pipe', 'pipe'] }))
  const [line] = await once(createInterface(child.stdout), 'line') as [string]
  const origin = line.slice('shop at '.length)
  return {
    origin,
    host: new URL(origin).host,
    pageUrl: index => `${origin}/p/${String(index).padStart(7, '0')}`,
    async [Symbol.asyncDispose]() {
      const exited = once(child, 'exit')
      child.kill()
      await exited
    },
  }
}
