/** The pages of the sidebar, in order; `key` is pressed after `g`. */
export const destinations = [
  { name: 'overview', to: '/', icon: 'i-lucide-layout-dashboard', key: 'o' },
  { name: 'brands', to: '/brands', icon: 'i-lucide-store', key: 'b' },
  { name: 'jobs', to: '/jobs', icon: 'i-lucide-list-checks', key: 'j' },
  { name: 'failures', to: '/failures', icon: 'i-lucide-triangle-alert', key: 'f' },
  { name: 'operations', to: '/operations', icon: 'i-lucide-list-todo', key: 'a' },
  { name: 'products', to: '/products', icon: 'i-lucide-package', key: 'p' },
  { name: 'exports', to: '/exports', icon: 'i-lucide-file-spreadsheet', key: 'e' },
  { name: 'schedules', to: '/schedules', icon: 'i-lucide-calendar-clock', key: 's' },
  { name: 'workers', to: '/workers', icon: 'i-lucide-server', key: 'w' },
  { name: 'settings', to: '/settings', icon: 'i-lucide-settings', key: 't' },
] as const
export type Destination = (typeof destinations)[number]['name']
