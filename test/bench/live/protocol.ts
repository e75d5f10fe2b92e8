/** What the bench tells its server. */
export type ServerOrder = { kind: 'run', perSecond: number, seconds: number } | { kind: 'memory' } | { kind: 'stop' }
/** A change that was made: the job, its version, and when it had been written (ms since 1970). */
export type Change = [id: string, version: number, writtenAt: number]
export type ServerAnswer = { kind: 'ready', url: string } | { kind: 'ran', changes: Change[] } | { kind: 'memory', bytes: number }
