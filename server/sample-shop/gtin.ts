/**
 * A valid GTIN-13 from the prefix 952, which GS1 keeps for demonstrations: no real article has it.
 * Check digit as in the GS1 General Specifications, section 7.9.
 */
export function demoGtin(article: number): string {
  const body = `952${String(article).padStart(9, '0')}`
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0)
  return `${body}${(10 - sum % 10) % 10}`
}
