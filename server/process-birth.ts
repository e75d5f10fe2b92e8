import { readFile, readlink } from 'node:fs/promises'
import process from 'node:process'

/**
 * Tells a process from a later one with the same id, as after a reboot or in a restarted container:
 * its start time in clock ticks since boot (proc(5), field 22). Null when there is no such process.
 * Without /proc only the process itself is known by birth; of others, that they live.
 */
export async function birthOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The second field is the command in parentheses and may hold anything, so count from its end.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie (state Z, field 3) is dead and only waits for its parent to look.
    return fields[0] === 'Z' || fields[0] === 'X' ? null : fields[19] ?? null
  }
  catch {
    return birthWithoutProc(pid)
  }
}

function birthWithoutProc(pid: number): string | null {
  if (pid === process.pid)
    return String(Math.round(performance.timeOrigin))
  try {
    process.kill(pid, 0)
    return 'unknown'
  }
  catch (error) {
    // EPERM: it lives, as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM' ? 'unknown' : null
  }
}

/**
 * Names a process for whoever wants to know later whether it still lives: where its id means something (this boot of
 * the machine and, in containers, their own numbering), and its birth. Null where that cannot be told (no /proc).
 */
export async function identityOf(pid: number): Promise<string | null> {
  const [space, birth] = await Promise.all([pidSpace(), birthOf(pid)])
  return space === null || birth === null ? null : `${space} ${birth}`
}

/** True when the process of that identity is certainly dead; one that cannot be asked after from here is not. */
export async function isGone({ pid, identity }: { pid: number, identity: string | null }): Promise<boolean> {
  const space = await pidSpace()
  if (space === null || identity === null || !identity.startsWith(`${space} `))
    return false
  return await identityOf(pid) !== identity
}

async function pidSpace(): Promise<string | null> {
  try {
    const [boot, namespace] = await Promise.all([readFile('/proc/sys/kernel/random/boot_id', 'utf8'), readlink('/proc/self/ns/pid')])
    return `${boot.trim()} ${namespace}`
  }
  catch {
    return null
  }
}
