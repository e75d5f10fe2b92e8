import { useRouter } from 'vue-router'
import { useEventListener } from './use-event-listener.ts'

/**
 * Plain links (`<a href="/jobs">`) lead to our pages without loading the document anew, as `RouterLink` does. A list has hundreds,
 * and each `RouterLink` looks its route up and watches the one on screen. The server's own pages and files are left alone.
 */
export function usePlainLinks() {
  const router = useRouter()
  useEventListener('click', (event) => {
    const click = event as MouseEvent
    const link = (click.target as Element | null)?.closest<HTMLAnchorElement>('a[href^="/"]:not([target], [download])')
    // Taken care of already, or meant for another tab or window.
    if (!link || click.defaultPrevented || click.button !== 0 || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey)
      return
    const to = router.resolve(link.getAttribute('href')!)
    if (to.name === 'not-found')
      return
    click.preventDefault()
    void router.push(to)
  })
}
