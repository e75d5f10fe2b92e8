import type { JobStatus } from './job-status.ts'
import type { JobType } from './job-types.ts'
import type { ToldValueKind, ToldValueName, toldValues } from './told/values.ts'
import type { ToldCode } from './told/words.ts'
import { z } from 'zod'
import { Failure } from './problem.ts'
import { joinTold, toldWords } from './told/words.ts'

/** A number, a text or a time, or why something failed. */
export const ToldValue = z.union([z.number(), z.string(), Failure.pick({ code: true, message: true })])
export type ToldValue = z.infer<typeof ToldValue>

/** One thing that the server tells people: what it is, and the values in its words. Codes may be added, and their words sharpened, at any time. */
export const Telling = z.object({
  code: z.string().describe('Which text, such as `pages-done`; the English words of each are in `server/contract/told/`, and more may come'),
  values: z.record(z.string(), ToldValue).optional().describe('What stands in the braces of its words; `n` chooses between singular and plural'),
})
export type Telling = z.infer<typeof Telling>

/** A text of the server for whoever writes it in another language than the English beside it, one thing after the other. */
export const Told = z.array(Telling).min(1)
export type Told = z.infer<typeof Told>

interface ValueOf extends Record<ToldValueKind, ToldValue> {
  count: number
  time: string
  failure: Pick<Failure, 'code' | 'message'>
  way: string
  type: JobType
  status: JobStatus
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
  return typeof value === 'object' ? value.message : String(value ?? '')
}

/** Failures come with more than is told. */
function withoutMore(values: Record<string, ToldValue>): Record<string, ToldValue> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? { code: value.code, message: value.message } : value]))
}
