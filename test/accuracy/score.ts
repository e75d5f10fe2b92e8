/** Counts of one field over many pages. A wrong value is a false positive and a false negative at once. */
export interface Score {
  truePositive: number
  falsePositive: number
  falseNegative: number
  labelled: number
}

export const emptyScore = (): Score => ({ truePositive: 0, falsePositive: 0, falseNegative: 0, labelled: 0 })

const ratio = (part: number, whole: number) => whole === 0 ? 1 : part / whole
export const precision = (score: Score) => ratio(score.truePositive, score.truePositive + score.falsePositive)
export const recall = (score: Score) => ratio(score.truePositive, score.truePositive + score.falseNegative)
export function f1(score: Score): number {
  return ratio(2 * score.truePositive, 2 * score.truePositive + score.falsePositive + score.falseNegative)
}

/**
 * Adds one page. `accepted` is empty where the page is not labelled: then nothing counts, unless `isComplete` says that a page
 * without a label has no such value, and a value read there is wrong.
 */
export function count(score: Score, accepted: readonly string[], predicted: string | null, isRight: (accepted: string, predicted: string) => boolean, isComplete = false): 'right' | 'wrong' | 'missing' | 'unlabelled' {
  if (accepted.length === 0 && predicted !== null && isComplete) {
    score.falsePositive++
    return 'wrong'
  }
  if (accepted.length === 0)
    return 'unlabelled'
  score.labelled++
  if (predicted === null) {
    score.falseNegative++
    return 'missing'
  }
  if (accepted.some(each => isRight(each, predicted))) {
    score.truePositive++
    return 'right'
  }
  score.falsePositive++
  score.falseNegative++
  return 'wrong'
}
