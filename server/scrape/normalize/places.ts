const COUNTRY_CURRENCY = 'ad EUR,ae AED,af AFN,al ALL,am AMD,ao AOA,ar ARS,at EUR,au AUD,az AZN,ba BAM,bd BDT,be EUR,bg EUR,bh BHD,bn BND,bo BOB,br BRL,bw BWP,by BYN,ca CAD,ch CHF,ci XOF,cl CLP,cm XAF,cn CNY,co COP,cr CRC,cy EUR,cz CZK,de EUR,dk DKK,do DOP,dz DZD,ec USD,ee EUR,eg EGP,es EUR,et ETB,fi EUR,fr EUR,ge GEL,gb GBP,gh GHS,gr EUR,gt GTQ,hk HKD,hn HNL,hr EUR,hu HUF,id IDR,ie EUR,il ILS,in INR,iq IQD,ir IRR,is ISK,it EUR,jm JMD,jo JOD,jp JPY,ke KES,kg KGS,kh KHR,kr KRW,kw KWD,kz KZT,lb LBP,li CHF,lk LKR,lt EUR,lu EUR,lv EUR,ma MAD,mc EUR,md MDL,me EUR,mk MKD,mn MNT,mt EUR,mu MUR,mx MXN,my MYR,ng NGN,ni NIO,nl EUR,no NOK,np NPR,nz NZD,om OMR,pa USD,pe PEN,ph PHP,pk PKR,pl PLN,pt EUR,py PYG,qa QAR,ro RON,rs RSD,ru RUB,sa SAR,se SEK,sg SGD,si EUR,sk EUR,sn XOF,sv USD,th THB,tn TND,tr TRY,tt TTD,tw TWD,tz TZS,ua UAH,ug UGX,uk GBP,us USD,uy UYU,uz UZS,ve VES,vn VND,za ZAR,zm ZMW,zw USD'
/** Countries whose letters alone are also a language or a domain sold to everybody (`sl`, `ms`, `la`): only behind a language, as in `en-LY`. */
const OTHER_COUNTRY_CURRENCY = 'ag XCD,ai XCD,aw AWG,bb BBD,bf XOF,bi BIF,bj XOF,bl EUR,bm BMD,bs BSD,bt BTN,bz BZD,cd CDF,cf XAF,cg XAF,ck NZD,cu CUP,cv CVE,cw XCG,dj DJF,dm XCD,er ERN,fj FJD,fk FKP,fo DKK,ga XAF,gd XCD,gf EUR,gg GBP,gi GIP,gl DKK,gm GMD,gn GNF,gp EUR,gq XAF,gu USD,gw XOF,gy GYD,ht HTG,im GBP,je GBP,ki AUD,km KMF,kn XCD,kp KPW,ky KYD,la LAK,lc XCD,lr LRD,ls LSL,ly LYD,mg MGA,ml XOF,mm MMK,mo MOP,mq EUR,mr MRU,ms XCD,mv MVR,mw MWK,mz MZN,na NAD,nc XPF,ne XOF,nr AUD,pf XPF,pg PGK,pm EUR,pr USD,ps ILS,pw USD,re EUR,rw RWF,sb SBD,sc SCR,sd SDG,sl SLE,sm EUR,so SOS,sr SRD,ss SSP,st STN,sx XCG,sy SYP,sz SZL,tc USD,td XAF,tg XOF,tj TJS,tl USD,tm TMT,to TOP,tv AUD,va EUR,vc XCD,vg USD,vi USD,vu VUV,wf XPF,ws WST,xk EUR,ye YER,yt EUR'
const pairs = (list: string): [string, string][] => list.split(',').map(pair => [pair.slice(0, 2), pair.slice(3)])
const byCountry: ReadonlyMap<string, string> = new Map(pairs(COUNTRY_CURRENCY))
const byRegion: ReadonlyMap<string, string> = new Map(pairs(`${COUNTRY_CURRENCY},${OTHER_COUNTRY_CURRENCY}`))

/** Languages spoken where, in shops at least, one currency is meant. */
const LANGUAGE_CURRENCY = 'ja JPY,ko KRW,he ILS,tr TRY,pl PLN,cs CZK,hu HUF,uk UAH,th THB,vi VND,id IDR,da DKK,sv SEK,nb NOK,no NOK,is ISK,kk KZT,ka GEL,hy AMD,az AZN,mn MNT'
const byLanguage: ReadonlyMap<string, string> = new Map(pairs(LANGUAGE_CURRENCY))

/** Top-level domains sold to everybody: `.co`, `.io`, `.me` and such say nothing about a place. */
const GENERIC = new Set(['co', 'io', 'me', 'tv', 'cc', 'ai', 'to', 'ly', 'am', 'fm', 'in', 'is', 'it'].filter(tld => !['in', 'is', 'it'].includes(tld)))

/**
 * Currencies that the page's place speaks for, the surest first: country code domain, region of a locale in the
 * address (`/en-gb/`, `/nz/en/`, `ar-sa.`), region of the page's language, then the language itself.
 */
export function currenciesByPlace(url: string | null, language: string | null): string[] {
  const found: string[] = []
  const add = (country: string | undefined, currencies = byCountry) => {
    const currency = country && currencies.get(country.toLowerCase())
    if (currency && !found.includes(currency))
      found.push(currency)
  }
  const at = url && URL.canParse(url) ? new URL(url) : null
  if (at) {
    const labels = at.hostname.toLowerCase().split('.')
    const locale = /^\/(?:[a-z]{2,3}[-_]([a-z]{2})|([a-z]{2})(?:[-_/][a-z]{2})?)(?:\/|$)/i.exec(at.pathname)
    const subdomain = /^(?:[a-z]{2}-([a-z]{2})|([a-z]{2}))$/.exec(labels[0] ?? '')
    add(locale?.[1], byRegion)
    add(subdomain?.[1], byRegion)
    const tld = labels.at(-1) ?? ''
    if (!GENERIC.has(tld))
      add(tld)
    if (locale?.[2] && /^\/[a-z]{2}\/[a-z]{2}(?:\/|$)/i.test(at.pathname))
      add(locale[2])
    if (subdomain?.[2] && labels.length > 2)
      add(subdomain[2] === 'en' ? undefined : subdomain[2])
  }
  const region = /^[a-z]{2,3}(?:-[a-z]{4})?[-_]([a-z]{2})\b/i.exec(language ?? '')
  add(region?.[1], byRegion)
  const spoken = byLanguage.get((language ?? '').slice(0, 2).toLowerCase())
  if (spoken && !found.includes(spoken))
    found.push(spoken)
  return found
}
