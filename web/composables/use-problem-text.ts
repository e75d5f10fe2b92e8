import type { ApiProblem, ProblemCode } from '../api/problem.ts'
import { useI18n } from 'vue-i18n'
import { toProblem } from '../api/problem.ts'
import { sentence } from '../display/failure-text.ts'
import { useTold } from './use-told.ts'

/** A request that did not work, in the language on screen: what it was, why, and what to do about it. */
export function useProblemText() {
  const i18n = useI18n()
  const { said, raw, toldOr } = useTold()

  /** Of a code that is more exactly known, what to do in its very case. */
  function advice(code: ProblemCode, told: ApiProblem['told']): string {
    const exact = `refusalAdvice.${told?.[0]?.code}`
    return i18n.t(i18n.te(exact) ? exact : `problem.${code}.advice`)
  }

  return {
    title: (problem: ApiProblem) => i18n.t(`problem.${problem.code}.title`),
    advice: (problem: ApiProblem) => advice(problem.code, problem.told),
    /** As a sentence: the advice follows. */
    said: (problem: ApiProblem): string | null => {
      const text = problem.code === 'offline' ? null : said(problem)
      return text && sentence(text)
    },
    /** What somebody else wrote, in whatever language. */
    raw: (problem: ApiProblem) => problem.code === 'offline' && problem.status === 0 ? null : raw(problem),
    /** What is wrong with each field, by its path. */
    fieldErrors: (error: unknown): Record<string, string> => Object.fromEntries(Object.entries(toProblem(error).fields).map(([path, { message, told }]) => [path, toldOr(told, message)])),
  }
}
