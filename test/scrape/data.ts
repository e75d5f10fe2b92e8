import { Buffer } from 'node:buffer'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Cases made by others live beside the repository; without them the suites that need them are skipped. */
export const dataRoot = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

export const hasData = existsSync(dataRoot)

export function readCases<Case>(path: string): Case[] {
  return JSON.parse(readFileSync(dataRoot + path, 'utf8')) as Case[]
}

/** Text or base64, as the converters of the cases wrote bytes. */
export function bytesOf(value: { text?: string, base64?: string, bytes_base64?: string } | string): Buffer {
  if (typeof value === 'string')
    return Buffer.from(value)
  return value.text === undefined ? Buffer.from(value.base64 ?? value.bytes_base64 ?? '', 'base64') : Buffer.from(value.text)
}
