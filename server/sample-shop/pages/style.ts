/** The shop's one stylesheet. */
export const shopCss = `
:root { --ink: #2f2a24; --soft: #7b7166; --line: #e4dbcc; --paper: #fbf8f2; --accent: #a8502f; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 ui-sans-serif, system-ui, "Segoe UI", sans-serif; }
h1, h2, h3, .logo { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif; font-weight: 500; line-height: 1.15; }
h1 { font-size: clamp(2rem, 4vw, 3rem); margin: 0 0 .5rem; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 1rem; }
a { color: inherit; text-underline-offset: .2em; }
img { display: block; width: 100%; height: auto; border-radius: 6px; }
.notice { margin: 0; padding: .4rem 1rem; background: var(--ink); color: #f3ead5; text-align: center; font-size: .82rem; }
header { display: flex; flex-wrap: wrap; gap: .75rem 2rem; align-items: baseline; justify-content: space-between; max-width: 1160px; margin: 0 auto; padding: 1.5rem 1.5rem 1rem; border-bottom: 1px solid var(--line); }
.logo { font-size: 1.6rem; letter-spacing: .01em; text-decoration: none; }
header nav { display: flex; flex-wrap: wrap; gap: .5rem 1.4rem; }
header nav a, .card a, .tiles a, .pages a { text-decoration: none; }
header nav a:hover, .card a:hover h3, .tiles a:hover h2 { color: var(--accent); }
main { max-width: 1160px; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
.hero { padding: 2.5rem 0 3rem; max-width: 34rem; }
.hero p, .tagline { font-size: 1.15rem; color: var(--soft); margin: 0; }
.grid, .tiles, .options { list-style: none; margin: 0; padding: 0; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: 2rem 1.5rem; margin-top: 1.5rem; }
.card { position: relative; }
.card h3 { margin: .75rem 0 .1rem; font-size: 1.08rem; }
.card p { margin: 0; color: var(--soft); }
s { color: #a79c8f; }
.badge { position: absolute; top: .75rem; left: .75rem; padding: .1rem .6rem; border-radius: 99px; background: var(--paper); font-size: .78rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 2rem 1.5rem; }
.tiles h2 { margin: .8rem 0 .1rem; }
.tiles p { margin: 0; color: var(--soft); font-size: .95rem; }
.pages { display: flex; gap: .5rem; justify-content: center; margin-top: 3rem; }
.pages > * { padding: .3rem .8rem; border: 1px solid var(--line); border-radius: 4px; }
.pages [aria-current] { background: var(--ink); color: var(--paper); }
.crumbs { font-size: .88rem; color: var(--soft); margin-bottom: 1.5rem; }
.product { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 3rem; }
.product h2 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
.rating, .stock { margin: .2rem 0; color: var(--soft); }
.amount { font-size: 1.5rem; margin: .75rem 0; }
.options { display: flex; flex-wrap: wrap; gap: .5rem; margin-bottom: 1.25rem; }
.options a { display: block; padding: .25rem .8rem; border: 1px solid var(--line); border-radius: 99px; text-decoration: none; background: #fff; }
.options .out { color: #a79c8f; text-decoration: line-through; }
button { margin: 1rem 0; padding: .8rem 2.2rem; border: 0; border-radius: 4px; background: var(--accent); color: #fff; font: inherit; }
button:disabled { background: #d8cec0; color: var(--soft); }
dl { display: grid; grid-template-columns: 8rem 1fr; gap: .35rem 1rem; margin: 1.5rem 0 0; padding-top: 1.5rem; border-top: 1px solid var(--line); }
dt { color: var(--soft); }
dd { margin: 0; }
.prose { max-width: 40rem; padding: 2rem 0 6rem; }
footer { display: flex; flex-wrap: wrap; gap: 1rem 3rem; justify-content: space-between; max-width: 1160px; margin: 0 auto; padding: 1.5rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .9rem; }
footer p { margin: 0; }
footer a { margin-left: 1rem; }
`
