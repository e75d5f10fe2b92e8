import ui from '@nuxt/ui/vue-plugin'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { loadRouteLocation } from 'vue-router'
import App from './App.vue'
import { createTexts, preferredLanguage, showLanguage, storedLanguage } from './i18n/index.ts'
import { createGleanerRouter } from './router.ts'
import './styles/main.css'

async function start() {
  const i18n = createTexts()
  const router = createGleanerRouter()
  // The page comes while the language does; what goes wrong with it, the router tells when it goes there.
  loadRouteLocation(router.resolve(location.pathname)).catch(() => {})
  await showLanguage(i18n.global, preferredLanguage(storedLanguage(), navigator.languages))
  createApp(App).use(createPinia()).use(router).use(i18n).use(ui).mount('#app')
}

void start()
