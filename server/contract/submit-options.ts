import { z } from 'zod'
import { Timestamp } from './time.ts'
import { fieldWords } from './told/field-words.ts'

export const priority = z.number().int().min(0).max(2_097_151).optional().describe('0 runs first, then 1, 2, …')
export const delayMs = z.number().int().min(0).max(365 * 86_400_000).optional()

/** A word of one's own on a job, to find it by. */
export const Tag = z.string().trim().min(1).max(40).regex(/^[^,\p{Cc}]+$/u, fieldWords['no-comma'])
export const tags = z.array(Tag).max(10).optional().describe('Words to find the job by')

/** When and before which others a submitted job runs. */
export const submitOptions = { priority, delayMs, runAt: Timestamp.optional(), tags }
