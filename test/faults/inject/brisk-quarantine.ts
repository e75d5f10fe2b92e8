import * as real from '../../../server/store/job/quarantine.ts'

export * from '../../../server/store/job/quarantine.ts'

const calmMs = 3_000

/** The last start of a job that died three times waits for 3 s without a death, instead of 30 s. */
export const whereMayStart: typeof real.whereMayStart = (read, now) => real.whereMayStart(read, now, calmMs)
export const mustWaitForCalm: typeof real.mustWaitForCalm = (tx, row, now) => real.mustWaitForCalm(tx, row, now, calmMs)
