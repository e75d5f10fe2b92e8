const EMPTY = /^(?:n\/?a|none|null|undefined|false|true|nan|sku|unknown|default|-+|_+|0+|\[object object\]|\{.*\}|keine|brak|нет|sans|no)$/i

/** Whether a text can be a shop's number for something: short, one line, no sentence, no placeholder. */
export function isIdentifier(text: string): boolean {
  return text.length > 0 && text.length <= 64 && !EMPTY.test(text) && !/^https?:|[<>]/.test(text) && text.split(' ').length <= 5
}
