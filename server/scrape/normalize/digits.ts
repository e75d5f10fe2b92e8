/** First code point of each block of ten decimal digits that shops write prices in. */
const ZEROS = [0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0x17E0, 0x1040, 0xFF10]
const FOREIGN = /[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0A66-\u0A6F\u0AE6-\u0AEF\u0B66-\u0B6F\u0BE6-\u0BEF\u0C66-\u0C6F\u0CE6-\u0CEF\u0D66-\u0D6F\u0E50-\u0E59\u0ED0-\u0ED9\u17E0-\u17E9\u1040-\u1049\uFF10-\uFF19\u066B\u066C\uFF0C\uFF0E\u2019\u02BC\u00B4\u2032\u00A0\u2009\u202F\u2007\u2002-\u2006\u200A]/g
const PUNCTUATION: Readonly<Record<string, string>> = { '\u066B': '.', '\u066C': ',', '\uFF0C': ',', '\uFF0E': '.', '\u2019': '\'', '\u02BC': '\'', '\u00B4': '\'', '\u2032': '\'' }

/** Digits of every script, full-width forms and the many blanks as plain ASCII; the length does not change. */
export function asciiDigits(text: string): string {
  return text.replace(FOREIGN, (char) => {
    const code = char.charCodeAt(0)
    const zero = ZEROS.find(start => code >= start && code < start + 10)
    return zero === undefined ? PUNCTUATION[char] ?? ' ' : String(code - zero)
  })
}
