import { decodeHTML } from 'entities'

const INVISIBLE = /[\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]/g
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\v\f\u000E-\u001F\u007F-\u009F]/g
const BLOCK_TAG = /<(?:br|\/?(?:p|div|li|ul|ol|tr|table|h[1-6]|section|article|dd|dt|dl|blockquote|pre))\b[^<>]{0,2000}>/gi
const TAG = /<\/?[a-z!][^<>]{0,5000}>/gi
const HAS_TAG = /<\/?[a-z][^<>]{0,5000}>/i

/** One line of text: entities decoded, invisible and control characters dropped, every run of white space one blank. */
export function cleanText(text: string): string {
  const decoded = text.includes('&') ? decodeHTML(text) : text
  return decoded.replace(CONTROL, ' ').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
}

/** Text of a value that may itself be HTML, perhaps escaped once more: block ends become line breaks, other tags vanish. */
export function cleanHtml(html: string): string {
  let text = html.slice(0, 200_000)
  if (!HAS_TAG.test(text) && /&(?:amp;)?lt;/.test(text))
    text = decodeHTML(text)
  if (HAS_TAG.test(text))
    text = without('style', without('script', text)).replace(BLOCK_TAG, '\n').replace(TAG, ' ')
  return text.split('\n').map(cleanText).filter(Boolean).join('\n')
}

/** Drops an element with its content; by search, not by one regular expression, which would be quadratic on unclosed tags. */
function without(tag: string, html: string): string {
  const lower = html.toLowerCase()
  let kept = ''
  let from = 0
  for (let start = lower.indexOf(`<${tag}`); start >= 0; start = lower.indexOf(`<${tag}`, from)) {
    const end = lower.indexOf(`</${tag}`, start)
    kept += html.slice(from, start)
    from = end < 0 ? html.length : end
    if (end < 0)
      break
  }
  return kept + html.slice(from)
}
