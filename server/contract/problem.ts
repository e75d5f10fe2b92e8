import { z } from 'zod'
import { ErrorCode } from './error-code.ts'
import { Told } from './told.ts'

export { ErrorCode } from './error-code.ts'

/** What is wrong with one field of a request. */
export const FieldError = z.object({
  path: z.string(),
  message: z.string(),
  told: Told.optional().describe('What `message` says, to be written in another language'),
})
export type FieldError = z.infer<typeof FieldError>

/** RFC 9457 problem details, with our stable `code` and, for bad input, one entry per field. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  told: Told.optional().describe('What `detail` says, to be written in another language'),
  instance: z.string().optional(),
  code: ErrorCode,
  errors: z.array(FieldError).optional(),
})
export type Problem = z.infer<typeof Problem>

/** Why a job or a page failed; `retryable` decides whether another attempt is worth making. */
export const Failure = z.object({
  code: ErrorCode,
  message: z.string(),
  told: Told.optional().describe('What `message` says, to be written in another language; absent where the message comes from outside'),
  retryable: z.boolean(),
})
export type Failure = z.infer<typeof Failure>
