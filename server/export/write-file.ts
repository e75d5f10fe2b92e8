import type { FileHandle } from 'node:fs/promises'
import { createHash, randomUUID } from 'node:crypto'
import { link, mkdir, open, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { numbered } from '../contract/filename.ts'
import { tell } from '../contract/told.ts'
import { AppError } from '../errors.ts'

export interface WrittenFile { bytes: number, sha256: string }

/** A file under its temporary name, complete and on the disk; `publish` makes it visible. */
export interface PartialFile extends WrittenFile {
  /** Gives the file its name, or the next free one after it; an existing file is never overwritten. @returns the name */
  publish: (filename: string, reserve: (candidate: string) => Promise<boolean>) => Promise<string>
  /** Takes the published name away again, unless another file has it by now. */
  withdraw: (filename: string) => Promise<void>
  discard: () => Promise<void>
}

/**
 * Streams `source` through `through` into `<folder>/.<id>.<random>.part` and syncs it to the disk: a run that has lost
 * its job without knowing it may still be writing its own. Records are pulled only as fast as the disk takes them.
 * @throws {AppError} `disk-full`; the reason of `signal` when it is aborted. Nothing is left behind then.
 */
export async function writePartial(folder: string, id: string, source: AsyncIterable<unknown>, through: Transform, signal: AbortSignal): Promise<PartialFile> {
  await mkdir(folder, { recursive: true })
  const partial = join(folder, `.${id}.${randomUUID().slice(0, 8)}.part`)
  const discard = () => unlink(partial).catch(() => undefined)
  const hash = createHash('sha256')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.byteLength
      done(null, chunk)
    },
  })
  const handle = await open(partial, 'wx')
  try {
    await pipeline(source, through, meter, (chunks: AsyncIterable<Uint8Array>) => writeAll(handle, chunks), { signal })
    await handle.sync()
  }
  catch (error) {
    await handle.close()
    await discard()
    throw isFull(error) ? new AppError('disk-full', tell('export-disk-full'), { cause: error, retryable: true }) : error
  }
  const { ino, mtimeNs } = await handle.stat({ bigint: true })
  await handle.close()

  async function publish(filename: string, reserve: (candidate: string) => Promise<boolean>): Promise<string> {
    for (let n = 1; ; n++) {
      const candidate = numbered(filename, n)
      if (await exists(join(folder, candidate)) || !(await reserve(candidate)))
        continue
      if (await placeWithoutOverwriting(partial, join(folder, candidate))) {
        await syncFolder(folder)
        return candidate
      }
    }
  }

  async function withdraw(filename: string): Promise<void> {
    const path = join(folder, filename)
    const found = await stat(path, { bigint: true }).catch(() => null)
    // The number alone does not tell: the file of a run after this one, which took ours away, may have got it.
    if (found?.ino === ino && found.mtimeNs === mtimeNs)
      await unlink(path).catch(() => undefined)
  }

  return { bytes, sha256: hash.digest('hex'), publish, withdraw, discard }
}

async function writeAll(handle: FileHandle, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of chunks)
    await handle.appendFile(chunk)
}

/** A hard link fails where the name is taken, so two exports cannot take the same one; some file systems have none. */
async function placeWithoutOverwriting(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    await unlink(from)
    return true
  }
  catch (error) {
    if (codeOf(error) === 'EEXIST')
      return false
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error) ?? ''))
      throw error
    await rename(from, to)
    return true
  }
}

/** Makes the new name survive a power cut; Windows cannot open folders and needs no such thing. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false)
}

function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? '')
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
