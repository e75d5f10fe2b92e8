import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { firstStop } from '../../../web/display/dialog-focus.ts'

const header = '<div data-slot="header"><button id="close"></button></div>'
const footer = '<div data-slot="footer"><button id="back"></button><button id="delete"></button></div>'

test.for([
  ['the first field that takes it', `${header}<input type="hidden"><input disabled><input id="url" type="url"><textarea></textarea>${footer}`, 'url'],
  ['a choice as well as a box', `${header}<button role="combobox" id="type"></button><select aria-hidden="true"></select><input id="name">${footer}`, 'type'],
  ['a box to tick, not the input behind it', `<input type="checkbox" tabindex="-1" aria-hidden="true"><button role="checkbox" id="tick"></button>`, 'tick'],
  ['the button that leaves everything as it is, where there is no field', `${header}<p>Sure?</p>${footer}`, 'back'],
  ['nothing in particular, where there is neither', `${header}<dl></dl>`, undefined],
] as const)('a dialog begins at %s', ([, html, id]) => {
  const { document } = parseHTML(`<main>${html}</main>`)
  expect(firstStop(document.querySelector('main')!)?.id).toBe(id)
})
