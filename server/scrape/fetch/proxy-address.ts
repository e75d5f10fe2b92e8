import { portOf } from './address-policy.ts'

export type ProxyScheme = 'http' | 'https' | 'socks5'

/** Where a proxy is, and how it is spoken to. */
export interface ProxyAddress {
  scheme: ProxyScheme
  /** The same host and port as an address of the web: only there are all spellings of an IP address one. */
  url: URL
  port: number
}

/** As registered with IANA. */
const socksPort = '1080'

/** @returns null for what is no proxy's address */
export function proxyAddress(text: string): ProxyAddress | null {
  const scheme = /^(https?|socks5):/i.exec(text)?.[1]?.toLowerCase() as ProxyScheme | undefined
  if (scheme === undefined || !URL.canParse(text))
    return null
  const { host, hostname, port } = new URL(text)
  const web = scheme === 'socks5' ? `http://${hostname}:${port || socksPort}` : `${scheme}://${host}`
  if (!URL.canParse(web))
    return null
  const url = new URL(web)
  return { scheme, url, port: portOf(url) }
}

/** Ports below 1024 that belong to other services than proxies (mail, remote shells, files) may not be spoken to. */
export function isProxyPort(port: number): boolean {
  return port === 80 || port === 443 || port >= 1024
}
