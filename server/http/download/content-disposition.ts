/** Bidirectional controls can make `fdp.exe` look like `exe.pdf`; other control characters have no place in a name. */
const unwanted = /[\p{Cc}\p{Cf}\u2028\u2029]/gu
const MAX_LENGTH = 200

/** RFC 8187 ext-value: everything but attr-char is percent-encoded UTF-8. */
function extValue(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}

/**
 * `Content-Disposition: attachment` with the name twice, as RFC 6266 asks: `filename` in plain ASCII for old
 * clients (no `%`, which some decode, and nothing that needs escaping) and, where that lost something, `filename*`.
 */
export function contentDisposition(filename: string): string {
  const name = filename.toWellFormed().normalize('NFC').replace(unwanted, '').replace(/[/\\]/g, '_').slice(0, MAX_LENGTH).toWellFormed() || 'download'
  const ascii = name.replace(/[^\x20-\x7E]|["%]/gu, '_')
  return `attachment; filename="${ascii}"${ascii === name ? '' : `; filename*=UTF-8''${extValue(name)}`}`
}
