/**
 * The vocabulary of told texts: what a value in their words is. A `count` is written as the reader's language writes
 * numbers, and `n` is the one that chooses between singular and plural; a `time` (ISO 8601) in the reader's zone; a
 * `failure` by what is told of it, or by its kind; `notes` one after the other; a `way`, a `type`, a `status` (of a job), an
 * `operation` (the status of one) and an `action` by their names on screen. `raw` is a text from outside: of a page, the
 * operating system or a library, in whatever language it is.
 */
export const toldValues = {
  n: 'count',
  added: 'count',
  attempt: 'count',
  before: 'count',
  changed: 'count',
  done: 'count',
  failed: 'count',
  megabytes: 'count',
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
  notes: 'notes',
  way: 'way',
  type: 'type',
  status: 'status',
  operation: 'operation',
  action: 'action',
  raw: 'raw',
  encoding: 'text',
  field: 'text',
  fields: 'text',
  file: 'text',
  from: 'text',
  http: 'text',
  id: 'text',
  ids: 'text',
  media: 'text',
  methods: 'text',
  name: 'text',
  options: 'text',
  platform: 'text',
  policy: 'text',
  port: 'text',
  reason: 'text',
  schedule: 'text',
  source: 'text',
  to: 'text',
  what: 'text',
  worker: 'text',
} as const
export type ToldValueName = keyof typeof toldValues
export type ToldValueKind = (typeof toldValues)[ToldValueName]
