import type { ExportFlowRequest } from '../../server/contract/index.ts'
import { computed, ref, shallowRef } from 'vue'
import { useExportFlows } from '../stores/export-flows.ts'
import { useNotify } from './use-notify.ts'
import { useProblemText } from './use-problem-text.ts'

export type ExportScope = Pick<ExportFlowRequest, 'brandId' | 'productIds' | 'filter'>
export type ExportChoices = Omit<ExportFlowRequest, 'brandId' | 'productIds' | 'filter'>

/** The Export button of a page: asks how, starts the flow, and leaves the rest to the tray. */
export function useExportStart() {
  const flows = useExportFlows()
  const notify = useNotify()
  const { fieldErrors } = useProblemText()
  const asked = shallowRef<{ scope: ExportScope, label: string } | null>(null)
  const busy = ref(false)
  const errors = ref<Record<string, string>>({})

  function ask(scope: ExportScope, label: string) {
    errors.value = {}
    asked.value = { scope, label }
  }

  async function start(choices: ExportChoices) {
    if (!asked.value)
      return
    busy.value = true
    try {
      await flows.start({ ...asked.value.scope, ...choices }, asked.value.label)
      asked.value = null
    }
    catch (error) {
      errors.value = fieldErrors(error)
      notify.failure(error)
    }
    busy.value = false
  }

  const dialog = computed(() => ({
    label: asked.value?.label ?? '',
    scope: asked.value?.scope ?? {},
    canRefresh: asked.value?.scope.brandId !== undefined,
    busy: busy.value,
    errors: errors.value,
  }))

  return { asked, dialog, ask, start, close: () => asked.value = null }
}
