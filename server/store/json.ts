import type { z } from 'zod'

/** Reads a JSON column through its schema; a value that does not fit (written by an older version) becomes `fallback`. */
export function readJson<T, Fallback extends T | null = T>(schema: z.ZodType<T>, text: string | null, fallback: Fallback): T | Fallback {
  if (text === null)
    return fallback
  const parsed = schema.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : fallback
}
