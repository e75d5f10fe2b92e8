import type { HealthIssue } from './contract/overview.ts'
import type { QueueBackend } from './queue/backends/backend.ts'
import { access, constants, statfs } from 'node:fs/promises'

export interface HazardDeps {
  backend: Pick<QueueBackend, 'check'>
  /** Folder of the database. */
  dataDir: string
  exportsDir: string
  /** Bytes that are left where a folder lies; null when that cannot be told. */
  freeBytes?: (folder: string) => Promise<number | null>
}

/** Less free space than this will soon be none. */
const lowBytes = 1024 ** 3
const MB = 1024 ** 2

/** What endangers jobs and files of this installation, with what to do about it. */
export function createHazardCheck({ backend, dataDir, exportsDir, freeBytes = freeOnDisk }: HazardDeps): () => Promise<HealthIssue[]> {
  async function queueStore(): Promise<HealthIssue[]> {
    try {
      return (await backend.check()).map((text) => {
        const [message = text, remedy = 'See the settings of the queue store.'] = text.split(/, (?=set it to)/)
        return { code: 'queue-store', severity: 'warning', message, remedy: remedy.charAt(0).toUpperCase() + remedy.slice(1), queue: null }
      })
    }
    catch {
      return [{ code: 'queue-away', severity: 'error', message: 'The queue store cannot be reached; accepted jobs wait in the database.', remedy: 'Start it, or look at QUEUE_URL; the jobs go on by themselves.', queue: null }]
    }
  }

  async function disk(folder: string): Promise<HealthIssue[]> {
    const free = await freeBytes(folder) ?? Infinity
    return free >= lowBytes ? [] : [{ code: 'disk-low', severity: free < lowBytes / 10 ? 'error' : 'warning', message: `The disk has ${Math.round(free / MB)} MB left.`, remedy: 'Delete exports and old jobs, shorten their retention, or give the disk more space.', queue: null }]
  }

  async function exportsWritable(): Promise<HealthIssue[]> {
    const ok = await access(exportsDir, constants.W_OK).then(() => true, () => false)
    return ok ? [] : [{ code: 'exports-not-writable', severity: 'error', message: 'The folder of exports cannot be written: every export will fail.', remedy: 'Give the user that runs the program the right to write to EXPORTS_DIR.', queue: null }]
  }

  return async () => (await Promise.all([queueStore(), disk(dataDir), exportsWritable()])).flat()
}

async function freeOnDisk(folder: string): Promise<number | null> {
  const space = await statfs(folder).catch(() => null)
  return space === null ? null : space.bavail * space.bsize
}
