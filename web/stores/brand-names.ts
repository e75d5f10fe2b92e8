import type { BrandName, LiveEvent } from '../../server/contract/index.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { listBrandNames } from '../api/brands.ts'

/** Events of one moment are answered by one reading, in milliseconds. */
const gatherMs = 500

/** What every brand is called: to choose one from, and to name those that jobs, files and schedules tell the id of. Read when it is first wanted. */
export const useBrandNames = defineStore('brand-names', () => {
  const items = shallowRef<BrandName[]>([])
  /** Asked for, and with an answer. */
  const known = ref(false)
  const byId = computed(() => new Map(items.value.map(({ id, name }) => [id, name])))
  let wanted = false
  let readings = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function load() {
    wanted = true
    const mine = ++readings
    // Without them nothing can be chosen, but everything can be read: the lists say that the server is away.
    const names = await listBrandNames().catch(() => null)
    if (names === null || mine !== readings)
      return
    items.value = names.sort((a, b) => a.name.localeCompare(b.name))
    known.value = true
  }

  async function want() {
    if (!known.value)
      await load()
  }

  function apply(event: LiveEvent) {
    if (event.kind !== 'brand' || !wanted)
      return
    if (event.removed)
      items.value = items.value.filter(({ id }) => id !== event.id)
    timer ??= setTimeout(() => {
      timer = undefined
      void load()
    }, gatherMs)
  }

  const resync = () => wanted ? load() : undefined

  return { items, known, byId, want, apply, resync }
})
