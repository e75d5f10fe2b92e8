/** What bounds the live channel, so that no reader's slowness becomes our memory. */
export interface LiveLimits {
  /** Messages have this time between them; changes meanwhile are gathered. */
  batchMs: number
  /** A row is told of at most once in this time; in between the latest version wins. */
  rowIntervalMs: number
  /** A reader with more unread bytes than this is passed over until it has caught up. */
  slowBytes: number
  /** A reader with more unread bytes than this is cut off. */
  deadBytes: number
  /** Rows remembered for a reader that is passed over; beyond that it gets a snapshot instead. */
  backlogRows: number
  connections: number
  heartbeatMs: number
  /** Queue counts are read at most this often, and only while somebody listens. */
  countsMs: number
}

export const liveLimits: LiveLimits = {
  batchMs: 50,
  rowIntervalMs: 250,
  slowBytes: 1 << 20,
  deadBytes: 4 << 20,
  backlogRows: 2000,
  connections: 500,
  heartbeatMs: 30_000,
  countsMs: 1000,
}
