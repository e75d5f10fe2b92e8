import type { Brand } from '../../server/contract/brand.ts'
import type { ExportCsvResult } from '../../server/contract/job-types.ts'
import type { JobSummary } from '../../server/contract/job.ts'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseCsv } from '../support/parse-csv.ts'
import { startRedis } from '../support/redis.ts'
import { startGatedShop } from './gated-shop.ts'
import { createHome, startGleaner } from './gleaner.ts'

const count = 60

/** kill -9 is not a power cut: what the system had not yet written is not lost by it. */
describe('kill -9 in the middle of a scrape', () => {
  test.each(['embedded', 'redis'])('with the %s queue: after the next start the jobs finish, and no product is doubled', { timeout: 240_000 }, async (queue) => {
    await using shop = await startGatedShop({ count, open: 35 })
    await using redis = queue === 'redis' ? await startRedis() : null
    await using home = await createHome()
    const env = { ALLOW_PRIVATE_HOSTS: new URL(shop.url).host, ...redis && { REDIS_URL: redis.url } }

    const killed = await startGleaner(home, env)
    const brand = await killed.post<Brand>('/api/brands', { url: shop.url, name: 'Gated' })
    const last = await killed.export({ brandId: brand.id, refresh: true })
    await shop.halfway
    expect(await killed.end('SIGKILL')).toBeNull()

    await using gleaner = await startGleaner(home, env)
    const flow = await gleaner.get<JobSummary[]>(`/api/jobs/${last.id}/flow`)
    expect(flow.map(({ status }) => status)).not.toContain('failed')
    expect(flow.at(-1)!.status).not.toBe('completed')
    shop.release()
    const job = await gleaner.ended(last.id)
    expect(job).toMatchObject({ status: 'completed', progress: 100 })

    const products = await gleaner.products(brand.id)
    expect(products.map(({ url }) => new URL(url).pathname).sort()).toEqual([...shop.paths].sort())
    expect(products.filter(({ status }) => status !== 'read')).toEqual([])
    const { filename, rows } = job.result as ExportCsvResult
    expect(rows).toBe(count)
    expect(await readdir(home.exports)).toEqual([filename])
    const written = parseCsv((await readFile(join(home.exports, filename), 'utf8')).replace(/^\uFEFF/, ''))
    expect(new Set(written.map(row => row.sku)).size).toBe(count)
    expect(await gleaner.end('SIGTERM')).toBe(0)
  })
})
