import type { BrandPoliteness, HostThrottle, LiveEvent } from '../../server/contract/index.ts'
import type { ApiProblem } from '../api/problem.ts'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { getPoliteness } from '../api/politeness.ts'
import { isAbort, toProblem } from '../api/problem.ts'

/** The hosts with one more state; an older one never wins. */
export function withThrottle(hosts: readonly HostThrottle[], next: HostThrottle): HostThrottle[] {
  const current = hosts.find(({ host }) => host === next.host)
  return current && current.at >= next.at ? [...hosts] : [next, ...hosts.filter(({ host }) => host !== next.host)]
}

/** How one brand's shop is asked at present. */
export const usePoliteness = defineStore('politeness', () => {
  const politeness = shallowRef<BrandPoliteness | null>(null)
  const problem = shallowRef<ApiProblem | null>(null)
  let controller = new AbortController()
  let id = ''

  async function open(brandId: string) {
    close()
    id = brandId
    controller = new AbortController()
    await read()
  }

  function close() {
    controller.abort()
    politeness.value = null
    problem.value = null
  }

  async function read() {
    const { signal } = controller
    try {
      const fresh = await getPoliteness(id, signal)
      if (signal.aborted)
        return
      const before = politeness.value?.hosts ?? []
      politeness.value = { ...fresh, hosts: before.reduce(withThrottle, fresh.hosts) }
      problem.value = null
    }
    catch (error) {
      if (!isAbort(error) && !signal.aborted)
        problem.value = toProblem(error)
    }
  }

  function apply(event: LiveEvent) {
    const now = politeness.value
    if (now === null)
      return
    const bare = (host: string) => host.replace(/^www\./, '')
    if (event.kind === 'throttle' && bare(event.throttle.host) === bare(now.host))
      politeness.value = { ...now, hosts: withThrottle(now.hosts, event.throttle) }
    if (event.kind === 'settings' || (event.kind === 'brand' && event.id === id && !event.removed))
      void read()
  }

  return { politeness, problem, open, close, apply, resync: read }
})
