import { z } from 'zod'
import { errorCodes } from './error-codes.ts'

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
