import { isTag, isText } from 'domhandler'
import { cleanText } from '../normalize/text.ts'
import { parseBounded } from './dom.ts'
import { brandOfElement } from './text/brand-text.ts'

/** The brand that a piece of HTML shows: its text, else the alternative text or title of the picture it is; null when there is none. */
export function extractBrand(html: string): string | null {
  const { children } = parseBounded(html)
  const element = children.find(isTag)
  if (element && children.filter(child => !isText(child) || child.data.trim() !== '').length === 1)
    return brandOfElement(element)
  const text = cleanText(children.map(child => (isText(child) ? child.data : '')).join(' '))
  return text !== '' && text.length < 50 ? text : null
}
