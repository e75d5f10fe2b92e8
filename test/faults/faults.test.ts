import { describe, expect, test } from 'vitest'
import { redisMissing } from '../support/redis.ts'
import { elsewhere } from './elsewhere.ts'
import { mutationTable } from './mutations.ts'
import { scenarios } from './registry.ts'
import { defineScenario } from './scenario.ts'
import { runTrial } from './trial.ts'

/** One that needs no Redis. */
const selfContained = ['embedded-kill']
const withinMs = 240_000

/** What must be wrong without it, so that an accident of the harness does not pass for a finding. */
const symptoms = {
  'reconciler': /is (?:pending|active|delayed)$|given to the queue again: not within|nothing has changed for/m,
  'outbox': /nothing has changed for/,
  'fencing': /has \d+ exports|has \d+ ends/,
  'quarantine': /restarts of the worker is \d+/,
  'hand-over': /started again after a kill, p95 is \d+/,
}

const runnable = scenarios.filter(({ name, unavailable }) => (redisMissing === null || selfContained.includes(name)) && !unavailable?.())

describe.concurrent('no accepted job is lost or done twice when', () => {
  test.for(runnable)('$title', { timeout: withinMs }, async (scenario, { expect }) => {
    const { lost, doubled, wrong, unstarted } = await runTrial(scenario, { seed: 1, size: 'short' })
    expect({ lost, doubled, wrong, unstarted }).toEqual({ lost: [], doubled: [], wrong: [], unstarted: null })
  })
})

describe.concurrent('the harness notices when a mechanism is missing:', () => {
  const mutations = runnable.flatMap(scenario => (scenario.mechanisms ?? []).map(mechanism => ({ scenario, mechanism, name: scenario.name })))
  test.for(mutations)('$name without $mechanism', { timeout: withinMs }, async ({ scenario, mechanism }, { expect }) => {
    const { ok, lost, doubled, wrong } = await runTrial(scenario, { seed: 1, size: 'short', without: mechanism })
    expect(ok).toBe(false)
    expect([...lost, ...doubled, ...wrong].join('\n')).toMatch(symptoms[mechanism])
  })
})

test('a server that the machine has no time to start is no finding, and no success', async () => {
  const scenario = defineScenario({
    name: 'busy',
    title: 'The machine is busy',
    modes: [],
    sizes: { short: {}, long: {} },
    async run(trial) {
      await (await trial.install({ redis: 'embedded', readyWithinMs: 1 })).start('all')
    },
  })
  expect(await runTrial(scenario, { seed: 1, size: 'short' })).toMatchObject({ ok: false, wrong: [], unstarted: expect.stringContaining('main.ts ready: not within') as string })
})

test('the table of mechanisms that were switched off keeps the rows of earlier runs', () => {
  const outcome = { scenario: 'flushall', seed: 1, size: 'short' as const, without: 'reconciler' as const, counts: [], figures: [], lost: ['j1 is active'], doubled: [], wrong: [], seconds: 1, skipped: null, unstarted: null, ok: false }
  const first = mutationTable([outcome], '')
  expect(first).toContain('| reconciler | `flushall` | short | yes | lost: j1 is active (1 lost, 0 doubled) |')
  const second = mutationTable([{ ...outcome, scenario: 'poison', without: 'quarantine' as const, lost: [], ok: true }], `# Results\n\n${first}## Other\n`)
  expect(second.match(/^\| (?:quarantine|reconciler) .*$/gm)).toEqual(['| quarantine | `poison` | short | **no** | nothing (0 lost, 0 doubled) |', '| reconciler | `flushall` | short | yes | lost: j1 is active (1 lost, 0 doubled) |'])
  expect(mutationTable([], '')).toBe('')
})

test('each of the 33 failure modes has a scenario, or a reason why not', () => {
  const modes = Array.from({ length: 33 }, (_, index) => `F${index + 1}`)
  const shown = new Set([...scenarios.flatMap(scenario => scenario.modes), ...Object.keys(elsewhere)])
  expect(modes.filter(mode => !shown.has(mode))).toEqual([])
})

test('the random numbers of a seed are the same each time, and in their bounds', async () => {
  const { createRandom } = await import('./random.ts')
  const numbers = (seed: number) => {
    const random = createRandom(seed)
    return Array.from({ length: 1000 }, () => random.between(3, 9))
  }
  expect(numbers(7)).toEqual(numbers(7))
  expect(numbers(7)).not.toEqual(numbers(8))
  expect(new Set(numbers(7))).toEqual(new Set([3, 4, 5, 6, 7, 8, 9]))
})
