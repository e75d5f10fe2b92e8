import type { Redis } from 'ioredis'
import type { StoreWarning } from './backend.ts'
import { tell } from '../../contract/told.ts'

/** Clocks further apart than this make delayed jobs early or late. */
const toleratedSkewMs = 2_000

/** Settings under which Redis loses jobs. */
export async function checkRedis(client: Redis, now: number): Promise<StoreWarning[]> {
  const info = parseInfo(await client.info())
  const [seconds = 0, micros = 0] = (await client.time()).map(Number)
  const skewMs = Math.abs(seconds * 1_000 + micros / 1_000 - now)
  const warnings: StoreWarning[] = []
  const policy = info.get('maxmemory_policy')
  if (policy !== undefined && policy !== 'noeviction')
    warnings.push({ danger: tell('redis-evicts', { policy }), remedy: tell('redis-evicts-remedy') })
  if (info.get('aof_enabled') === '0')
    warnings.push({ danger: tell('redis-forgets'), remedy: tell('redis-forgets-remedy') })
  const limit = Number(info.get('maxmemory') ?? 0)
  const used = Number(info.get('used_memory') ?? 0)
  if (limit > 0 && used > 0.8 * limit)
    warnings.push({ danger: tell('redis-full', { n: Math.round(100 * used / limit) }), remedy: tell('redis-full-remedy') })
  if (skewMs > toleratedSkewMs)
    warnings.push({ danger: tell('redis-clock', { seconds: Math.round(skewMs / 1_000) }), remedy: tell('redis-clock-remedy') })
  return warnings
}

function parseInfo(text: string): Map<string, string> {
  const lines = text.split('\r\n').filter(line => line.includes(':'))
  return new Map(lines.map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]))
}
