import type { Installation, Role } from './installation.ts'
import type { Program } from './program.ts'

export interface Supervisor extends AsyncDisposable {
  /** The process that runs now, or is being started. */
  current: () => Program
  restarts: () => number
  /** No more restarts. */
  stop: () => void
}

/** Starts a process again whenever it ends, as systemd or Docker would. `more` is asked before each start. */
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
      program = await installation.start(role, more()).catch(() => program)
    }
  }
  const kept = keep()
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
