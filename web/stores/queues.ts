import type { LiveEvent, QueueInfo, QueueName, QueueUpdate } from '../../server/contract/index.ts'
import type { ApiProblem } from '../api/problem.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { toProblem } from '../api/problem.ts'
import { listQueues, pauseQueue, resumeQueue, updateQueue } from '../api/queues.ts'

export const useQueues = defineStore('queues', () => {
  const queues = shallowRef<QueueInfo[]>([])
  const problem = shallowRef<ApiProblem | null>(null)
  const loaded = ref(false)
  const total = computed(() => {
    const sum = { pending: 0, active: 0, completed: 0, failed: 0, delayed: 0, cancelled: 0 }
    for (const { counts } of queues.value) {
      for (const key of Object.keys(sum) as (keyof typeof sum)[])
        sum[key] += counts[key]
    }
    return sum
  })

  function apply(event: LiveEvent) {
    if (event.kind === 'queues' || event.kind === 'snapshot') {
      queues.value = event.queues
      loaded.value = true
      problem.value = null
    }
  }

  async function load() {
    try {
      apply({ kind: 'queues', queues: await listQueues() })
    }
    catch (error) {
      problem.value = toProblem(error)
    }
  }

  async function setPaused(name: QueueName, paused: boolean) {
    replace(await (paused ? pauseQueue(name) : resumeQueue(name)))
  }

  async function setLimits(name: QueueName, changes: QueueUpdate) {
    replace(await updateQueue(name, changes))
  }

  function replace(changed: QueueInfo) {
    queues.value = queues.value.map(queue => queue.name === changed.name ? changed : queue)
  }

  return { queues, total, loaded, problem, apply, load, setPaused, setLimits }
})
