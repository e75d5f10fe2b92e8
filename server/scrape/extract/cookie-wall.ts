import type { Page } from './page.ts'
import { cleanHtml } from '../normalize/text.ts'

/** A wall says little else; a shop's page with a banner on it says more. */
const longest = { titled: 3000, untitled: 1200 }
const TITLE = new RegExp([
  'cookie|before you continue|privacy (?:choices|settings|preferences|options)|your privacy|consent|zustimmung',
  'datenschutz-?einstellungen|bevor sie fortfahren|avant de continuer|antes de continuar|consenso|prima di continuare|toestemming',
  'voordat je verdergaat|samtykke|samtycke|suostumus|zgoda|souhlas|súhlas|hozzájárulás|consimțământ|согласие|куки|onay|çerez|クッキー|同意',
  '쿠키|ملفات تعريف',
].join('|'), 'iu')
/** A shop's own page about its cookies is text, not a wall. */
const ABOUT = /policy|policies|statement|richtlinie|erklärung|hinweise|politique|política|politica|beleid|zásady|polityka|политика|politikası|ポリシー/iu
const COOKIES = /cookie|куки|çerez|クッキー|쿠키|ملفات تعريف الارتباط/iu
const AGREE = /(?<!\p{L})(?:i agree|agree and|agree to|accept|accept all|allow all|akzeptieren|zustimmen|einverstanden|annehmen|accepter|j[’']accepte|tout accepter|aceptar|acepto|aceitar|aceito|accetta|accetto|accepteren|akkoord|toestaan|acceptera|godkänn|godta|godkend|tillad|hyväksy|akceptuję|zgadzam się|přijmout|souhlasím|prijať|elfogadom|accept(?:ați)?|приемам|принять|принимаю|согласен|αποδοχή|kabul et|同意する|同意|동의|أوافق|قبول)(?!\p{L})/iu

/** Whether a page without a product is a question about cookies that stands before the shop's own page. */
export function isCookieWall(page: Page, text: string): boolean {
  if (text.length > longest.titled || !AGREE.test(text) || !COOKIES.test(text))
    return false
  const names = [page.title, ...page.scan.headings.map(cleanHtml)].filter(Boolean)
  if (names.some(name => ABOUT.test(name)))
    return false
  return names.some(name => TITLE.test(name)) || (page.scan.headings.length === 0 && text.length < longest.untitled)
}
