import type { LiveEvent } from '../../server/contract/event.ts'
import type { LinkStatus, LiveSocket } from '../api/socket.ts'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { createLiveSocket } from '../api/socket.ts'

/** Something that follows the live stream: `resync` reads again what it shows, because changes may have been missed. */
export interface Follower {
  apply: (event: LiveEvent) => void
  resync?: () => void | Promise<void>
}

/** Address of the live stream; with `jobId` it also carries that job's timeline lines. */
export function eventsUrl(jobId?: string, location: Pick<Location, 'protocol' | 'host'> = window.location): string {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  return `${scheme}://${location.host}/api/events${jobId === undefined ? '' : `?job=${encodeURIComponent(jobId)}`}`
}

/** The one connection that the whole dashboard shares, and what is known about it. */
export const useLive = defineStore('live', () => {
  const status = shallowRef<LinkStatus>({ state: 'connecting', retryAt: null, attempt: 0 })
  const lostAt = ref<number | null>(null)
  const followers = new Set<Follower>()
  let socket: LiveSocket | null = null
  let snapshots = 0

  function resync() {
    for (const follower of followers)
      void follower.resync?.()
  }

  function receive(events: LiveEvent[]) {
    for (const event of events) {
      for (const follower of followers)
        follower.apply(event)
      // The first snapshot finds pages that have just read their data; every later one means that something was missed.
      if (event.kind === 'snapshot' && snapshots++ > 0)
        resync()
    }
  }

  function follow(follower: Follower): () => void {
    followers.add(follower)
    return () => void followers.delete(follower)
  }

  function start() {
    socket = createLiveSocket({
      url: eventsUrl(),
      onMessage: receive,
      onPoll: resync,
      onStatus: (next) => {
        status.value = next
        lostAt.value = next.state === 'live' || next.state === 'connecting' ? null : lostAt.value ?? Date.now()
      },
    })
    socket.start()
    window.addEventListener('online', reconnectNow)
  }

  function reconnectNow() {
    socket?.reconnectNow()
  }

  return { status, lostAt, follow, receive, start, reconnectNow }
})
