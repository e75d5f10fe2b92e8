/** What the bench tells its server, and what that answers. Changes carry their time as their priority: milliseconds from `epoch`. */
export type ServerOrder = { kind: 'run', perSecond: number, seconds: number } | { kind: 'memory' } | { kind: 'stop' }
export type ServerAnswer = { kind: 'ready', url: string, epoch: number } | { kind: 'ran', made: number } | { kind: 'memory', bytes: number }
