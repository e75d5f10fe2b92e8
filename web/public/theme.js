// Runs before the first paint so that a dark screen never flashes white; the key is the one of composables/use-theme.ts.
(function () {
  let chosen = null
  try {
    chosen = localStorage.getItem('gleaner:theme')
  }
  catch {}
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.classList.toggle('dark', dark)
})()
