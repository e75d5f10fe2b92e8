import { describe, expect, test } from 'vitest'
import { InvalidInput, NotFound } from '../../server/errors.ts'
import { createScheduleWorld } from './schedule-world.ts'

const hourMs = 3_600_000

describe('a due time', () => {
  test('starts one job, however often the bell rings for it', async () => {
    await using world = await createScheduleWorld()
    const { id } = await world.make()
    const due = await world.toNext(id)
    await Promise.all(Array.from({ length: 5 }, () => world.bell.tick({ scheduleId: id, dueAt: due })))
    const [run, ...others] = await world.runsOf(id)
    expect(others).toEqual([])
    expect(run).toMatchObject({ outcome: 'started', trigger: 'time', dueAt: new Date(due).toISOString(), jobStatus: 'pending' })
    expect((await world.jobs.list({ limit: 10 })).items.map(job => job.id)).toEqual([run!.jobId])
    expect((await world.schedule.get(id)).lastRun).toEqual(run)
    expect((await world.jobs.timeline(run!.jobId!, { limit: 5 })).items[0]).toMatchObject({ message: expect.stringContaining('Hourly') as string, data: { scheduleId: id } })
  })

  test('starts a flow, whole', async () => {
    await using world = await createScheduleWorld()
    const { id } = await world.make({ work: { preset: 'refresh-and-export', brandId: world.brand.id, tags: ['nightly'] } })
    await world.toNext(id)
    const [run] = await world.runsOf(id)
    expect((await world.jobs.flow(run!.jobId!)).map(job => [job.type, job.tags])).toEqual([['scrape-brand', ['nightly']], ['scrape-product-details', ['nightly']], ['export-csv', ['nightly']]])
  })

  test('of a disabled, deleted or never known schedule does nothing', async () => {
    await using world = await createScheduleWorld()
    const { id, next } = await world.make()
    const dueAt = Date.parse(next[0]!)
    await world.schedule.disable(id)
    await world.bell.tick({ scheduleId: id, dueAt })
    await world.schedule.remove(id)
    await world.bell.tick({ scheduleId: id, dueAt })
    await world.bell.tick({ scheduleId: 'nobody', dueAt })
    expect((await world.jobs.list({ limit: 10 })).items).toEqual([])
  })

  test('of a brand that is gone is written down as failed', async () => {
    await using world = await createScheduleWorld()
    const { id } = await world.make({ work: { type: 'scrape-brand', data: { brandId: world.brand.id } } })
    await world.brands.remove(world.brand.id)
    await world.toNext(id)
    expect(await world.runsOf(id)).toMatchObject([{ outcome: 'failed', jobId: null, note: expect.stringContaining(world.brand.id) as string, told: [{ code: 'brands-gone', values: { ids: world.brand.id } }] }])
  })

  test('joins an open scrape of the same brand', async () => {
    await using world = await createScheduleWorld()
    const work = { type: 'scrape-brand', data: { brandId: world.brand.id } } as const
    const { job } = await world.service.submit(work)
    const { id } = await world.make({ work })
    await world.toNext(id)
    expect(await world.runsOf(id)).toMatchObject([{ outcome: 'joined', jobId: job.id }])
  })
})

