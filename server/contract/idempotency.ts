import { z } from 'zod'
import { fieldWords } from './told/field-words.ts'

/** A client's name for one request: visible ASCII, as in draft-ietf-httpapi-idempotency-key-header. */
export const IdempotencyKey = z.string().min(1).max(255).regex(/^[\x21-\x7E]+$/, { error: fieldWords['visible-ascii'] })

/** How long a key is remembered, in milliseconds. */
export const idempotencyKeptMs = 24 * 60 * 60 * 1000
