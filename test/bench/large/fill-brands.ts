import type Database from 'better-sqlite3'
import type { Random } from './random.ts'
import { idAt, timeText } from './random.ts'

export interface LargeBrand { id: string, name: string, origin: string, currency: string }

export const brandCount = 400
const currencies = ['EUR', 'EUR', 'EUR', 'EUR', 'USD', 'USD', 'GBP', 'CHF', 'SEK', 'JPY'] as const

/** The first of them has the most jobs and products, as `random.skewed` picks. */
export function fillBrands(db: Database.Database, random: Random, firstMs: number): LargeBrand[] {
  const insert = db.prepare('INSERT INTO "Brand" ("id", "name", "url", "createdAt", "updatedAt") VALUES (?, ?, ?, ?, ?)')
  return Array.from({ length: brandCount }, (_, index) => {
    const id = idAt(firstMs + index * 60_000, index)
    const name = random.words(1 + random.below(2)).replace(/^./, letter => letter.toUpperCase())
    const origin = `https://${name.toLowerCase().replace(/[\s\P{ASCII}]/gu, '-')}-${index}.invalid`
    insert.run(id, name, `${origin}/`, timeText(firstMs), timeText(firstMs))
    return { id, name, origin, currency: random.pick(currencies) }
  })
}
