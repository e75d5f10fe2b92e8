import type { Tunnel } from './tunnel.ts'
import { Buffer } from 'node:buffer'
import { SocksClient } from 'socks'
import { tell } from '../../contract/told.ts'
import { ProxyRefused } from './tunnel.ts'

/** RFC 1929 says each of them in one byte of length. */
const longestCredential = 255

/** Asks a SOCKS 5 proxy, RFC 1928, with a user name and password (RFC 1929) where the brand has them. Raises `ProxyRefused`. */
export const socksTunnel: Tunnel = async (socket, { address, port }, { username, password }) => {
  const hasCredentials = username !== undefined || password !== undefined
  if ([username, password].some(text => Buffer.byteLength(text ?? '') > longestCredential))
    throw new ProxyRefused(tell('proxy-login-long'), { retryable: false })
  const { remoteAddress: host = 'proxy', remotePort } = socket
  try {
    await SocksClient.createConnection({
      command: 'connect',
      destination: { host: address, port },
      proxy: { host, port: remotePort ?? 1080, type: 5, ...(hasCredentials ? { userId: username ?? '', password: password ?? '' } : {}) },
      existing_socket: socket,
    })
  }
  catch (error) {
    // The library's error holds the credentials: only its words go on.
    throw socket.errored instanceof ProxyRefused ? socket.errored : refusal(error instanceof Error ? error.message : '')
  }
}

function refusal(message: string): ProxyRefused {
  const [, answer] = /rejected connection - (\w+)/.exec(message) ?? []
  if (answer !== undefined)
    return new ProxyRefused(tell('proxy-does-not-connect', { http: answer }), { retryable: !/NotAllowed|NotSupported/.test(answer) })
  if (/authentication/i.test(message))
    return new ProxyRefused(tell('proxy-login-refused'), { retryable: false })
  if (/invalid Socks5/i.test(message))
    return new ProxyRefused(tell('proxy-is-none'), { retryable: false })
  return new ProxyRefused(tell('proxy-broke'), { retryable: true })
}
