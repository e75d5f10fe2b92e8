import type { JobSummary, Told } from '../../server/contract/index.ts'
import { useI18n } from 'vue-i18n'
import { toldText } from '../display/told.ts'
import { useFailureText } from './use-failure-text.ts'
import { useFormat } from './use-format.ts'
import { useWayName } from './use-way-name.ts'

/** The server's texts in the language on screen, numbers and times as its readers write them. */
export function useTold() {
  const i18n = useI18n()
  const { number, exact } = useFormat()
  const failureText = useFailureText()
  const wayName = useWayName()
  /** By its name on screen; as it is where it has none. */
  const named = (key: string, name: string) => i18n.te(key) ? i18n.t('toldName', { name: i18n.t(key) }) : name
  const writer = {
    value: {
      count: number,
      time: exact,
      failure: failureText,
      way: wayName,
      type: (type: string) => named(`jobType.${type}`, type),
      status: (status: string) => named(`status.${status}`, status),
      text: String,
    },
    words: (code: string, values: Record<string, string>, n: number) => i18n.t(`told.${code}`, values, n),
  }
  const toldOr = (told: Told | undefined, text: string) => toldText(told, text, writer)
  return {
    /** What `told` says; `text` where it says nothing, or nothing that is known here. */
    toldOr,
    /** How far a job has come, in words; null when it has not said. */
    progressText: ({ progressNote, progressTold }: Pick<JobSummary, 'progressNote' | 'progressTold'>) => progressNote === null ? null : toldOr(progressTold, progressNote),
  }
}
