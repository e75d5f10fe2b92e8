import type { Failure } from './problem.ts'
import { z } from 'zod'
import { PageQuery } from './page.ts'
import { Timestamp } from './time.ts'
import { Told } from './told.ts'

const longest = 160

/** The fingerprint of a failure: `<error code>: <message without what differs from one failure to the next>`. */
export const FailureCause = z.string().max(longest + 40)
export type FailureCause = z.infer<typeof FailureCause>

/**
 * The rule by which failures are one cause. Of the message, in this order:
 * 1. a list of all that was tried, in brackets at the end, goes; of `…; the first: X` only `X` stays,
 * 2. addresses become `<url>`, ids (UUIDs, 12 and more hexadecimal digits) `<id>`, texts in quotes `<text>`, times `<time>`,
 * 3. a status of 400 to 599 becomes its class (`4xx`, `5xx`), every other number `#`,
 * 4. white space becomes one space; the message is cut to 160 characters.
 * The error's code stands before it, so that the same words of two kinds of failure are two causes.
 */
export function causeOf({ code, message }: Pick<Failure, 'code' | 'message'>): FailureCause {
  const text = message.slice(0, 4000)
    .replace(/^.*; the first: /s, '')
    .replace(/ \([^()]*: [^()]*\)(?=\.?$)/, '')
    .replace(/\bhttps?:\/\/[^\s"'<>)]+/g, '<url>')
    .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<id>')
    .replace(/\b\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})/g, '<time>')
    .replace(/"[^"]*"/g, '<text>')
    .replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{12,}\b/gi, '<id>')
    .replace(/\b([45])\d\d\b(?!\.\d)/g, '$1xx')
    .replace(/\d+(?:[.,]\d+)*(?!xx)/g, (digits, at: number, whole: string) => /^[45]xx\b/.test(whole.slice(at)) ? digits : '#')
    .replace(/\s+/g, ' ')
    .trim()
  return `${code}: ${text.slice(0, longest)}`
}

export const FailureQuery = PageQuery.omit({ cursor: true }).extend({
  brandId: z.string().optional(),
  since: Timestamp.optional().describe('Only causes that were seen since'),
})
export type FailureQuery = z.infer<typeof FailureQuery>

/** Failed jobs of one cause and one brand. */
export const FailureGroup = z.object({
  cause: FailureCause,
  code: z.string(),
  message: z.string().describe('The cause without its code'),
  brandId: z.string().nullable(),
  brandName: z.string().nullable(),
  count: z.number().int().describe('Jobs that are failed now: those that a retry of the group would take'),
  firstSeenAt: Timestamp,
  lastSeenAt: Timestamp,
  told: Told.optional().describe('What the message of the newest of them says, to be written in another language'),
  sampleJobId: z.string().nullable().describe('The newest of them'),
  samplePageId: z.string().nullable().describe('A saved page of that job: `GET /api/pages/{id}`'),
})
export type FailureGroup = z.infer<typeof FailureGroup>

/** The largest groups first. */
export const FailureGroups = z.object({
  groups: z.array(FailureGroup),
  total: z.object({ groups: z.number().int(), jobs: z.number().int() }),
})
export type FailureGroups = z.infer<typeof FailureGroups>
