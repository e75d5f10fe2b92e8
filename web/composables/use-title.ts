import type { MaybeRefOrGetter } from 'vue'
import { toValue, watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'

/** The browser tab's title, kept up to date while the calling page is on screen. */
export function useTitle(title: MaybeRefOrGetter<string>) {
  const { t } = useI18n()
  watchEffect(() => {
    document.title = t('app.title', { page: toValue(title) })
  })
}
