/** Style of the API reference; light and dark follow the system. */
export const style = `
:root { color-scheme: light dark; --line: light-dark(#e2e5e0, #333a34); --soft: light-dark(#f4f6f3, #1c211d); --text: light-dark(#1b211c, #e4e9e4); --quiet: light-dark(#5c665e, #9aa59c); --accent: light-dark(#0f6b4a, #6fd0a5); --bad: light-dark(#a33a1f, #f0977c); }
* { box-sizing: border-box }
html { scroll-padding-top: 1rem }
body { margin: 0; display: grid; grid-template-columns: 19rem minmax(0, 1fr); font: 15px/1.55 system-ui, sans-serif; color: var(--text); background: light-dark(#fff, #131713) }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1.25rem; background: var(--soft); border-right: 1px solid var(--line); font-size: 13px }
nav .home { font-weight: 700; font-size: 1.1rem }
nav h2 { margin: 1.2rem 0 .3rem; font-size: 11px; letter-spacing: .06em; text-transform: uppercase; color: var(--quiet) }
nav ul { list-style: none; margin: 0; padding: 0 }
nav a { display: block; padding: .15rem 0; color: inherit }
nav a:has(b) { display: grid; grid-template-columns: 3.6rem 1fr }
main { padding: 2rem clamp(1rem, 4vw, 3.5rem) 6rem; max-width: 64rem }
h1 small { color: var(--quiet); font-weight: 400; font-size: 1rem }
main > h2 { margin-top: 4rem; padding-bottom: .4rem; border-bottom: 1px solid var(--line) }
section { margin: 2.5rem 0 }
h3 { margin: 0 0 .4rem; font-size: 1.1rem }
h3 a { color: inherit }
h4 { margin: 1.2rem 0 .3rem; font-size: 12px; letter-spacing: .05em; text-transform: uppercase; color: var(--quiet) }
a { color: var(--accent); text-decoration: none }
a:hover { text-decoration: underline }
:target { outline: 2px solid var(--accent); outline-offset: .6rem; border-radius: 2px }
code, pre { font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace }
pre { margin: .8rem 0; padding: .8rem 1rem; overflow-x: auto; background: var(--soft); border: 1px solid var(--line); border-radius: 6px }
pre code { user-select: all }
table { width: 100%; border-collapse: collapse }
th, td { padding: .4rem .8rem .4rem 0; text-align: left; vertical-align: top; font-weight: 400; border-top: 1px solid var(--line); overflow-wrap: anywhere }
th { width: 13rem }
small { color: var(--quiet) }
summary { cursor: pointer; color: var(--quiet) }
b[class] { display: inline-block; min-width: 3.4em; font: 600 11px/1.8 ui-monospace, monospace; color: var(--accent) }
b.delete { color: var(--bad) }
.good { color: var(--accent) } .bad { color: var(--bad) }
@media (max-width: 50rem) { body { display: block } nav { position: static; height: auto; border: 0 } th { width: 9rem } }
`
