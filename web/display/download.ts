/** Hands a same-origin address to the browser as a download; the page stays where it is. */
export function downloadFile(path: string) {
  const anchor = document.createElement('a')
  anchor.href = path
  anchor.download = ''
  anchor.hidden = true
  document.body.append(anchor)
  anchor.click()
  anchor.remove()
}
