const known = new Map<string, string | null>()

/** The Encoding Standard's name for a label (`latin1` → `windows-1252`); null when it knows none. */
export function encodingOf(label: string): string | null {
  const key = label.trim().toLowerCase()
  if (key.length > 40)
    return null
  const cached = known.get(key)
  if (cached !== undefined)
    return cached
  const name = lookUp(key)
  if (known.size < 500)
    known.set(key, name)
  return name
}

function lookUp(label: string): string | null {
  try {
    return new TextDecoder(label).encoding
  }
  catch {
    return null
  }
}
