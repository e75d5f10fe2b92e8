import type { Installation, Role } from './installation.ts'
import type { Program } from './program.ts'

export interface Supervisor extends AsyncDisposable {
  /** The process that runs now, or is being started. */
  current: () => Program
  restarts: () => number
  /** No more restarts. */
  stop: () => void
}

/** A fault may keep a process from starting; one that is over must not. */
const mostTries = 5

/**
 * Starts a process again whenever it ends, as systemd or Docker would. `more` is asked before each start.
 * @throws {Error} when it is disposed of, if the process could not be started several times in a row
 */
export async function supervise(installation: Installation, role: Role, more: () => Parameters<Installation['start']>[1] = () => undefined): Promise<Supervisor> {
  const stopping = new AbortController()
  let restarts = 0
  let program = await installation.start(role, more())
  async function keep(): Promise<void> {
    while (!stopping.signal.aborted) {
      await program.exited
      if (stopping.signal.aborted)
        return
      restarts++
      program = await startAgain()
    }
  }
  async function startAgain(): Promise<Program> {
    for (let tries = 1; ; tries++) {
      try {
        return await installation.start(role, more())
      }
      catch (error) {
        if (stopping.signal.aborted)
          return program
        if (tries === mostTries)
          throw new Error(`The process "${role}" could not be started ${tries} times in a row.`, { cause: error })
      }
    }
  }
  const kept = keep()
  // Told to whoever disposes.
  kept.catch(() => undefined)
  return {
    current: () => program,
    restarts: () => restarts,
    stop: () => stopping.abort(),
    async [Symbol.asyncDispose]() {
      stopping.abort()
      await program.kill()
      await kept
    },
  }
}
