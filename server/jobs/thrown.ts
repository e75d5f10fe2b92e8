import { z } from 'zod'
import { issueError } from '../contract/issue.ts'
import { InvalidInput } from '../errors.ts'

/** What a run threw, as the kinds of errors that a job's end is decided by. */
export function understand(thrown: unknown): unknown {
  return thrown instanceof z.ZodError
    ? new InvalidInput(thrown.issues.map(issueError))
    : thrown
}

export function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
