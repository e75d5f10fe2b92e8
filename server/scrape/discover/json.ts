/** A JSON object from a stranger. */
export type JsonObject = Record<string, unknown>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function objects(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** A non-empty text; numbers count, since shops write ids both ways. */
export function text(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value))
    return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** A plain decimal (`"12.50"`, `12.5`) as text; null for anything else. */
export function decimal(value: unknown): string | null {
  const string = text(value)
  return string !== null && /^\d{1,15}(?:\.\d{1,10})?$/.test(string) ? string : null
}

export function integer(value: unknown): number | null {
  const string = text(value)
  return string !== null && /^\d{1,15}$/.test(string) ? Number(string) : null
}

/** ISO 8601 in UTC, or null. */
export function timestamp(value: unknown): string | null {
  const string = text(value)
  const time = string === null ? Number.NaN : Date.parse(string)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/** Absolute addresses from protocol-relative ones. */
export function absolute(value: unknown, base: string): string | null {
  const string = text(value)
  if (string === null || !URL.canParse(string, base))
    return null
  const url = new URL(string, base)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
}
