/** Kept of a stack: enough to find the place, little enough to keep for each attempt. */
const mostFrames = 10
const mostCauses = 3
const mostCharacters = 4000

/** What a timeline keeps of an attempt beside its message. */
export interface AttemptFacts extends Record<string, unknown> {
  durationMs: number
  stack?: string
}

export function attemptFacts(startedAt: number, endedAt: number, error?: unknown): AttemptFacts {
  return { durationMs: Math.max(0, endedAt - startedAt), ...(error instanceof Error && { stack: stackOf(error) }) }
}

/** The stack of an error and of what caused it, a few frames each, with paths inside the program instead of this machine's. */
export function stackOf(error: Error): string {
  const lines: string[] = []
  let cause: unknown = error
  for (let depth = 0; depth <= mostCauses && cause instanceof Error; depth++) {
    lines.push(`${depth === 0 ? '' : 'Caused by '}${cause.name}: ${cause.message}`, ...framesOf(cause))
    cause = cause.cause
  }
  return lines.join('\n').slice(0, mostCharacters)
}

function framesOf({ stack = '' }: Error): string[] {
  return stack.split('\n').filter(line => /^\s+at /.test(line)).slice(0, mostFrames).map(line => line.replace(/[^\s(]*\/(?=(?:server|test|node_modules)\/)/, ''))
}
