import type { JobSummary, Told, ToldFailure, ToldNote } from '../../server/contract/index.ts'
import type { ToldWriter } from '../display/told.ts'
import { useI18n } from 'vue-i18n'
import { failureTitle, sentence } from '../display/failure-text.ts'
import { toldText } from '../display/told.ts'
import { useFormat } from './use-format.ts'
import { useWayName } from './use-way-name.ts'

/** What failed or is refused, as the server says it. */
export type Said = Pick<ToldFailure, 'message' | 'told'> & { code: string }

/** What the server's own messages are written in. */
const serverLanguage = 'en'

/** The server's texts in the language on screen, numbers and times as its readers write them. */
export function useTold() {
  const i18n = useI18n()
  const { number, exact } = useFormat()
  const wayName = useWayName()
  /** By its name on screen; as it is where it has none. */
  const named = (key: string, name: string) => i18n.te(key) ? i18n.t('toldName', { name: i18n.t(key) }) : name
  const writer: ToldWriter = {
    value: {
      count: number,
      time: exact,
      failure: (failure: ToldFailure) => sentence(failureText(failure)),
      notes: (notes: ToldNote[]) => notes.map(note).join('; '),
      way: wayName,
      type: (type: string) => named(`jobType.${type}`, type),
      status: (status: string) => named(`status.${status}`, status),
      operation: (status: string) => named(`bulk.status.${status}`, status),
      action: (action: string) => named(`bulk.action.${action}`, action),
      raw: String,
      text: String,
    },
    words: (code: string, values: Record<string, string>, n: number) => i18n.t(`told.${code}`, values, n),
  }
  const toldOr = (told: Told | undefined, text: string) => toldText(told, text, writer)

  function note({ way, text, told }: ToldNote): string {
    return `${way === undefined ? '' : `${wayName(way)}: `}${toldText(told, text, writer).replace(/\.$/, '')}`
  }

  /** What went wrong, in the language on screen; null where nothing says so in it. */
  function said({ code, message, told }: Said): string | null {
    if (i18n.locale.value.startsWith(serverLanguage))
      return told === undefined && code === 'internal' ? null : message
    return toldText(told, '', writer) || null
  }

  /** The same in one line, or at least the kind of failure it is. */
  function failureText(failure: Said): string {
    const key = `problem.${failure.code}.title`
    return said(failure) ?? (i18n.te(key) ? failureTitle(failure.message, i18n.t(key)) : failure.message)
  }

  return {
    /** What `told` says; `text` where it says nothing, or nothing that is known here. */
    toldOr,
    said,
    failureText,
    /** A message from outside, or of an older row: it is in the language that it was written in. */
    raw: (failure: Said) => said(failure) === null ? failure.message : null,
    /** How far a job has come, in words; null when it has not said. */
    progressText: ({ progressNote, progressTold }: Pick<JobSummary, 'progressNote' | 'progressTold'>) => progressNote === null ? null : toldOr(progressTold, progressNote),
  }
}
