import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { tell } from '../../contract/told.ts'
import { AppError } from '../../errors.ts'

/** Seals short texts for the database with a key that is not in it. */
export interface SecretBox {
  /** `context` is where the text belongs (a row's id): sealed for one, it opens for no other. */
  seal: (text: string, context: string) => string
  /** @throws {AppError} `secrets-unreadable` when it was sealed with another key, for another context, or has been changed */
  open: (sealed: string, context: string) => string
}

const version = 'v1.'
const sizes = { key: 32, nonce: 12, tag: 16 } as const

/** AES-256-GCM with a random nonce each time (NIST SP 800-38D); `key` has 32 bytes. */
export function createSecretBox(key: Uint8Array): SecretBox {
  if (key.length !== sizes.key)
    throw new Error(`A key has ${sizes.key} bytes; this one has ${key.length}.`)
  return {
    seal(text, context) {
      const nonce = randomBytes(sizes.nonce)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return version + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    open(sealed, context) {
      try {
        const bytes = Buffer.from(sealed.slice(version.length), 'base64url')
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, sizes.nonce), { authTagLength: sizes.tag })
          .setAAD(Buffer.from(context))
          .setAuthTag(bytes.subarray(sizes.nonce, sizes.nonce + sizes.tag))
        return Buffer.concat([decipher.update(bytes.subarray(sizes.nonce + sizes.tag)), decipher.final()]).toString('utf8')
      }
      catch (cause) {
        throw new AppError('secrets-unreadable', tell('secrets-sealed'), { cause })
      }
    },
  }
}
