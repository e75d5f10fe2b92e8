import type { Told } from '../../server/contract/told.ts'
import { tell } from '../../server/contract/told.ts'

/** A line of a job's timeline, where it does not matter what it says. */
export const aLine: Told = [tell('stopped')]