describe('when the last job is still open', () => {
  test('skip leaves the time out, until it has ended', async () => {
    await using world = await createScheduleWorld()
    const { id } = await world.make()
    await world.toNext(id)
    await world.toNext(id)
    const [second, first] = await world.runsOf(id)
    expect([second?.outcome, second?.jobId]).toEqual(['overlapped', first?.jobId])
    await world.service.cancel(first!.jobId!)
    await world.toNext(id)
    expect((await world.runsOf(id))[0]?.outcome).toBe('started')
  })

  test('queue starts another one beside it', async () => {
    await using world = await createScheduleWorld()
    const { id } = await world.make({ overlap: 'queue' })
    await world.toNext(id)
    await world.toNext(id)
    expect((await world.runsOf(id)).map(run => [run.outcome, run.jobStatus])).toEqual([['started', 'pending'], ['started', 'pending']])
  })

  test('cancel-previous cancels it first, a running one too, and tells the queue', async () => {
    await using world = await createScheduleWorld()
    const { id } = await world.make({ overlap: 'cancel-previous', work: { type: 'scrape-brand', data: { brandId: world.brand.id } } })
    await world.toNext(id)
    const [first] = await world.runsOf(id)
    await world.jobs.claim({ jobId: first!.jobId!, generation: 1, worker: 'w', now: new Date(world.clock.now()) })
    await world.toNext(id)
    const [second] = await world.runsOf(id)
    expect(second).toMatchObject({ outcome: 'started', jobStatus: 'pending' })
    expect(second!.jobId).not.toBe(first!.jobId)
    expect(await world.jobs.get(first!.jobId!)).toMatchObject({ status: 'active', cancelRequestedAt: expect.any(String) as string })
    expect(world.told).toEqual([`cancel ${first!.jobId}`])
    await world.toNext(id)
    expect(await world.jobs.get(second!.jobId!)).toMatchObject({ status: 'cancelled' })
  })
})

describe('after a time without any server', () => {
  test.each([['run-once', 'started'], ['skip', 'missed']] as const)('%s: of all the times that passed, the last one is %s', async (missed, outcome) => {
    await using world = await createScheduleWorld()
    const { id, next } = await world.make({ missed })
    world.clock.advance(10 * hourMs + hourMs / 2)
    // The queue's own tick is the first one that was due.
    await world.bell.tick({ scheduleId: id, dueAt: Date.parse(next[0]!) })
    await world.bell.sync()
    expect(await world.runsOf(id)).toMatchObject([{ outcome, dueAt: '2026-01-01T10:00:00.000Z' }])
  })

  test('a tick that is a little late is not a missed one', async () => {
    await using world = await createScheduleWorld()
    const { id, next } = await world.make({ missed: 'skip' })
    world.clock.advance(hourMs + 50_000)
    await world.bell.tick({ scheduleId: id, dueAt: Date.parse(next[0]!) })
    expect(await world.runsOf(id)).toMatchObject([{ outcome: 'started' }])
  })

  test('what the queue lost is set again, and what became due meanwhile is run once', async () => {
    await using world = await createScheduleWorld()
    const { id } = await world.make({ timing: { everyMs: hourMs } })
    world.atQueue.clear()
    world.clock.advance(3 * hourMs + hourMs / 4)
    await world.bell.sync()
    await world.bell.sync()
    expect(await world.runsOf(id)).toMatchObject([{ outcome: 'started', dueAt: '2026-01-01T03:00:00.000Z' }])
    // The beat is kept: the next one is due when it would have been.
    expect(world.atQueue.get(id)?.firstAt).toBe(Date.UTC(2026, 0, 1, 4))
  })
})

describe('the queue follows the rows', () => {
  test('set on creation, changed and removed with them', async () => {
    await using world = await createScheduleWorld()
    const { id } = await world.make()
    expect(world.atQueue.get(id)?.timing).toEqual(world.hourly)
    await world.schedule.update(id, { timing: { everyMs: 5000 } })
    expect(world.atQueue.get(id)?.timing).toEqual({ everyMs: 5000 })
    await world.schedule.disable(id)
    expect(world.atQueue.has(id)).toBe(false)
    await world.schedule.enable(id)
    await world.schedule.remove(id)
    expect(world.atQueue.has(id)).toBe(false)
  })

  test('changes while it is away are made up for', async () => {
    await using world = await createScheduleWorld()
    const gone = await world.make()
    world.state.queueAway = true
    const made = await world.make()
    await world.schedule.remove(gone.id)
    await expect(world.bell.sync()).rejects.toThrow(/away/)
    world.state.queueAway = false
    await world.bell.sync()
    expect([...world.atQueue.keys()]).toEqual([made.id])
  })
})

