/**
 * The vocabulary of told texts: what a value in their words is. A `count` is written as the reader's language writes
 * numbers, and `n` is the one that chooses between singular and plural; a `time` (ISO 8601) in the reader's zone; a
 * `failure` by its kind, where the reader does not read English; a `way`, a `type` and a `status` by their names on screen.
 */
export const toldValues = {
  n: 'count',
  added: 'count',
  attempt: 'count',
  before: 'count',
  changed: 'count',
  done: 'count',
  failed: 'count',
  most: 'count',
  page: 'count',
  priority: 'count',
  read: 'count',
  sample: 'count',
  seconds: 'count',
  total: 'count',
  unchanged: 'count',
  at: 'time',
  failure: 'failure',
  way: 'way',
  type: 'type',
  status: 'status',
  file: 'text',
  from: 'text',
  http: 'text',
  ids: 'text',
  platform: 'text',
  policy: 'text',
  reason: 'text',
  schedule: 'text',
  source: 'text',
  to: 'text',
  what: 'text',
  worker: 'text',
} as const
export type ToldValueName = keyof typeof toldValues
export type ToldValueKind = (typeof toldValues)[ToldValueName]
