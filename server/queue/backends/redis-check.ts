import type { Redis } from 'ioredis'

/** Clocks further apart than this make delayed jobs early or late. */
const toleratedSkewMs = 2_000

/** Settings under which Redis loses jobs, a sentence each. */
export async function checkRedis(client: Redis, now: number): Promise<string[]> {
  const info = parseInfo(await client.info())
  const [seconds = 0, micros = 0] = (await client.time()).map(Number)
  const skewMs = Math.abs(seconds * 1_000 + micros / 1_000 - now)
  const warnings: string[] = []
  const policy = info.get('maxmemory_policy')
  if (policy !== undefined && policy !== 'noeviction')
    warnings.push(`Redis may evict jobs: maxmemory-policy is "${policy}", set it to "noeviction".`)
  if (info.get('aof_enabled') === '0')
    warnings.push('Redis forgets recent jobs when it crashes: appendonly is "no", set it to "yes". (Accepted jobs are sent again from the database.)')
  const limit = Number(info.get('maxmemory') ?? 0)
  const used = Number(info.get('used_memory') ?? 0)
  if (limit > 0 && used > 0.8 * limit)
    warnings.push(`Redis has used ${Math.round(100 * used / limit)} % of its maxmemory.`)
  if (skewMs > toleratedSkewMs)
    warnings.push(`The clock of Redis differs from ours by ${Math.round(skewMs / 1_000)} s: delayed jobs run early or late.`)
  return warnings
}

function parseInfo(text: string): Map<string, string> {
  const lines = text.split('\r\n').filter(line => line.includes(':'))
  return new Map(lines.map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]))
}
