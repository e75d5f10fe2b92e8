import { expect, test } from 'vitest'
import { openTestStores } from '../support/database.ts'
import { newJob } from '../support/jobs.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds))

test('of two scrapes of one brand, whichever way they came, one waits for the other, unless that one is dead', async () => {
  await using stores = await openTestStores()
  const brand = await stores.brands.create({ url: 'https://shop.test/', name: 'Shop' }, at(0))
  const scrape = newJob({ type: 'scrape-brand', data: { brandId: brand.id }, brandId: brand.id })
  const { job: alone } = await stores.jobs.insert(scrape, at(0))
  const { job: root } = await stores.jobs.insert(newJob({ children: [scrape] }), at(0))
  const [inFlow] = await stores.jobs.flow(root.id)
  const claim = (jobId: string, seconds: number) => stores.jobs.claim({ jobId, generation: 1, worker: 'w', now: at(seconds) })

  const first = await claim(alone.id, 1)
  expect(first).toMatchObject({ kind: 'claimed' })
  expect(await claim(inFlow!.id, 2)).toEqual({ kind: 'waiting' })
  if (first.kind === 'claimed')
    await stores.jobs.beat(first.fence, { now: at(10) })
  expect(await claim(inFlow!.id, 25)).toEqual({ kind: 'waiting' })
  expect(await claim(inFlow!.id, 31)).toMatchObject({ kind: 'claimed' })
})