describe('a person', () => {
  test('starts it now, also while it is disabled or its job is open, and its times stay', async () => {
    await using world = await createScheduleWorld()
    const { id, next } = await world.make({ enabled: false })
    expect(next).toEqual([])
    const first = await world.schedule.run(id)
    world.clock.advance(1)
    const second = await world.schedule.run(id)
    expect([first, second]).toMatchObject([{ outcome: 'started', trigger: 'person' }, { outcome: 'started', trigger: 'person' }])
    await world.schedule.enable(id)
    await world.toNext(id)
    expect((await world.runsOf(id)).map(run => run.outcome)).toEqual(['overlapped', 'started', 'started'])
  })

  test('sees the next five times in its zone', async () => {
    await using world = await createScheduleWorld()
    const { next } = await world.make({ timing: { cron: '0 9 * * 1', timeZone: 'Europe/Berlin' } })
    expect(next).toEqual(['2026-01-05T08:00:00.000Z', '2026-01-12T08:00:00.000Z', '2026-01-19T08:00:00.000Z', '2026-01-26T08:00:00.000Z', '2026-02-02T08:00:00.000Z'])
  })

  test('who changes the timing or enables it again starts from now: nothing before is due', async () => {
    await using world = await createScheduleWorld()
    const { id } = await world.make()
    await world.schedule.disable(id)
    world.clock.advance(5 * hourMs + hourMs / 2)
    await world.schedule.enable(id)
    await world.bell.tick({ scheduleId: id, dueAt: Date.UTC(2026, 0, 1, 5) })
    await world.bell.sync()
    expect(await world.runsOf(id)).toEqual([])
    await world.toNext(id)
    expect(await world.runsOf(id)).toHaveLength(1)
  })

  test.each([
    ['a pattern that is none', { timing: { cron: 'sometimes', timeZone: 'UTC' } }, 'timing.cron'],
    ['a zone that is none', { timing: { cron: '0 0 * * *', timeZone: 'Nowhere' } }, 'timing.timeZone'],
    ['work for a brand that does not exist', { work: { preset: 'refresh-and-export', brandId: 'nobody' } }, 'work.brandId'],
  ] as const)('is told of %s, and nothing is saved', async (_, changes, path) => {
    await using world = await createScheduleWorld()
    await expect(world.make(changes)).rejects.toSatisfy(error => error instanceof InvalidInput && error.errors[0]?.path === path)
    const { id } = await world.make()
    await expect(world.schedule.update(id, changes)).rejects.toThrow(InvalidInput)
    expect((await world.schedule.list({ limit: 5 })).items).toHaveLength(1)
  })

  test('is told of a schedule that does not exist', async () => {
    await using world = await createScheduleWorld()
    for (const verb of ['get', 'enable', 'disable', 'remove', 'run'] as const)
      await expect(world.schedule[verb]('nobody')).rejects.toThrow(NotFound)
    await expect(world.schedule.update('nobody', { name: 'x' })).rejects.toThrow(NotFound)
    await expect(world.schedule.runs('nobody', { limit: 1 })).rejects.toThrow(NotFound)
  })
})

test('old runs are forgotten, the last one of each schedule is not', async () => {
  await using world = await createScheduleWorld()
  const { id } = await world.make({ overlap: 'queue' })
  for (let hour = 0; hour < 4; hour++)
    await world.toNext(id)
  expect(await world.schedules.forgetRuns(new Date(world.clock.now() + 1), 100)).toBe(3)
  expect(await world.runsOf(id)).toHaveLength(1)
})

test('dashboards hear of a schedule that is made, rings, is changed, has its job ended, or is removed, and of no other', async () => {
  await using world = await createScheduleWorld()
  const heard = () => world.heard.filter(event => event.kind === 'schedule').splice(0)
  const watched = async () => {
    const before = heard().length
    await world.schedule.watch()
    return heard().slice(before)
  }
  await world.make({ name: 'Other' })
  expect(await watched()).toEqual([])
  const { id } = await world.make()
  expect(await watched()).toEqual([{ kind: 'schedule', id, removed: false }])
  expect(await watched()).toEqual([])
  await world.toNext(id)
  expect(await watched()).toEqual([{ kind: 'schedule', id, removed: false }])
  await world.schedule.disable(id)
  expect(await watched()).toHaveLength(1)
  await world.service.cancel((await world.runsOf(id))[0]!.jobId!)
  expect(await watched()).toHaveLength(1)
  await world.schedule.remove(id)
  expect(await watched()).toEqual([{ kind: 'schedule', id, removed: true }])
})
