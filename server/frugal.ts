import { availableParallelism } from 'node:os'
import process from 'node:process'

/**
 * A scraper makes much garbage and keeps little. V8 and the allocator would rather take memory than clean up: on a machine
 * of 24 GB the nursery grows to 128 MB, and the rest to four times what is alive. It is cleaned now when it has grown by a
 * third: at a half it holds 40 MB more for the same work, at a quarter no less for more work. Its four helping threads get
 * in each other's way, and in that of the pages, where there are fewer cores. These can only be said before the process
 * begins.
 */
const flags = ['--max-semi-space-size=16', '--heap-growing-percent=35', `--v8-pool-size=${Math.min(4, availableParallelism())}`]

/** glibc's malloc: two arenas for all threads instead of eight for each core, and what is larger than half a page of text goes back at once. Other allocators ignore it. */
const allocator = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '65536' }

/**
 * Turns this process into one with a small appetite: the same program, process id and standard streams, begun anew. Does
 * nothing where that has been done, where somebody has set one of these by hand, and on systems that cannot (Windows).
 */
export function becomeFrugal(env: NodeJS.ProcessEnv): void {
  const isSet = Object.keys(allocator).some(name => env[name] !== undefined) || [...process.execArgv, env.NODE_OPTIONS ?? ''].some(text => text.includes('semi-space'))
  if (isSet || process.execve === undefined || process.platform === 'win32')
    return
  process.execve(process.execPath, [process.execPath, ...process.execArgv, ...flags, ...process.argv.slice(1)], { ...env, ...allocator })
}
