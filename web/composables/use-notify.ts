import { useToast } from '@nuxt/ui/composables'
import { h } from 'vue'
import { toProblem } from '../api/problem.ts'
import { useProblemText } from './use-problem-text.ts'

/** Short messages in the corner: what worked, and what did not with what to do about it. */
export function useNotify() {
  const toast = useToast()
  const text = useProblemText()

  function success(title: string, link?: { label: string, to: string }) {
    toast.add({
      title,
      color: 'success',
      icon: 'i-lucide-check',
      actions: link ? [{ label: link.label, to: link.to, color: 'neutral', variant: 'outline' }] : [],
    })
  }

  /** Something that the browser does not do; nothing is wrong with the server. */
  function refusal(title: string) {
    toast.add({ title, color: 'warning', icon: 'i-lucide-triangle-alert' })
  }

  function failure(error: unknown) {
    const problem = toProblem(error)
    const raw = text.raw(problem)
    toast.add({
      title: text.title(problem),
      description: () => h('div', { class: 'break-words' }, [
        [text.said(problem), text.advice(problem)].join(' ').trim(),
        raw && h('code', { class: 'mt-1 block text-xs', translate: 'no' }, raw),
      ]),
      color: 'error',
      icon: 'i-lucide-circle-alert',
      duration: 10_000,
    })
  }

  /** Runs an action; true when it worked. A failure is shown, never thrown. */
  async function attempt(action: () => Promise<unknown>, done?: string): Promise<boolean> {
    try {
      await action()
      if (done)
        success(done)
      return true
    }
    catch (error) {
      failure(error)
      return false
    }
  }

  return { success, refusal, failure, attempt }
}
