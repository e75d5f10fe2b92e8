import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Connections that were opened but never said anything, as browsers open them to be ready. Node does not count them
 * as idle, so `closeIdleConnections` leaves them and a closing server would wait for them.
 */
export function trackUnusedConnections(server: Server): { destroy: () => void } {
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  return {
    destroy() {
      for (const socket of open) {
        if (socket.bytesRead === 0)
          socket.destroy()
      }
    },
  }
}
