import { z } from 'zod'
import { errorCodes } from './error-codes.ts'

/** What kind of problem or failure it is. */
export const ErrorCode = z.enum(errorCodes)
export type ErrorCode = z.infer<typeof ErrorCode>
