import type { Socket } from 'node:net'
import type { Proxy, Tunnel } from './tunnel.ts'
import { Buffer } from 'node:buffer'
import { isIP } from 'node:net'
import { tell } from '../../contract/told.ts'
import { ProxyRefused } from './tunnel.ts'

const mostHeaderBytes = 16 * 1024

/** Asks an HTTP proxy by CONNECT, RFC 9110 section 9.3.6. Raises `ProxyRefused`. */
export const httpTunnel: Tunnel = async (socket, { address, port }, proxy) => {
  const authority = `${isIP(address) === 6 ? `[${address}]` : address}:${port}`
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${authorization(proxy)}\r\n`)
  const status = await answeredStatus(socket)
  if (status < 200 || status > 299)
    throw refusal(status)
}

function authorization({ username, password }: Proxy): string {
  return username === undefined && password === undefined ? '' : `Proxy-Authorization: Basic ${Buffer.from(`${username ?? ''}:${password ?? ''}`).toString('base64')}\r\n`
}

function refusal(status: number): ProxyRefused {
  if (status === 407)
    return new ProxyRefused(tell('proxy-login-answered', { http: '407' }), { retryable: false })
  return new ProxyRefused(tell('proxy-does-not-connect', { http: String(status) }), { retryable: status >= 500 || status === 429 })
}

/** Reads the head of the proxy's answer; what comes after it is left in the socket. */
function answeredStatus(socket: Socket): Promise<number> {
  return new Promise((resolve, reject) => {
    let head = Buffer.alloc(0)
    function settle(act: () => void): void {
      socket.off('data', onData).off('error', onError).off('close', onClose)
      socket.pause()
      act()
    }
    function onError(error: Error): void {
      settle(() => reject(error))
    }
    function onClose(): void {
      settle(() => reject(new ProxyRefused(tell('proxy-closed'), { retryable: true })))
    }
    function onData(chunk: Buffer): void {
      head = Buffer.concat([head, chunk])
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) {
        if (head.length > mostHeaderBytes)
          onError(new ProxyRefused(tell('proxy-is-none'), { retryable: false }))
        return
      }
      const status = /^HTTP\/1\.[01] (\d{3})\b/.exec(head.toString('latin1', 0, end))?.[1]
      const rest = head.subarray(end + 4)
      settle(() => {
        if (rest.length > 0)
          socket.unshift(rest)
        if (status === undefined)
          return reject(new ProxyRefused(tell('proxy-is-none'), { retryable: false }))
        resolve(Number(status))
      })
    }
    socket.on('data', onData).on('error', onError).on('close', onClose)
  })
}
