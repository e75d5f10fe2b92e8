import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SmallDisk extends Disposable {
  path: string
  resize: (megabytes: number) => void
}

/** A disk of a few megabytes in memory. */
export function mountSmallDisk(megabytes: number): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'gleaner-disk-'))
  mount(['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path])
  return {
    path,
    resize: size => mount(['-o', `remount,size=${size}m`, path]),
    [Symbol.dispose]() {
      spawnSync('umount', ['-l', path])
      rmSync(path, { recursive: true, force: true })
    },
  }
}

/** Why there can be no small disk here; null when there can. */
export function smallDiskMissing(): string | null {
  try {
    mountSmallDisk(1)[Symbol.dispose]()
    return null
  }
  catch (error) {
    return `a small disk cannot be mounted (${error instanceof Error ? error.message : String(error)})`
  }
}

function mount(args: string[]): void {
  const { status, stderr, error } = spawnSync('mount', args, { encoding: 'utf8' })
  if (status !== 0)
    throw new Error(error?.message ?? stderr.trim())
}
