import { z } from 'zod'
import { Timestamp } from './time.ts'

export const priority = z.number().int().min(0).max(2_097_151).optional().describe('0 runs first, then 1, 2, …')
export const delayMs = z.number().int().min(0).max(365 * 86_400_000).optional()

/** When and before which others a submitted job runs. */
export const submitOptions = { priority, delayMs, runAt: Timestamp.optional() }
