import process from 'node:process'

const lookEveryMs = 500

/**
 * `npm start` puts a shell between npm and this process. Npm passes SIGTERM on to that shell, which ends without telling
 * anybody: what a service manager means for the server would leave it running, unseen. So a process that npm has started
 * takes the end of its parent for the signal; one that a terminal or `nohup` leaves behind keeps its shell, and runs on.
 * @param env of this process
 * @param onOrphaned called once, at most half a second after the parent has ended
 */
export function watchForOrphaning(env: NodeJS.ProcessEnv, onOrphaned: () => void): void {
  if (env.npm_lifecycle_event === undefined || process.platform === 'win32')
    return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent)
      return
    clearInterval(timer)
    onOrphaned()
  }, lookEveryMs)
  timer.unref()
}
