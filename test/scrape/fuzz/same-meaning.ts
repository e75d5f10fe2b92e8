import type { Style } from './rewrite.ts'

function pretty(indent: number) {
  return (json: string): string => {
    try {
      return `\n${JSON.stringify(JSON.parse(json), null, indent)}\n`
    }
    catch {
      return json
    }
  }
}
/** As templates that escape everything but ASCII write it. */
function escaped(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json)).replace(/[\u0080-\uFFFF]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).replaceAll('/', '\\/')
  }
  catch {
    return json
  }
}

/** Ways to write a page that change nothing of what it says. */
export const sameMeaning: Readonly<Record<string, Style>> = {
  'attributes in another order': { isReversed: true },
  'single quotes': { quote: '\'' },
  'no quotes': { quote: '' },
  'capital tags': { isUpper: true },
  'comments with prices in them': { between: '<!-- was <b class="price">1.23 €</b> sku: NONE-1 sold out -->' },
  'line breaks and blanks': { between: '\n\n\t   ' },
  'comments within texts': { withinText: '<!-- -->' },
  'one more class everywhere': { addedClass: 'x7kq2' },
  'JSON-LD pretty': { json: pretty(2) },
  'JSON-LD small': { json: pretty(0) },
  'JSON-LD escaped': { json: escaped },
  'JSON-LD in the head': { scripts: 'in the head' },
  'JSON-LD at the end': { scripts: 'at the end' },
  'blanks that do not break': { text: text => text.replace(/(\d) (?=[\p{Sc}\d]|\p{L}{1,3}(?!\p{L}))/gu, '$1\u00A0') },
  'marks of direction around amounts': { text: text => text.replace(/^\s*(?:\p{Sc}\s?)?\d[\d.,\s]*(?:\p{Sc}\s?)?$/u, '\u200E$&\u200F') },
}
