import { z } from 'zod'
import { Timestamp } from './time.ts'

interface SettingSpec {
  group: 'jobs' | 'retention' | 'politeness'
  unit: 'jobs' | 'products' | 'pages' | 'days' | 'requests' | 'ms'
  least: number
  most: number
  /** What it is when neither people nor the environment say otherwise. */
  usual: number
  /** Environment variable with the installation's own default. */
  variable: string
  description: string
}

const days = { group: 'retention', unit: 'days', least: 0, most: 36_500 } as const

/**
 * The one registry of what is set for the whole installation at run time; the values are whole numbers. A new one is a
 * line here, its words in the dashboard's catalogues, and whoever asks for it.
 */
export const settingSpecs = {
  maxOpenJobs: { group: 'jobs', unit: 'jobs', least: 1, most: 100_000_000, usual: 200_000, variable: 'MAX_OPEN_JOBS', description: 'Open jobs of each type; beyond it a submission gets 429' },
  dispatchWindow: { group: 'jobs', unit: 'jobs', least: 1, most: 1_000_000, usual: 5000, variable: 'DISPATCH_WINDOW', description: 'Jobs of each queue that its store holds ready; the others wait in the database' },
  detailsBatch: { group: 'jobs', unit: 'products', least: 1, most: 10_000, usual: 1000, variable: 'DETAILS_BATCH', description: 'A job that reads more product pages is split into parts of as many' },
  pagesAtOnce: { group: 'jobs', unit: 'pages', least: 1, most: 64, usual: 8, variable: 'SCRAPE_PAGES_AT_ONCE', description: 'Pages that one job reads at a time, if the shops allow; from the next job on' },
  maxProducts: { group: 'jobs', unit: 'products', least: 1, most: 1_000_000, usual: 100_000, variable: 'SCRAPE_MAX_PRODUCTS', description: 'Products that one search finds at most; a brand may have its own' },
  retainCompletedDays: { ...days, usual: 30, variable: 'RETAIN_COMPLETED_DAYS', description: 'Completed jobs are kept so long; 0 for ever' },
  retainFailedDays: { ...days, usual: 90, variable: 'RETAIN_FAILED_DAYS', description: 'Failed jobs are kept so long; 0 for ever' },
  retainCancelledDays: { ...days, usual: 30, variable: 'RETAIN_CANCELLED_DAYS', description: 'Cancelled jobs are kept so long; 0 for ever' },
  retainJobs: { group: 'retention', unit: 'jobs', least: 0, most: 100_000_000, usual: 100_000, variable: 'RETAIN_JOBS', description: 'Ended jobs of each status, the newest; 0 all' },
  retainExportsDays: { ...days, usual: 365, variable: 'RETAIN_EXPORTS_DAYS', description: 'Export files are kept so long; 0 for ever' },
  concurrency: { group: 'politeness', unit: 'requests', least: 1, most: 16, usual: 2, variable: 'SCRAPE_CONCURRENCY', description: 'Requests at a time to one host; a brand may have its own' },
  delayMs: { group: 'politeness', unit: 'ms', least: 0, most: 60_000, usual: 500, variable: 'SCRAPE_DELAY_MS', description: 'Least time between two requests to one host; a brand may have its own' },
} as const satisfies Record<string, SettingSpec>

export type SettingKey = keyof typeof settingSpecs
export const settingKeys = Object.keys(settingSpecs) as SettingKey[]

function eachSetting<Value>(make: (spec: SettingSpec) => Value): Record<SettingKey, Value> {
  return Object.fromEntries(settingKeys.map(key => [key, make(settingSpecs[key])])) as Record<SettingKey, Value>
}

const valueOf = ({ least, most, description }: SettingSpec) => z.number().int().min(least).max(most).describe(description)

export const SettingValues = z.object(eachSetting(valueOf))
export type SettingValues = z.infer<typeof SettingValues>

/** Body of `PATCH /api/settings`: what is absent stays, `null` sets back to the default. */
export const SettingsUpdate = z.strictObject(eachSetting(spec => valueOf(spec).nullable().optional()))
export type SettingsUpdate = z.infer<typeof SettingsUpdate>

/** Where a value comes from: the program, an environment variable, or people (`set`). */
export const SettingSource = z.enum(['default', 'environment', 'set'])
export type SettingSource = z.infer<typeof SettingSource>

export const Setting = z.object({
  key: z.enum(settingKeys),
  group: z.enum(['jobs', 'retention', 'politeness']),
  unit: z.enum(['jobs', 'products', 'pages', 'days', 'requests', 'ms']),
  value: z.number().int(),
  source: SettingSource,
  least: z.number().int(),
  most: z.number().int(),
  fallback: z.object({ value: z.number().int(), source: SettingSource.exclude(['set']) }).describe('What holds when it is set back'),
  variable: z.string().describe('The environment variable with the installation\'s default'),
  changedAt: Timestamp.nullable().describe('When people set it'),
})
export type Setting = z.infer<typeof Setting>
