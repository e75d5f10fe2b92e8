import type { AddressInfo, Socket } from 'node:net'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'

export interface Relay extends AsyncDisposable {
  readonly port: number
  /** From now on connections go there; those there are break. */
  to: (port: number) => void
}

/** One address before several servers, as a name that is moved in a failover. */
export async function startRelay(first: number): Promise<Relay> {
  let target = first
  const open = new Set<Socket>()
  const server = createServer((client) => {
    const behind = connect(target, '127.0.0.1')
    for (const [socket, other] of [[client, behind], [behind, client]] as const) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
      socket.pipe(other)
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => open.forEach(socket => socket.destroy())
  return {
    port: (server.address() as AddressInfo).port,
    to(port) {
      target = port
      cut()
    },
    async [Symbol.asyncDispose]() {
      server.close()
      cut()
      await once(server, 'close')
    },
  }
}
