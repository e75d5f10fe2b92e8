import type { Socket } from 'node:net'
import type { Telling } from '../../contract/told.ts'
import { inEnglish } from '../../contract/told.ts'

/** A proxy with its credentials. */
export interface Proxy {
  url: string
  username?: string
  password?: string
}

/** The address that was judged, never a name: no look-up of the proxy's own decides where a request goes. */
export interface TunnelTarget { address: string, port: number }

/** Asks a proxy, over a fresh connection to it, for a way to the target; from then on the socket is that way. Raises `ProxyRefused` for what is worth telling. */
export type Tunnel = (socket: Socket, target: TunnelTarget, proxy: Proxy) => Promise<void>

/** The way through a brand's proxy is shut; says so without the proxy's credentials. Becomes the `proxy-failed` ScrapeError of the request. */
export class ProxyRefused extends Error {
  override readonly name = 'ProxyRefused'
  readonly retryable: boolean
  readonly told: Telling
  constructor(told: Telling, options: { retryable: boolean, cause?: unknown }) {
    super(inEnglish([told]), { cause: options.cause })
    this.told = told
    this.retryable = options.retryable
  }
}
