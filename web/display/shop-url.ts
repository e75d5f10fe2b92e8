/** Why an address cannot be a shop's; null when it can. The server checks again and knows more (private networks). */
export type UrlFault = 'urlRequired' | 'urlInvalid' | 'urlScheme' | 'urlCredentials'

/** What was typed as an address: `shop.example` means `https://shop.example`. */
export function completeUrl(typed: string): string {
  const text = typed.trim()
  return text === '' || /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`
}

export function urlFault(typed: string): UrlFault | null {
  const text = completeUrl(typed)
  if (text === '')
    return 'urlRequired'
  if (!URL.canParse(text))
    return 'urlInvalid'
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return 'urlScheme'
  if (url.username !== '' || url.password !== '')
    return 'urlCredentials'
  const isName = url.hostname.includes('.') || url.hostname === 'localhost' || url.hostname.startsWith('[')
  return isName ? null : 'urlInvalid'
}
