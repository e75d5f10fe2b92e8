/**
 * The Encoding Standard's `euc-kr` is windows-949: KS X 1001 and the 8,822 syllables that it lacks, of which ICU, and so
 * Node, reads none. They stand in the order of Unicode in the places that KS X 1001 leaves free: behind lead bytes 0x81 to
 * 0xA0 any trail byte, behind 0xA1 to 0xC6 those below 0xA1.
 */
const known = new TextDecoder('euc-kr')
const syllables = { first: 0xAC00, last: 0xD7A3 }
let lacking: string[] | null = null

/** Bytes of a Korean page as text; what means nothing becomes U+FFFD. */
export function decodeKorean(bytes: Uint8Array): string {
  let text = ''
  let start = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!
    if (lead < 0x81)
      continue
    const trail = bytes[at + 1] ?? 0
    // Below 0xA1 ICU takes lead bytes for control characters.
    const syllable = extension(lead, trail) ?? (lead < 0xA1 ? '\uFFFD' : null)
    // A byte of ASCII that is no trail is a character of its own.
    const length = syllable === '\uFFFD' && trail < 0x80 ? 1 : 2
    if (syllable !== null) {
      text += known.decode(bytes.subarray(start, at)) + syllable
      start = at + length
    }
    at += length - 1
  }
  return text + known.decode(bytes.subarray(start))
}

function extension(lead: number, trail: number): string | null {
  const place = trailPlace(trail)
  if (lead > 0xC6 || place === null || (lead >= 0xA1 && trail >= 0xA1))
    return null
  const index = lead < 0xA1 ? (lead - 0x81) * 178 + place : 32 * 178 + (lead - 0xA1) * 84 + place
  lacking ??= findLacking()
  return lacking[index] ?? null
}

/** Position among the trail bytes: the letters in two cases, then all from 0x81. */
function trailPlace(trail: number): number | null {
  if (trail >= 0x41 && trail <= 0x5A)
    return trail - 0x41
  if (trail >= 0x61 && trail <= 0x7A)
    return trail - 0x61 + 26
  return trail >= 0x81 && trail <= 0xFE ? trail - 0x81 + 52 : null
}

function findLacking(): string[] {
  const pairs = Array.from({ length: (0xC8 - 0xB0 + 1) * 94 }, (_, index) => [0xB0 + Math.floor(index / 94), 0xA1 + index % 94])
  const standard = new Set(known.decode(Uint8Array.from(pairs.flat())))
  return Array.from({ length: syllables.last - syllables.first + 1 }, (_, index) => String.fromCharCode(syllables.first + index)).filter(each => !standard.has(each))
}
