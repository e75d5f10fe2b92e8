const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** `products-export-{timestamp}.csv`, the time in UTC without characters that a file system minds. */
export function defaultFilename(at: Date): string {
  return `products-export-${at.toISOString().replaceAll(/[:.]/g, '-')}.csv`
}

/**
 * A caller's file name made safe: one path segment, no control or direction characters, no device name of Windows, no
 * leading dot, at most 150 characters, ending in `.csv`. Null when nothing is left of it.
 */
export function safeFilename(wish: string): string | null {
  const segment = wish.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const stem = segment
    .replaceAll(/[\p{C}\u2028\u2029]/gu, '')
    .replaceAll(/[<>:"|?*%]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replace(/\.csv$/i, '')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '')
  if (stem === '')
    return null
  const short = [...stem].slice(0, 146).join('')
  return `${reserved.test(short) ? '_' : ''}${short}.csv`
}

/** `name.csv`, `name-2.csv`, `name-3.csv`, … */
export function numbered(filename: string, n: number): string {
  return n === 1 ? filename : filename.replace(/\.csv$/, `-${n}.csv`)
}
