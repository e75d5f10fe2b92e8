import { z } from 'zod'

/** Stable machine-readable codes: clients switch on these, never on the text. */
export const errorCodes = [
  'invalid-input',
  'not-found',
  'conflict',
  'payload-too-large',
  'unsupported-media-type',
  'method-not-allowed',
  'forbidden',
  'misdirected-host',
  'too-many-requests',
  'queue-unavailable',
  'service-unavailable',
  'internal',
  'secrets-unreadable',
  'bad-url',
  'address-forbidden',
  'host-unreachable',
  'connection-failed',
  'proxy-failed',
  'timeout',
  'too-large',
  'too-many-redirects',
  'http-status',
  'rate-limited',
  'blocked',
  'robots-forbidden',
  'unsupported-content',
  'no-products',
  'not-a-product',
  'soft-404',
  'needs-javascript',
  'parse-failed',
  'all-pages-failed',
  'dependency-failed',
  'cancelled',
  'superseded',
  'poison',
  'disk-full',
  'file-exists',
  'file-gone',
] as const
export const ErrorCode = z.enum(errorCodes)
export type ErrorCode = z.infer<typeof ErrorCode>

/** RFC 9457 problem details, with our stable `code` and, for bad input, one entry per field. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  code: ErrorCode,
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof Problem>

/** Why a job or a page failed; `retryable` decides whether another attempt is worth making. */
export const Failure = z.object({
  code: ErrorCode,
  message: z.string(),
  retryable: z.boolean(),
})
export type Failure = z.infer<typeof Failure>
