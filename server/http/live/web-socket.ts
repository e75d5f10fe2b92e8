import type { WSEvents } from 'hono/ws'
import type { WebSocket } from 'ws'
import type { LiveSink } from './connection.ts'
import type { Encode } from './frame.ts'
import type { LiveHub } from './hub.ts'
import { Buffer } from 'node:buffer'

/** One message is a JSON array of changes (`LiveMessage` of the contract). */
const encode: Encode = frames => Buffer.from(`[${frames.map(({ json }) => json).join(',')}]`)

function createSocketSink(socket: WebSocket): LiveSink {
  let alive = true
  socket.on('pong', () => {
    alive = true
  })

  function beat(): void {
    if (!alive)
      return socket.terminate()
    alive = false
    socket.ping()
  }

  return {
    encode,
    send(bytes) {
      if (socket.readyState === socket.OPEN)
        socket.send(bytes, { binary: false })
    },
    bufferedBytes: () => socket.bufferedAmount,
    beat,
    close: (code, reason) => socket.close(code, reason),
    terminate: () => socket.terminate(),
  }
}

/** Connects an upgraded socket with the hub. What the client says is not listened to. */
export function joinBySocket(hub: LiveHub, jobId: string | undefined): WSEvents<unknown> {
  let leave: (() => void) | undefined
  return {
    onOpen(_, ws) {
      leave = hub.join(createSocketSink(ws.raw as WebSocket), { jobId })
    },
    onClose: () => leave?.(),
    // A frame that breaks the protocol or the size limit: ws closes the socket itself, and then onClose comes.
    onError: () => {},
  }
}
