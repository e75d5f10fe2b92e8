import type { PGlite } from '@electric-sql/pglite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createPglitePool } from '../../server/queue/backends/pglite-pool.ts'

/** Answers as PGlite does: after work that nothing else can interrupt, within the turn. */
function busyDatabase(eachMs: number, asked: string[]): PGlite {
  const query = async (text: string) => {
    asked.push(text)
    const until = performance.now() + eachMs
    while (performance.now() < until);
    return { rows: [{ text }], affectedRows: 0 }
  }
  return { query, exec: async (text: string) => [await query(text)] } as unknown as PGlite
}

test('of a hundred statements asked at once, others come in between; each gets its own answer, in their order', async () => {
  const asked: string[] = []
  const pool = createPglitePool(busyDatabase(1, asked))
  const texts = Array.from({ length: 100 }, (_, n) => `SELECT ${n}`)
  const over = new AbortController()
  const answers = Promise.all(texts.map(async text => pool.query<{ text: string }>(text, []))).finally(() => over.abort())
  const turns = await turnsUntil(over.signal)
  expect((await answers).map(({ rows }) => rows)).toEqual(texts.map(text => [{ text }]))
  expect(asked).toEqual(texts)
  // 100 ms of work: each few of them somebody else has a turn.
  expect(turns).toBeGreaterThan(10)
})

test('a statement that fails holds up none after it', async () => {
  const database = { query: async (text: string) => text === 'bad' ? Promise.reject(new Error('no such table')) : { rows: [], affectedRows: 0 } } as unknown as PGlite
  const pool = createPglitePool(database)
  const [bad, good] = await Promise.allSettled([pool.query('bad', []), pool.query('good', [])])
  expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled'])
})

async function turnsUntil(signal: AbortSignal): Promise<number> {
  for (let turns = 0; ; turns++) {
    if (signal.aborted)
      return turns
    await nextTurn()
  }
}
