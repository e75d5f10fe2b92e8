import type { HealthIssue } from './contract/overview.ts'
import type { QueueBackend } from './queue/backends/backend.ts'
import { access, constants, statfs } from 'node:fs/promises'
import { tell } from './contract/told.ts'
import { healthIssue } from './jobs/health-issue.ts'

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
      return (await backend.check()).map(({ danger, remedy }) => healthIssue({ code: 'queue-store', severity: 'warning' }, danger, remedy))
    }
    catch {
      return [healthIssue({ code: 'queue-away', severity: 'error' }, tell('queue-away'), tell('queue-away-remedy'))]
    }
  }

  async function disk(folder: string): Promise<HealthIssue[]> {
    const free = await freeBytes(folder) ?? Infinity
    return free >= lowBytes ? [] : [healthIssue({ code: 'disk-low', severity: free < lowBytes / 10 ? 'error' : 'warning' }, tell('disk-low', { n: Math.round(free / MB) }), tell('disk-low-remedy'))]
  }

  async function exportsWritable(): Promise<HealthIssue[]> {
    const ok = await access(exportsDir, constants.W_OK).then(() => true, () => false)
    return ok ? [] : [healthIssue({ code: 'exports-not-writable', severity: 'error' }, tell('exports-locked'), tell('exports-locked-remedy'))]
  }

  return async () => (await Promise.all([queueStore(), disk(dataDir), exportsWritable()])).flat()
}

async function freeOnDisk(folder: string): Promise<number | null> {
  const space = await statfs(folder).catch(() => null)
  return space === null ? null : space.bavail * space.bsize
}
