/** An amount with its last digit that is no zero changed, so that it stays about as high. */
export function near(amount: string): string {
  return amount.replace(/([1-9])(0*(?:\.0*)?)$/, (_, digit: string, zeros: string) => (digit === '1' ? '2' : String(Number(digit) - 1)) + zeros)
}

/** Every spelling of an amount (`1299.9`): with a point or comma, grouped, with cents, as a number of cents. */
function spellings(amount: string): string[] {
  const [whole = '', fraction = ''] = amount.split('.')
  const grouped = whole.length > 3 ? [',', '.', ' ', '\u00A0', '\u202F', '\'', '’', '&nbsp;', '&#160;'].map(sign => whole.replace(/\B(?=(?:\d{3})+$)/g, sign)) : []
  const short = fraction.replace(/0+$/, '')
  const long = fraction.padEnd(2, '0')
  const ends = ['.', ','].flatMap(sign => [...new Set([long, short, short === '' ? '0' : '', long.padEnd(3, '0'), long.padEnd(4, '0'), long.padEnd(6, '0')])].filter(Boolean).map(end => sign + end))
  const wholes = [whole, ...grouped]
  return [...wholes.flatMap(each => ends.map(end => each + end)), ...(short === '' ? wholes : []), whole + long]
}

/** The page with another price: the same digits changed wherever the amount stands, whatever its notation. */
export function withOtherPrice(html: string, amount: string, other: string): string {
  const to = spellings(other)
  const pairs = new Map(spellings(amount).map((text, index) => [text, to[index] ?? text]))
  const alternatives = [...pairs.keys()].sort((a, b) => b.length - a.length).map(text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return html.replace(new RegExp(`(?<![\\d]|\\d[.,])(?:${alternatives.join('|')})(?!\\d|[.,]\\d)`, 'g'), text => pairs.get(text) ?? text)
}
