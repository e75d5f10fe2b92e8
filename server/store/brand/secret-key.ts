import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'

export interface SecretKeySource {
  /** 32 bytes as 64 hexadecimal digits, from the environment; comes before the file. */
  text?: string | undefined
  /** Where the key is kept when the environment has none: made at the first start, readable by its owner alone. */
  file: string
}

/**
 * The key that brands' secrets are sealed with, 32 bytes.
 * @throws when the file holds something else: a new key would make sealed secrets unreadable for good
 */
export async function loadSecretKey({ text, file }: SecretKeySource): Promise<Buffer> {
  return parse(text ?? await readOrMake(file), text === undefined ? file : 'SECRET_KEY')
}

async function readOrMake(file: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true })
  try {
    // Two processes may start at once: who comes second reads what the first has made.
    await using handle = await open(file, 'wx', 0o600)
    const text = `${randomBytes(32).toString('hex')}\n`
    await handle.writeFile(text)
    await handle.sync()
    return text
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw error
    return readFile(file, 'utf8')
  }
}

function parse(text: string, from: string): Buffer {
  if (!/^[\da-f]{64}$/i.test(text.trim()))
    throw new Error(`${from} holds no key: it must be 64 hexadecimal digits.`)
  return Buffer.from(text.trim(), 'hex')
}
