interface Cookie {
  name: string
  value: string
  domain: string
  hostOnly: boolean
  path: string
  secure: boolean
  expiresAt: number
}

const most = { cookies: 200, bytes: 4096 }

/** The cookies of one run (RFC 6265, without a public suffix list: a `Domain` needs a dot of its own). Never written to disk. */
export function createCookieJar(now: () => number) {
  const cookies = new Map<string, Cookie>()

  /** Takes the `Set-Cookie` headers of an answer. */
  function take(url: URL, headers: readonly string[]): void {
    for (const header of headers) {
      const cookie = parseCookie(url, header, now())
      if (!cookie)
        continue
      const key = `${cookie.domain};${cookie.path};${cookie.name}`
      cookies.delete(key)
      if (cookie.expiresAt > now() && cookies.size < most.cookies)
        cookies.set(key, cookie)
    }
  }

  /** Cookies that a run begins with, as a `Cookie` header has them; for the host alone, until it sets them anew. */
  function put(url: URL, pairs: string): void {
    take(url, pairs.split(';').map(pair => `${pair.trim()}; Path=/`))
  }

  /** The `Cookie` header for a request, or undefined. */
  function header(url: URL): string | undefined {
    const pairs: string[] = []
    for (const cookie of cookies.values()) {
      if (cookie.expiresAt > now() && belongs(cookie, url))
        pairs.push(`${cookie.name}=${cookie.value}`)
    }
    return pairs.length > 0 ? pairs.join('; ') : undefined
  }

  return { take, put, header }
}
export type CookieJar = ReturnType<typeof createCookieJar>

function parseCookie(url: URL, header: string, now: number): Cookie | null {
  if (header.length > most.bytes)
    return null
  const [pair = '', ...attributes] = header.split(';').map(part => part.trim())
  const equals = pair.indexOf('=')
  if (equals <= 0)
    return null
  const cookie: Cookie = {
    name: pair.slice(0, equals).trim(),
    value: pair.slice(equals + 1).trim(),
    domain: url.hostname,
    hostOnly: true,
    path: url.pathname.slice(0, Math.max(1, url.pathname.lastIndexOf('/'))),
    secure: false,
    expiresAt: Number.POSITIVE_INFINITY,
  }
  for (const attribute of attributes) {
    const [name = '', value = ''] = attribute.split(/=(.*)/s)
    if (!applyAttribute(cookie, name.trim().toLowerCase(), value.trim(), now))
      return null
  }
  return cookie
}

/** False when the attribute makes the cookie void. */
function applyAttribute(cookie: Cookie, name: string, value: string, now: number): boolean {
  if (name === 'domain' && value !== '') {
    const domain = value.replace(/^\./, '').toLowerCase()
    if (!domain.includes('.') || !(cookie.domain === domain || cookie.domain.endsWith(`.${domain}`)))
      return domain === cookie.domain
    cookie.domain = domain
    cookie.hostOnly = false
  }
  else if (name === 'path' && value.startsWith('/')) {
    cookie.path = value
  }
  else if (name === 'secure') {
    cookie.secure = true
  }
  else if (name === 'max-age' && /^-?\d+$/.test(value)) {
    cookie.expiresAt = now + Number(value) * 1000
  }
  else if (name === 'expires' && cookie.expiresAt === Number.POSITIVE_INFINITY && !Number.isNaN(Date.parse(value))) {
    cookie.expiresAt = Date.parse(value)
  }
  return true
}

function belongs(cookie: Cookie, url: URL): boolean {
  const { hostname, pathname } = url
  const host = hostname === cookie.domain || (!cookie.hostOnly && hostname.endsWith(`.${cookie.domain}`))
  const path = pathname === cookie.path || pathname.startsWith(cookie.path.endsWith('/') ? cookie.path : `${cookie.path}/`)
  return host && path && (!cookie.secure || url.protocol === 'https:')
}
