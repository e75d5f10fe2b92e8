import type { MiddlewareHandler } from 'hono'
import type { HttpEnv } from '../env.ts'
import { secureHeaders } from 'hono/secure-headers'

/**
 * Scripts come from here and nowhere else. Two things are looser than 'self', each with a reason:
 * - `img-src` any http(s): product pictures live on the shops' servers. No `Referer` goes with them.
 * - `style-src 'unsafe-inline'`: Nuxt UI writes its colours into a <style> element at start. Scraped text is only
 *   ever interpolated by Vue, so there is no way to bring a style of one's own.
 */
const contentSecurityPolicy = {
  defaultSrc: ['\'self\''],
  scriptSrc: ['\'self\''],
  styleSrc: ['\'self\'', '\'unsafe-inline\''],
  imgSrc: ['\'self\'', 'data:', 'https:', 'http:'],
  connectSrc: ['\'self\''],
  fontSrc: ['\'self\'', 'data:'],
  objectSrc: ['\'none\''],
  baseUri: ['\'self\''],
  formAction: ['\'self\''],
  frameAncestors: ['\'none\''],
}

/** Headers of every answer. Strict-Transport-Security only where the public address is https: a laptop has no TLS. */
export function securityHeaders({ publicUrl }: { publicUrl?: string }): MiddlewareHandler<HttpEnv> {
  return secureHeaders({
    contentSecurityPolicy,
    xFrameOptions: 'DENY',
    strictTransportSecurity: publicUrl?.startsWith('https:') ? 'max-age=15552000' : false,
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [], usb: [] },
  })
}
