import type { z } from 'zod'
import type { ErrorCode } from '../contract/problem.ts'
import type { ProblemStatus } from './problem.ts'
import { Problem } from '../contract/problem.ts'
import { PROBLEM_JSON, problemKinds } from './problem.ts'

/** A JSON body that the request must carry. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } } as const
}

/** A JSON answer. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } } as const
}

/** A JSON answer whose `Location` header says where the thing lives. */
export function located<Schema extends z.ZodType>(schema: Schema, description: string, headers: Record<string, { description: string, schema: object }> = {}) {
  return {
    ...json(schema, description),
    headers: { Location: { description: 'Where it lives', schema: { type: 'string' } }, ...headers },
  } as const
}

interface ProblemAnswer { description: string, content: { [PROBLEM_JSON]: { schema: typeof Problem } } }
type StatusOf<Code extends ErrorCode> = (typeof problemKinds)[Code]['status']

/** What any operation may answer, because the guards in front of it do. */
const everywhere = ['misdirected-host', 'internal'] as const satisfies readonly ErrorCode[]
const mutating = ['forbidden', 'payload-too-large', 'unsupported-media-type', 'service-unavailable', 'disk-full'] as const satisfies readonly ErrorCode[]

function answers<Code extends ErrorCode>(codes: readonly Code[]): Record<StatusOf<Code>, ProblemAnswer> {
  const byStatus = new Map<ProblemStatus, Code[]>()
  for (const code of new Set(codes))
    byStatus.set(problemKinds[code].status, [...byStatus.get(problemKinds[code].status) ?? [], code])
  return Object.fromEntries([...byStatus].map(([status, same]) => [status, {
    description: same.map(code => `\`${code}\`: ${problemKinds[code].title}`).join('; '),
    content: { [PROBLEM_JSON]: { schema: Problem } },
  }])) as Record<StatusOf<Code>, ProblemAnswer>
}

/** Declared failures of an operation that only reads. */
export function problems<Code extends ErrorCode>(...codes: Code[]) {
  return answers([...codes, ...everywhere])
}

/** Declared failures of an operation that changes something and takes no body. */
export function changeProblems<Code extends ErrorCode>(...codes: Code[]) {
  return answers([...codes, ...everywhere, ...mutating])
}

/** Declared failures of an operation with a JSON body; 400 is JSON that does not parse, 422 JSON that says the wrong thing. */
export function bodyProblems<Code extends ErrorCode>(...codes: Code[]) {
  const malformed: ProblemAnswer = { description: '`invalid-input`: The body is not well-formed JSON', content: { [PROBLEM_JSON]: { schema: Problem } } }
  return { 400: malformed, ...answers([...codes, ...everywhere, ...mutating, 'invalid-input']) }
}
