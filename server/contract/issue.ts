import type { z } from 'zod'
import type { FieldError } from './problem.ts'
import type { Telling, Told } from './told.ts'
import { inEnglish, tell } from './told.ts'
import { fieldWords } from './told/field-words.ts'

/** What a schema says of a value that breaks it. */
export type Issue = z.core.$ZodIssue

/** Adds an issue in words of ours, which have values or belong to more than one field. */
export function refuse(context: Pick<z.core.$RefinementCtx, 'addIssue'>, path: (string | number)[], telling: Telling): void {
  context.addIssue({ code: 'custom', path, message: inEnglish([telling]), params: { telling } })
}

/** One issue as an entry of an answer. Its message is the schema's own, what is told is the same in our words. */
export function issueError({ where = '', ...issue }: Issue & { where?: string }): FieldError {
  return { path: issue.path.map(String).join('.') || where, message: issue.message, told: toldOf(issue) }
}

const ours = new Map<string, Telling>(Object.entries(fieldWords).map(([code, words]) => [words, { code }]))

type IssueOf<Code> = Extract<Issue, { code: Code }>
const kinds: Record<string, Telling> = {
  number: tell('not-a-number'),
  int: tell('not-whole'),
  string: tell('not-a-text'),
  array: tell('not-a-list'),
  object: tell('not-an-object'),
  record: tell('not-an-object'),
  boolean: tell('not-a-switch'),
}
const formats: Record<string, Telling> = { url: tell('no-url'), datetime: tell('no-time') }

const issueTellings: { [Code in Issue['code']]: (issue: IssueOf<Code>) => Telling } = {
  invalid_type: ({ expected, message }) => message.endsWith('received undefined') ? tell('missing') : kinds[expected] ?? tell('wrong-kind'),
  too_small({ origin, minimum, inclusive }) {
    const n = Number(minimum)
    if (origin === 'string')
      return n === 1 ? tell('empty') : tell('text-short', { n })
    if (origin === 'array')
      return n === 1 ? tell('empty') : tell('list-short', { n })
    return inclusive === false ? tell('more-than', { n }) : tell('at-least', { n })
  },
  too_big({ origin, maximum, inclusive }) {
    const n = Number(maximum)
    if (origin === 'string' || origin === 'array')
      return tell(origin === 'string' ? 'text-long' : 'list-long', { n })
    return inclusive === false ? tell('less-than', { n }) : tell('at-most', { n })
  },
  not_multiple_of: ({ divisor }) => tell('not-a-multiple', { n: divisor }),
  invalid_format: ({ format }) => formats[format] ?? tell('wrong-form'),
  invalid_value: ({ values }) => tell('one-of', { options: values.map(String).join(', ') }),
  unrecognized_keys: ({ keys }) => tell('unknown-fields', { fields: keys.join(', ') }),
  invalid_union: () => tell('wrong-value'),
  invalid_key: () => tell('wrong-form'),
  invalid_element: () => tell('wrong-value'),
  custom: () => tell('wrong-value'),
}

/** Words of our own name their code: as `params`, or by being exactly they. */
function toldOf(issue: Issue): Told {
  const given = issue.code === 'custom' ? issue.params?.telling as Telling | undefined : undefined
  return [given ?? ours.get(issue.message) ?? (issueTellings[issue.code] as (each: Issue) => Telling)(issue)]
}
