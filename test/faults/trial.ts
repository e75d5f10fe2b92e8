import type { Injection } from './inject/injections.ts'
import type { StuckWatch } from './rig/stuck-watch.ts'
import type { Figure, Mechanism, Scenario, Trial } from './scenario.ts'
import { copyFile } from 'node:fs/promises'
import { createRandom } from './random.ts'
import { CouldNotStart, install } from './rig/installation.ts'
import { stuckAfterMs, watchForStuck } from './rig/stuck-watch.ts'
import { withoutMechanism } from './scenario.ts'

export interface TrialOptions {
  seed: number
  size: 'short' | 'long'
  without?: Mechanism
  say?: (line: string) => void
  /** Where the servers' logs go when something was wrong. */
  keepLog?: string
}

export interface Outcome {
  scenario: string
  seed: number
  size: 'short' | 'long'
  without?: Mechanism
  counts: { count: number, what: string }[]
  figures: Figure[]
  lost: string[]
  doubled: string[]
  wrong: string[]
  seconds: number
  /** Why it did not run. */
  skipped: string | null
  /** Why nothing was tried: the machine had no time to start it. No finding, and no success. */
  unstarted: string | null
  ok: boolean
}

/** Runs a scenario once. Whatever goes wrong, also in the harness itself, is in the outcome. */
export async function runTrial(scenario: Scenario, { seed, size, without, say = () => undefined, keepLog }: TrialOptions): Promise<Outcome> {
  const outcome: Outcome = { scenario: scenario.name, seed, size, without, counts: [], figures: [], lost: [], doubled: [], wrong: [], seconds: 0, skipped: scenario.unavailable?.() ?? null, unstarted: null, ok: false }
  if (outcome.skipped !== null)
    return outcome
  const startedAt = performance.now()
  try {
    await using stack = new AsyncDisposableStack()
    const watches: StuckWatch[] = []
    const injected: Injection[] = [
      ...size === 'short' && !scenario.unhurried ? [{ name: 'brisk' } as const] : [],
      ...without ? [{ name: withoutMechanism[without] }] : [],
    ]
    const trial: Trial = {
      random: createRandom(seed),
      async install(options = {}) {
        const installation = stack.use(await install({ patienceMs: size === 'short' ? 25_000 : 120_000, ...options, faults: [...injected, ...options.faults ?? []] }))
        const { log } = installation
        const number = watches.push(stack.use(watchForStuck(installation)))
        stack.defer(async () => {
          if (!isClean(outcome) && keepLog !== undefined)
            await copyFile(log, `${keepLog}-${scenario.name}-${number}.log`).catch(() => undefined)
        })
        return installation
      },
      n: (count, what) => void outcome.counts.push({ count, what }),
      figure(figure) {
        outcome.figures.push(figure)
        const { name, value, unit = '', atMost, atLeast } = figure
        // What is no number is in no bound.
        if (atMost !== undefined && (value === null || !(Number(value) <= atMost)))
          outcome.wrong.push(`${name} is ${value} ${unit}, more than ${atMost}`)
        if (atLeast !== undefined && (value === null || !(Number(value) >= atLeast)))
          outcome.wrong.push(`${name} is ${value} ${unit}, less than ${atLeast}`)
      },
      found({ lost, doubled, wrong }) {
        outcome.lost.push(...lost)
        outcome.doubled.push(...doubled)
        outcome.wrong.push(...wrong)
      },
      wrong: what => void outcome.wrong.push(what),
      say,
    }
    await scenario.run(trial, scenario.sizes[size]).catch((error: unknown) => {
      if (error instanceof CouldNotStart)
        outcome.unstarted = error.message
      else
        outcome.wrong.push(`the scenario did not come to its end: ${messageOf(error)}`)
    })
    trial.figure({ name: 'longest silence of an active row', value: Math.round(Math.max(0, ...watches.map(watch => watch.longestMs()))), unit: 'ms', atMost: stuckAfterMs })
  }
  catch (error) {
    outcome.wrong.push(`the trial did not end well: ${messageOf(error)}`)
  }
  outcome.seconds = (performance.now() - startedAt) / 1000
  outcome.ok = isClean(outcome)
  return outcome
}

function isClean({ lost, doubled, wrong, unstarted }: Outcome): boolean {
  return unstarted === null && lost.length + doubled.length + wrong.length === 0
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
