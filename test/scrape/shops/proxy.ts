import type { AddressInfo, Socket } from 'node:net'
import { Buffer } from 'node:buffer'
import { createServer } from 'node:http'
import { connect } from 'node:net'

export interface TestProxy extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  url: string
  host: string
  /** What it was asked to connect to, in order. */
  asked: string[]
  /** Ends and stops listening, as a proxy that dies. */
  stop: () => Promise<void>
}

export interface TestProxyOptions {
  /** `user:password` that it wants to see. */
  credentials?: string
  /** Where a connection really goes: a proxy on the internet has the whole of it, this one only loopback. */
  reach?: (authority: string) => { host: string, port: number }
  /** Answers CONNECT with this status instead of connecting. */
  status?: number
}

/** A real CONNECT proxy on loopback that remembers what it was asked for; anything but CONNECT is refused. */
export async function serveProxy({ credentials, reach = split, status }: TestProxyOptions = {}): Promise<TestProxy> {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((_, response) => response.writeHead(405).end())
  server.on('connect', ({ url = '', headers }, client: Socket, head: Buffer) => {
    asked.push(url)
    sockets.add(client)
    client.on('error', () => client.destroy())
    const wanted = credentials === undefined ? undefined : `Basic ${Buffer.from(credentials).toString('base64')}`
    const refused = wanted === undefined || headers['proxy-authorization'] === wanted ? status : 407
    if (refused !== undefined)
      return client.end(`HTTP/1.1 ${refused} No\r\nContent-Length: 0\r\n\r\n`)
    const onward = connect(reach(url), () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.write(head)
      onward.pipe(client).pipe(onward)
    })
    sockets.add(onward)
    onward.on('error', () => client.destroy())
    client.on('close', () => onward.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  async function stop(): Promise<void> {
    sockets.forEach(socket => socket.destroy())
    await new Promise(resolve => server.close(resolve))
  }

  return { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, asked, stop, [Symbol.asyncDispose]: stop }
}

function split(authority: string): { host: string, port: number } {
  const at = authority.lastIndexOf(':')
  return { host: authority.slice(0, at), port: Number(authority.slice(at + 1)) }
}
