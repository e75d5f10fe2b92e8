import { Buffer } from 'node:buffer'
import { z } from 'zod'
import { tell } from '../../contract/told.ts'
import { fieldError, InvalidInput } from '../../errors.ts'

/** A place in a sorted list: the row's value of the sort, and its id for rows of the same value. */
export const Key = z.tuple([z.union([z.string().max(2000), z.number()]), z.string().max(64)])
export type Key = z.infer<typeof Key>

/** Opaque to clients. Survives the deletion of the row that it was made from. */
export function encodeKey(key: Key): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url')
}

/** @throws {InvalidInput} */
export function decodeKey(cursor: string, path: 'cursor' | 'before'): Key {
  try {
    return Key.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  }
  catch {
    throw new InvalidInput([fieldError(path, tell('no-cursor'))])
  }
}
