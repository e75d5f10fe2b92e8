import type { Clock } from '../clock.ts'
import type { SavedViewStore } from '../store/saved-view-store.ts'
import type { SavedViewService } from './ports.ts'

/** Lists of the dashboard that people have kept under a name. */
export function createSavedViewService({ views, clock }: { views: SavedViewStore, clock: Clock }): SavedViewService {
  const now = () => new Date(clock.now())
  return {
    list: ({ page }) => views.list(page),
    create: request => views.create(request, now()),
    update: (id, changes) => views.update(id, changes, now()),
    remove: views.remove,
  }
}
