import type { Told } from '../../contract/told.ts'
import type { Merged } from './merge.ts'
import type { Page } from './page.ts'
import { tell } from '../../contract/told.ts'
import { cleanHtml } from '../normalize/text.ts'
import { isCookieWall } from './cookie-wall.ts'

export type PageKind = 'product' | 'soft-404' | 'blocked' | 'needs-javascript' | 'not-a-product'

export interface Verdict {
  kind: PageKind
  /** In words for a person, or null for a product. */
  reason: Told | null
}

const BLOCK_TITLE = /^(?:just a moment|attention required|access (?:to this page has been )?denied|pardon our interruption|are you (?:a )?(?:human|robot)|robot check|bot verification|security check|please verify|verify you are human|ddos-guard|checking your browser|request (?:blocked|rejected)|you have been blocked|human verification|captcha|un momento|einen moment|503 service|403 forbidden|forbidden)/i
const BLOCK_MARKERS: readonly (readonly [RegExp, string])[] = [
  [/\/cdn-cgi\/challenge-platform|cf-browser-verification|_cf_chl_opt/, 'Cloudflare challenge'],
  [/px-captcha|_pxAppId|perimeterx/i, 'PerimeterX challenge'],
  [/captcha-delivery\.com|geo\.captcha/i, 'DataDome challenge'],
  [/_Incapsula_Resource|incident id/i, 'Imperva challenge'],
  [/ak_bmsc|\/_sec\/cp_challenge|akamai.{0,40}reference/i, 'Akamai challenge'],
  [/aws-waf-token|awsWafCookieDomainList/i, 'AWS WAF challenge'],
  [/ddos-guard/i, 'DDoS-Guard challenge'],
]
const NOT_FOUND = /(?:^|[^\p{L}])(?:404|page not found|not found|product not found|no longer exists|page (?:doesn[’']t|does not) exist|can[’']t find (?:that|the|this) page|seite nicht gefunden|nicht gefunden|page introuvable|página no encontrada|no encontrad[oa]|página não encontrada|pagina non trovata|pagina niet gevonden|strona nie (?:została znaleziona|istnieje)|stránka nenalezena|sidan (?:hittades inte|kunde inte hittas)|siden (?:blev ikke fundet|finnes ikke)|sivua ei löy|страница не найдена|товар не найден|sayfa bulunamadı|ページが見つかりません|页面不存在|找不到|페이지를 찾을 수 없)(?!\p{L})/iu
const SCRIPT_APP = /<(?:div|main|section)[^>]{1,200}\bid=["']?(?:root|app|__next|__nuxt|main-app|react-root|gatsby|___gatsby|q-app|ember-app)\b/i
const NEEDS_SCRIPT = /enable javascript|javascript (?:is )?(?:required|disabled|must be)|need to enable javascript|javascript aktivieren|activer javascript|activez javascript|habilitar? javascript|включите javascript|turn on javascript/i

/** Tells what a page without a readable product is, from its text; a page that merely mentions a captcha is not blocked. */
export function judgePage(page: Page, { draft, evidence }: Pick<Merged, 'draft' | 'evidence'>): Verdict {
  // A number that only the address holds may be a story's: what the page says itself makes a product.
  const hasNumber = draft.sku !== null && evidence.sku?.source !== 'page'
  const hasProduct = draft.name !== null && (draft.priceMinor !== null || hasNumber || draft.gtin !== null || draft.availability !== null || draft.brand !== null)
  const strong = draft.priceMinor !== null && draft.name !== null
  if (strong)
    return { kind: 'product', reason: null }
  const text = visibleText(page)
  const short = text.length < 3000
  const marker = short ? BLOCK_MARKERS.find(([pattern]) => pattern.test(page.html.slice(0, 300_000))) : undefined
  if (BLOCK_TITLE.test(page.title) || (marker && !hasProduct))
    return { kind: 'blocked', reason: [tell('bot-protection', { raw: marker?.[1] ?? page.title.slice(0, 80) })] }
  const heading = page.scan.headings.map(cleanHtml).join(' ')
  if (NOT_FOUND.test(page.title) || NOT_FOUND.test(heading))
    return { kind: 'soft-404', reason: [tell('page-denies-itself', { raw: (NOT_FOUND.test(page.title) ? page.title : heading).slice(0, 80) })] }
  if (hasProduct)
    return { kind: 'product', reason: null }
  if (isCookieWall(page, text))
    return { kind: 'blocked', reason: [tell('cookie-wall')] }
  if (text.length < 600 && (SCRIPT_APP.test(page.html.slice(0, 500_000)) || NEEDS_SCRIPT.test(page.html.slice(0, 500_000)) || page.scan.scripts.length > 3))
    return { kind: 'needs-javascript', reason: [tell('empty-until-scripts')] }
  return { kind: 'not-a-product', reason: [tell(draft.name === null ? 'no-product-named' : 'nothing-of-a-product')] }
}

function visibleText(page: Page): string {
  const start = page.html.search(/<body/i)
  return cleanHtml(page.html.slice(Math.max(0, start), Math.max(0, start) + 200_000))
}
