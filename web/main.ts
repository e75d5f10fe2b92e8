import ui from '@nuxt/ui/vue-plugin'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { config } from 'zod/v4/core'
import App from './App.vue'
import { createTexts, preferredLanguage, showLanguage, storedLanguage } from './i18n/index.ts'
import { createGleanerRouter } from './router.ts'
import './styles/main.css'

// To see whether it may compile its checks, zod would otherwise try to: our Content-Security-Policy forbids that, and says so in the console.
config({ jitless: true })

async function start() {
  const i18n = createTexts()
  await showLanguage(i18n.global, preferredLanguage(storedLanguage(), navigator.languages))
  createApp(App).use(createPinia()).use(createGleanerRouter()).use(i18n).use(ui).mount('#app')
}

void start()
