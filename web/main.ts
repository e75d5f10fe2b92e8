import ui from '@nuxt/ui/vue-plugin'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { createTexts, preferredLanguage, showLanguage, storedLanguage } from './i18n/index.ts'
import { createGleanerRouter } from './router.ts'
import './styles/main.css'

async function start() {
  const i18n = createTexts()
  await showLanguage(i18n.global, preferredLanguage(storedLanguage(), navigator.languages))
  createApp(App).use(createPinia()).use(createGleanerRouter()).use(i18n).use(ui).mount('#app')
}

void start()
