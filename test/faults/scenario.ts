import type { InjectionName } from './inject/injections.ts'
import type { Random } from './random.ts'
import type { Findings } from './rig/examine.ts'
import type { Installation, InstallationOptions } from './rig/installation.ts'

/** What can be switched off to see whether a scenario would notice. */
export type Mechanism = 'reconciler' | 'outbox' | 'fencing' | 'quarantine' | 'hand-over'

export interface Figure {
  name: string
  value: number | string | null
  unit?: string
  /** The figure must not be more than this. */
  atMost?: number
  /** The figure must not be less than this. */
  atLeast?: number
}

/** One run of a scenario: randomness, installations, and a place for what was seen. */
export interface Trial {
  random: Random
  /** Starts an installation with the trial's injections; it is watched for stuck jobs and ends with the trial. */
  install: (options?: InstallationOptions) => Promise<Installation>
  /** What was done: jobs, kills. */
  n: (count: number, what: string) => void
  figure: (figure: Figure) => void
  /** Adds what `examine` found. */
  found: (findings: Findings) => void
  /** Something that must not be. */
  wrong: (what: string) => void
  /** For a person who watches. */
  say: (line: string) => void
}

export interface Scenario<Size = unknown> {
  name: string
  title: string
  /** Rows of the table of failure modes. */
  modes: string[]
  /** Without one of these it must go red. */
  mechanisms?: Mechanism[]
  /** Short: seconds, in CI. Long: what RESULTS.md tells of. */
  sizes: { short: Size, long: Size }
  /** Also the short form has the real locks: shorter ones would run out for no fault. */
  unhurried?: boolean
  /** Why it cannot run here; null when it can. */
  unavailable?: () => string | null
  run: (trial: Trial, size: Size) => Promise<void>
}

export function defineScenario<Size>(scenario: Scenario<Size>): Scenario {
  return scenario as Scenario
}

export const withoutMechanism = {
  'reconciler': 'without-reconciler',
  'outbox': 'without-outbox',
  'fencing': 'without-fencing',
  'quarantine': 'without-quarantine',
  'hand-over': 'without-hand-over',
} as const satisfies Record<Mechanism, InjectionName>
