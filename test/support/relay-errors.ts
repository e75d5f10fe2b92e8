import type { Readable } from 'node:stream'
import process from 'node:process'

/**
 * Shows what a child process says on standard error without lending it this process's own: a child that outlives its
 * test would keep that open, and Vitest waits for its end for ever.
 */
export function relayErrors<Child extends { stderr: Readable }>(child: Child): Child {
  child.stderr.pipe(process.stderr, { end: false })
  return child
}
