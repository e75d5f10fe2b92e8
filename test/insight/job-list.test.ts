import type { JobQuery } from '../../server/contract/job.ts'
import type { TestStores } from '../support/database.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { planList } from '../../server/store/job/plan-list.ts'
import { stepOf } from '../../server/store/listing/source.ts'
import { openTestStores } from '../support/database.ts'
import { newJob } from '../support/jobs.ts'
import { aLine } from '../support/told.ts'

const noon = Date.parse('2026-11-24T12:00:00.000Z')

async function fill({ jobs, words }: TestStores, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < count; index++) {
    const { job } = await jobs.insert(newJob({ priority: index % 3, tags: index % 3 === 0 ? ['third', `n${index}`] : [], data: { filename: `Größe-${index}.csv` } }), new Date(noon + index))
    const claim = await jobs.claim({ jobId: job.id, generation: 1, worker: `w${index % 2}`, now: new Date(noon + index) })
    if (claim.kind === 'claimed' && index % 4 !== 0)
      await jobs.finish(claim.fence, () => ({ status: 'completed', now: new Date(noon + 1000 + ((index * 7) % count) * 10), told: aLine, result: { rows: index } }))
    ids.push(job.id)
  }
  while (await words.index())
    continue
  return ids
}

const queries: Partial<JobQuery>[] = [{}, { order: 'asc' }, { worker: 'w1' }, { status: ['completed', 'active'] }, { sort: 'finished' }, { sort: 'duration', order: 'asc' }, { sort: 'priority', worker: 'w0' }, { search: 'größe csv' }, { search: 'grosse', sort: 'created' }, { search: 'csv', sort: 'finished' }, { type: 'export-csv', status: ['completed'], sort: 'finished' }, { priority: 1, sort: 'duration' }, { tag: 'third' }, { tag: 'third', worker: 'w1', order: 'asc' }, { tag: 'third', sort: 'finished' }, { tag: 'third', search: 'csv' }, { sort: 'finished', finishedBefore: new Date(noon + 1150).toISOString() }, { finishedAfter: new Date(noon + 1100).toISOString(), priority: 1 }]

test.each(queries.map(query => [JSON.stringify(query), query] as const))('pages of %s hold each row once, and go back the way they came', async (_, query) => {
  await using stores = await openTestStores()
  await fill(stores, 23)
  const whole = await stores.jobs.list({ limit: 200, status: undefined, ...query })
  expect(whole.count).toMatchObject({ exact: true })
  const pages: string[][] = []
  let before: string | null = null
  for (let cursor: string | undefined; ;) {
    const page = await stores.jobs.list({ limit: 4, status: undefined, ...query, cursor })
    pages.push(page.items.map(job => job.id))
    before = page.prevCursor
    if (page.nextCursor === null)
      break
    cursor = page.nextCursor
  }
  expect(pages.flat()).toEqual(whole.items.map(job => job.id))
  for (let index = pages.length - 2; index >= 0 && before !== null; index--) {
    const page = await stores.jobs.list({ limit: 4, status: undefined, ...query, before })
    expect(page.items.map(job => job.id)).toEqual(pages[index])
    before = page.prevCursor
  }
})

test('words of data, result and id are found, with and without their accents, and no others', async () => {
  await using stores = await openTestStores()
  const ids = await fill(stores, 6)
  const found = async (search: string) => (await stores.jobs.list({ limit: 50, status: undefined, search })).items.map(job => job.id)
  expect(await found('GROSSE')).toEqual([])
  expect(await found('grö')).toHaveLength(6)
  expect(await found('große-3')).toContain(ids[3])
  expect(await found('größe 3')).toContain(ids[3])
  expect(await found(ids[2]!)).toEqual([ids[2]])
  await stores.jobs.remove(ids[1]!)
  expect(await found(ids[1]!)).toEqual([])
})

test('nothing that a person can type breaks the search', async () => {
  await using stores = await openTestStores()
  await fill(stores, 3)
  await fc.assert(fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('"', '*', 'a" OR "b', 'NEAR(', 'text:', '^x', '-', 'AND', '{a b}:c', '\0', 'a\0b', '\uD800')), async (search) => {
    const { items } = await stores.jobs.list({ limit: 5, status: undefined, search })
    expect(items.length).toBeLessThanOrEqual(5)
  }), { numRuns: 300 })
})

test('a cursor that is none is refused by its name', async () => {
  await using stores = await openTestStores()
  await expect(stores.jobs.list({ limit: 5, status: undefined, cursor: 'x' })).rejects.toMatchObject({ code: 'invalid-input', errors: [{ path: 'cursor' }] })
  await expect(stores.jobs.list({ limit: 5, status: undefined, before: 'WzEsMl0' })).rejects.toMatchObject({ errors: [{ path: 'before' }] })
})

test.each([{ status: ['failed' as const] }, { type: 'export-csv' as const, status: ['failed' as const] }, { cause: 'x' }, { worker: 'x' }, { brandId: 'x' }, { brandId: 'none' }, { brandId: 'x', status: ['failed' as const] }, { errorCode: 'timeout' as const }, { flowId: 'x' }, { priority: 3 }, { tag: 'x' }, { tag: 'x', status: ['failed' as const] }])('an index drives the list of %j, in every order', async (filter) => {
  await using stores = await openTestStores()
  const { read } = stores.database
  for (const sort of ['created', 'finished', 'duration', 'priority'] as const) {
    const plan = await planList(stores.database, { status: undefined, ...filter }, sort)
    const { sql, params } = stepOf({ ...plan!, descending: true, after: null })
    const steps = await read.$queryRawUnsafe<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, ...params)
    expect(steps.map(step => step.detail).filter(detail => /^SCAN (?!r$)/.test(detail) && !/USING|CONSTANT/.test(detail))).toEqual([])
    expect(steps.some(step => /USING (?:COVERING )?INDEX/.test(step.detail))).toBe(true)
  }
})
