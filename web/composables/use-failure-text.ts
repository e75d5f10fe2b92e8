import { useTold } from './use-told.ts'

/** A failure of a job or page in one line, in the language on screen. */
export function useFailureText() {
  return useTold().failureText
}
