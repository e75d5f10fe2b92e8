/** Who we are, as browsers name us. */
export interface TrustedHosts {
  /** Whether a `Host` value (`name`, `name:port`, `[::1]:port`) names this server. */
  isTrusted: (host: string) => boolean
  /** Whether a page of this `Origin` may change things or listen: the host that was asked, the public address, or an allowed `name:port`. */
  isSameOrigin: (origin: string, host: string) => boolean
}

const loopbackNames = ['localhost', '127.0.0.1', '[::1]']

/** The URL parser is the judge of what a host means: `127.1`, upper case and user-info tricks all end in one form. */
function parseHost(host: string): URL | undefined {
  if (!/^[\w.\-:[\]]+$/.test(host))
    return undefined
  return URL.parse(`http://${host}`) ?? undefined
}

/**
 * The names this server answers to: loopback, `publicUrl` and `allowedHosts` (`name` for any port, or `name:port`).
 * A page of another name that was pointed at our address by its owner (DNS rebinding) is thereby a stranger.
 */
export function createTrustedHosts({ publicUrl, allowedHosts = [] }: { publicUrl?: string, allowedHosts?: readonly string[] }): TrustedHosts {
  const publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl)
  const names = new Set([...loopbackNames, ...publicOrigin ? [publicOrigin.hostname] : []])
  const hosts = new Set<string>()
  for (const allowed of allowedHosts) {
    const parsed = parseHost(allowed)
    if (parsed && /:\d+$/.test(allowed))
      hosts.add(parsed.host)
    else if (parsed)
      names.add(parsed.hostname)
  }

  function isTrusted(host: string): boolean {
    const parsed = parseHost(host)
    return parsed !== undefined && (names.has(parsed.hostname) || hosts.has(parsed.host))
  }

  function isSameOrigin(origin: string, host: string): boolean {
    const from = URL.parse(origin)
    if (!from || !/^https?:$/.test(from.protocol) || from.origin !== origin.toLowerCase())
      return false
    if (from.origin === publicOrigin?.origin || hosts.has(from.host))
      return true
    // A proxy that ends TLS makes the schemes differ, so only the hosts are compared.
    return isTrusted(host) && URL.parse(`${from.protocol}//${host}`)?.host === from.host
  }

  return { isTrusted, isSameOrigin }
}
