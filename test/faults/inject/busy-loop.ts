import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { settingsOf } from './options.ts'

interface Settings {
  ms: number
  /** Remembers, across processes, which jobs have been held up. */
  folder: string
}

/** Keeps the event loop busy, so that neither locks nor heartbeats are renewed; once for each job. */
export function blockOnce(jobId: string): void {
  const { ms, folder } = settingsOf<Settings>('block-loop')
  const done = join(folder, jobId)
  if (existsSync(done))
    return
  writeFileSync(done, '')
  const end = performance.now() + ms
  while (performance.now() < end);
}
