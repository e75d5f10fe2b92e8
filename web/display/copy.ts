/**
 * Puts text on the clipboard; false where the browser does not allow it. Over plain http from another machine there is no
 * `navigator.clipboard`: there the copy command is given what it is to take.
 */
export async function copyText(text: string, { navigator, document }: Pick<Window, 'navigator' | 'document'> = window): Promise<boolean> {
  const clipboard: Clipboard | undefined = navigator.clipboard
  if (clipboard !== undefined) {
    const worked = await clipboard.writeText(text).then(() => true, () => false)
    if (worked)
      return true
  }
  let taken = false
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    taken = event.clipboardData !== null
  }
  document.addEventListener('copy', give)
  const worked = document.execCommand('copy')
  document.removeEventListener('copy', give)
  return worked && taken
}
