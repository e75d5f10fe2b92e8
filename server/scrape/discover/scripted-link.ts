import type { Node } from './page-tree.ts'

const GOES_TO = /(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\(|window\.open\()\s*(["'])([^"'\s]{1,2000})\1/
const NAMES = ['data-href', 'data-link', 'data-url', 'data-product-url', 'data-target-url', 'data-permalink'] as const

/** Where a script leads someone who clicks an element that is no link: from its `onclick` or the attribute that themes keep it in. */
export function scriptedLink({ attributes }: Node): string | null {
  return GOES_TO.exec(attributes.onclick ?? '')?.[2] ?? NAMES.map(name => attributes[name]).find(value => value !== undefined && /^(?:https?:)?[^\s:{]+$/.test(value)) ?? null
}
