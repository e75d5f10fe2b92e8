import type { AddressInfo, Socket } from 'node:net'
import { Buffer } from 'node:buffer'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'

export interface TestSocks extends AsyncDisposable {
  /** `socks5://127.0.0.1:<port>` */
  url: string
  host: string
  /** What it was asked to connect to, in order. */
  asked: string[]
}

export interface TestSocksOptions {
  /** That it wants to see; RFC 1929. */
  credentials?: { username: string, password: string }
  /** Where a connection really goes. */
  reach?: () => { host: string, port: number }
  /** The reply code of RFC 1928, section 6; 0 connects. */
  reply?: number
}

const [noAuthentication, userNameAndPassword, noneAccepted] = [0, 2, 0xFF]

/** A real SOCKS 5 proxy on loopback, for IPv4 addresses; names are not looked up. */
export async function serveSocks({ credentials, reach, reply = 0 }: TestSocksOptions = {}): Promise<TestSocks> {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    sockets.add(client)
    void serve(client).catch(() => client.destroy())
  })

  async function serve(client: Socket): Promise<void> {
    client.on('error', () => client.destroy())
    const methods = [...(await next(client)).subarray(2)]
    const method = credentials ? userNameAndPassword : noAuthentication
    if (!methods.includes(method))
      return void client.end(Buffer.from([5, noneAccepted]))
    client.write(Buffer.from([5, method]))
    if (credentials) {
      const message = await next(client)
      const username = message.subarray(2, 2 + message[1]!)
      const password = message.subarray(3 + username.length)
      const isRight = username.toString() === credentials.username && password.toString() === credentials.password
      client.write(Buffer.from([1, isRight ? 0 : 1]))
      if (!isRight)
        return void client.end()
    }
    const request = await next(client)
    asked.push(request[3] === 1 ? `${[...request.subarray(4, 8)].join('.')}:${request.readUInt16BE(8)}` : `type ${request[3]}`)
    const answer = Buffer.from([5, reply, 0, 1, 0, 0, 0, 0, 0, 0])
    if (reply !== 0)
      return void client.end(answer)
    const onward = connect(reach!())
    sockets.add(onward)
    onward.on('error', () => client.destroy())
    await once(onward, 'connect')
    client.write(answer)
    onward.pipe(client).pipe(onward)
    client.on('close', () => onward.destroy())
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `socks5://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    asked,
    async [Symbol.asyncDispose]() {
      sockets.forEach(socket => socket.destroy())
      server.close()
      await once(server, 'close')
    },
  }
}

async function next(socket: Socket): Promise<Buffer> {
  const [chunk] = await once(socket, 'data') as [Buffer]
  return chunk
}
