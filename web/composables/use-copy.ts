import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { copyText } from '../display/copy.ts'
import { useNotify } from './use-notify.ts'

const shownMs = 2000

/** Copies text, and says so where the browser does not let it; `copied` is true for two seconds after it did. */
export function useCopy() {
  const { t } = useI18n()
  const notify = useNotify()
  const copied = ref(false)

  /** @returns whether it worked */
  async function copy(text: string): Promise<boolean> {
    copied.value = await copyText(text)
    if (copied.value)
      setTimeout(() => copied.value = false, shownMs)
    else
      notify.refusal(t('common.copyRefused'))
    return copied.value
  }

  return { copied, copy }
}
