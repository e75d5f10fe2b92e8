import type { RouteRecordRaw } from 'vue-router'
import { createRouter, createWebHistory } from 'vue-router'

const routes: RouteRecordRaw[] = [
  { path: '/', name: 'overview', component: () => import('./pages/OverviewPage.vue') },
  { path: '/brands', name: 'brands', component: () => import('./pages/BrandsPage.vue') },
  { path: '/brands/:id', name: 'brand', component: () => import('./pages/BrandPage.vue'), props: true },
  { path: '/jobs', name: 'jobs', component: () => import('./pages/JobsPage.vue') },
  { path: '/jobs/:id', name: 'job', component: () => import('./pages/JobPage.vue'), props: true },
  { path: '/failures', name: 'failures', component: () => import('./pages/FailuresPage.vue') },
  { path: '/operations', name: 'operations', component: () => import('./pages/OperationsPage.vue') },
  { path: '/operations/:id', name: 'operation', component: () => import('./pages/OperationPage.vue'), props: true },
  { path: '/products', name: 'products', component: () => import('./pages/ProductsPage.vue') },
  { path: '/products/:id', name: 'product', component: () => import('./pages/ProductPage.vue'), props: true },
  { path: '/exports', name: 'exports', component: () => import('./pages/ExportsPage.vue') },
  { path: '/schedules', name: 'schedules', component: () => import('./pages/SchedulesPage.vue') },
  { path: '/workers', name: 'workers', component: () => import('./pages/WorkersPage.vue') },
  { path: '/settings', name: 'settings', component: () => import('./pages/SettingsPage.vue') },
  { path: '/:rest(.*)*', name: 'not-found', component: () => import('./pages/NotFoundPage.vue') },
]

export function createGleanerRouter() {
  return createRouter({
    history: createWebHistory(),
    routes,
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? {} : { top: 0 }),
  })
}
