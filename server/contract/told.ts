import type { bulkOperationActions } from './bulk-action.ts'
import type { bulkOperationStatuses } from './bulk-states.ts'
import type { JobStatus } from './job-status.ts'
import type { JobType } from './job-types.ts'
import type { ToldValueKind, ToldValueName, toldValues } from './told/values.ts'
import type { ToldCode } from './told/words.ts'
import { z } from 'zod'
import { ErrorCode } from './error-code.ts'
import { joinTold, toldWords } from './told/words.ts'

/** A failure inside what is told. */
export interface ToldFailure { code: ErrorCode, message: string, told?: Told | undefined }
/** One of several notes in brackets: how a way of finding products went, what robots.txt said. */
export interface ToldNote { way?: string | undefined, text: string, told?: Told | undefined }

/** A number, a text or a time, why something failed, or notes. */
export type ToldValue = number | string | ToldFailure | ToldNote[]
export const ToldValue: z.ZodType<ToldValue, ToldValue> = z.union([
  z.number(),
  z.string(),
  z.object({ code: ErrorCode, message: z.string(), told: within() }),
  z.array(z.object({ way: z.string().optional(), text: z.string(), told: within() })),
])

/** One thing that the server tells people: what it is, and the values in its words. Codes may be added, and their words sharpened, at any time. */
export interface Telling { code: string, values?: Record<string, ToldValue> | undefined }
export const Telling: z.ZodType<Telling, Telling> = z.object({
  code: z.string().describe('Which text, such as `pages-done`; the English words of each are in `server/contract/told/`, and more may come'),
  values: z.record(z.string(), ToldValue).optional().describe('What stands in the braces of its words; `n` chooses between singular and plural'),
})

/** A text of the server for whoever writes it in another language than the English beside it, one thing after the other. */
export type Told = Telling[]
export const Told: z.ZodType<Told, Told> = z.array(Telling).min(1)

/** What is told of a part of what is told. Made anew each time, so that the API document refers to it by its name. */
function within() {
  return z.lazy(() => Told).optional()
}

interface ValueOf extends Record<ToldValueKind, ToldValue> {
  count: number
  time: string
  failure: ToldFailure
  notes: ToldNote[]
  way: string
  type: JobType
  status: JobStatus
  operation: (typeof bulkOperationStatuses)[number]
  action: (typeof bulkOperationActions)[number]
  raw: string
  text: string
}
type NamesIn<Words extends string> = Words extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never
type ValuesOf<Code extends ToldCode> = { [Name in NamesIn<(typeof toldWords)[Code]> & ToldValueName]: ValueOf[(typeof toldValues)[Name]] }

/** What is told under a code. The compiler asks for the values that its words name. */
export function tell<Code extends ToldCode>(code: Code, ...[values]: [keyof ValuesOf<Code>] extends [never] ? [] : [ValuesOf<Code>]): Telling {
  return values === undefined ? { code } : { code, values: withoutMore(values) }
}

/** The English text: what API clients, the log and exports read. Made of the same values, so that it cannot say anything else. */
export function inEnglish(told: Told): string {
  return joinTold(told.map(({ code, values = {} }) => {
    const [one, more = one] = (toldWords as Record<string, string>)[code]?.split(' | ') ?? [code]
    return (values.n === 1 ? one : more)!.replaceAll(/\{(\w+)\}/g, (_, name: string) => asText(values[name]))
  }))
}

function asText(value: ToldValue | undefined): string {
  if (Array.isArray(value))
    return value.map(({ way, text }) => `${way === undefined ? '' : `${way}: `}${text.replace(/\.$/, '')}`).join('; ')
  return typeof value === 'object' ? value.message : String(value ?? '')
}

/** Failures come with more than is told. */
function withoutMore(values: Record<string, ToldValue>): Record<string, ToldValue> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'object' && !Array.isArray(value) ? { code: value.code, message: value.message, ...value.told && { told: value.told } } : value]))
}
