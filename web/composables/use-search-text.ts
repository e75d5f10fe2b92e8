import { onScopeDispose, ref, watch } from 'vue'

/** How long the viewer must have paused, in milliseconds, before what is typed is searched for. */
const pauseMs = 250

/**
 * The text of a search box. `send` gets it without spaces around it once the viewer pauses, so that not every key is a
 * request; what comes back as `searched` changes the box only when it is not what was sent: typing goes on undisturbed.
 */
export function useSearchText(searched: () => string | undefined, send: (value: string | undefined) => void) {
  const text = ref(searched() ?? '')
  let sent = searched()
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => clearTimeout(timer))

  watch(searched, (value) => {
    if (value === sent)
      return
    clearTimeout(timer)
    sent = value
    text.value = value ?? ''
  }, { flush: 'sync' })

  function submit() {
    clearTimeout(timer)
    const value = text.value.trim() || undefined
    if (value === sent)
      return
    sent = value
    send(value)
  }

  function typed() {
    clearTimeout(timer)
    timer = setTimeout(submit, pauseMs)
  }

  return { text, typed, submit }
}
