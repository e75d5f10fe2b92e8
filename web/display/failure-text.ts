/** What the server's own messages are written in. */
const serverLanguage = 'en'

/**
 * One line about a failure. The server's message says most, and is shown to those who read its language; others read the
 * kind of failure (`title`, null when this dashboard does not know it) in theirs, with the status that the message names.
 * The message itself belongs beside it, as a tooltip or on the page of the job.
 */
export function failureText(message: string, locale: string, title: string | null): string {
  if (title === null || locale.startsWith(serverLanguage))
    return message
  const status = /\(([1-5]\d\d)\)/.exec(message)?.[1]
  return status === undefined ? title : `${title} (${status})`
}
