/** One way of leaving something out of a page, to see what the other sources make of the rest. */
export interface Ablation {
  name: string
  strip: (html: string) => string
}

const SCRIPT = /<script(\s[^>]*)?>[\s\S]*?<\/script\s*>/gi
const LD = /ld\+json|json\+ld/i
const NAMED_META = /<meta\s[^>]*(?:property|name)\s*=\s*["']?(?:og|product|twitter|books|fb|dc|dcterms|sku|price|brand|availability|currency|description|productid)\b[^>]*>/gi
const MARKUP = /\s(itemprop|itemscope|itemtype|itemid|itemref|typeof|vocab)(?=[\s=>/])/gi
/** Attributes that hold the product for scripts: JSON, and `data-price` and its like. */
const DATA = /\sdata-[\w-]*(?:product|price|sku|variant|brand|gtin|item|ecommerce|gtm|stock|amount|currency)[\w-]*\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi
const JSON_ATTRIBUTE = /\s[\w:-]+\s*=\s*(?:"(?:\{|\[|&#x?7b;|\{&quot;|\[\{&quot;)[^"]*"|'\s*[{[][^']*')/gi

const noJsonLd = (html: string) => html.replace(SCRIPT, (script, tag: string | undefined) => (LD.test(tag ?? '') ? '' : script))
const noMarkup = (html: string) => html.replace(MARKUP, ' data-was-$1')
const noMeta = (html: string) => html.replace(NAMED_META, '')
const noState = (html: string) => html.replace(SCRIPT, (script, tag: string | undefined) => (LD.test(tag ?? '') ? script : '')).replace(DATA, '').replace(JSON_ATTRIBUTE, '')

const NAMES = /\s(class|id|for|data-(?:test|testid|qa|auto-id)|aria-(?:controls|labelledby))\s*=\s*("[^"]*"|'[^']*')/gi

/** Names that say nothing, the same for the same: as where a build step shortens them. */
function renamed(html: string): string {
  const known = new Map<string, string>()
  const shortened = (name: string) => known.get(name) ?? known.set(name, `z${known.size}`).get(name)!
  return html.replace(NAMES, (_, attribute: string, value: string) => ` ${attribute}="${value.slice(1, -1).split(/\s+/).filter(Boolean).map(shortened).join(' ')}"`)
}

/**
 * Each source left out of every page in turn, then all but what a visitor sees. Rules that only hold because a better
 * source usually outvotes them fall through here: the nearest thing to pages nobody has looked at.
 */
export const ablations: readonly Ablation[] = [
  { name: 'no JSON-LD', strip: noJsonLd },
  { name: 'no microdata, no RDFa', strip: noMarkup },
  { name: 'no OpenGraph, no meta tags', strip: noMeta },
  { name: 'no embedded state', strip: noState },
  { name: 'neither JSON-LD, microdata nor meta tags', strip: html => noMeta(noMarkup(noJsonLd(html))) },
  { name: 'classes and ids renamed', strip: renamed },
  { name: 'only visible text and the markup of platforms', strip: html => noState(noMeta(noMarkup(noJsonLd(html)))) },
]
