/**
 * A failure of which nothing more is told in the reader's language than its kind: the title of that, with the status that
 * the message names. The message itself belongs beside it, marked as what it is.
 */
export function failureTitle(message: string, title: string): string {
  const status = /\(([1-5]\d\d)\)/.exec(message)?.[1]
  return status === undefined ? title : `${title} (${status})`
}

/** With the full stop that lets another sentence follow. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
