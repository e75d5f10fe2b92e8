import { describe, expect, test, vi } from 'vitest'
import { tell } from '../../../server/contract/told.ts'
import { Conflict, fieldError, InvalidInput } from '../../../server/errors.ts'
import { ApiProblem, toProblem } from '../../../web/api/problem.ts'
import { useProblemText } from '../../../web/composables/use-problem-text.ts'
import { texts } from '../texts.ts'

vi.mock('vue-i18n', async original => ({ ...await original<typeof import('vue-i18n')>(), useI18n: () => texts }))

function shown(locale: 'en' | 'de', problem: ApiProblem) {
  texts.locale.value = locale
  const { title, said, advice, raw } = useProblemText()
  return [title(problem), said(problem), advice(problem), raw(problem)]
}

const taken = new Conflict(tell('brand-exists', { name: 'Acme' }))
const conflict = new ApiProblem({ code: 'conflict', status: 409, title: 'Not possible in the present state', detail: taken.message, told: taken.told })

describe('a request that did not work', () => {
  test('is told with what to do in its very case', () => {
    expect(shown('de', conflict)).toEqual(['Das geht gerade nicht', 'Die Marke „Acme“ hat diese Adresse schon.', 'Öffnen Sie jene Marke, oder geben Sie eine andere Adresse ein.', null])
    expect(shown('en', conflict)).toEqual(['That is not possible right now', 'The brand "Acme" has this address already.', 'Open that brand, or enter another address.', null])
  })

  test('has the advice of its code where no more is known', () => {
    const problem = new ApiProblem({ code: 'conflict', status: 409, title: 'x', detail: 'The job is active.', told: [{ code: 'not-known-yet' }] })
    expect(shown('de', problem)).toEqual(['Das geht gerade nicht', null, 'Der Zustand hat sich inzwischen geändert. Laden Sie neu und sehen Sie nach.', 'The job is active.'])
  })

  test('that never arrived is told in no language but the reader\'s', () => {
    expect(shown('de', toProblem(new TypeError('Failed to fetch')))).toEqual(['Der Server ist nicht erreichbar', null, 'Prüfen Sie, ob Gleaner läuft, und versuchen Sie es erneut.', null])
  })

  test('says what is wrong as a sentence, since what to do comes after it', () => {
    const { message, told, errors } = new InvalidInput([fieldError('settings.delayMs', tell('at-most', { n: 60_000 }))])
    const problem = new ApiProblem({ code: 'invalid-input', status: 422, title: 'x', detail: message, told, errors })
    expect(shown('de', problem)[1]).toBe('„settings.delayMs“: Darf höchstens 60.000 sein.')
  })

  test('names its fields in the language on screen', () => {
    const { errors } = new InvalidInput([fieldError('settings.delayMs', tell('at-most', { n: 60_000 })), { path: 'name', message: 'of an older server' }])
    const problem = new ApiProblem({ code: 'invalid-input', status: 422, title: 'x', errors })
    texts.locale.value = 'de'
    expect(useProblemText().fieldErrors(problem)).toEqual({ 'settings.delayMs': 'Darf höchstens 60.000 sein', 'name': 'of an older server' })
  })
})
