import { describe, expect, test } from 'vitest'
import { extractBreadcrumbs } from '../../../server/scrape/extract/index.ts'
import { cleanText } from '../../../server/scrape/normalize/index.ts'
import { hasData, readCases } from '../data.ts'
import { read } from './pages.ts'

interface Step {
  name: string
  url: string | null
}

/** What a step is inside whatever the theme puts around it. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const step = ({ name, url }: Step): string => url === null ? `<span>${escaped(name)}</span>` : `<a href="${escaped(url)}">${escaped(name)}</a>`
const between = (separator: string) => (steps: Step[]): string => `<div>${steps.map(step).join(separator)}</div>`
const listed = (steps: Step[], before = '', behind = (_: number): string => ''): string => `<ul>${before}${steps.map((each, index) => `<li>${step(each)}${behind(index)}</li>`).join('\n')}</ul>`

/** How themes write the same trail. */
const writings: Record<string, (steps: Step[]) => string> = {
  'a list': steps => listed(steps),
  'a list behind words of its own': steps => listed(steps, '<li>You are here:</li>'),
  'a list with a choice of steps': steps => listed(steps, '', index => index === 0 ? '<ul class="dropdown-menu"><li><a href="/a">A</a></li><li><a href="/b">B</a></li></ul>' : ''),
  'a list with a choice that is no list': steps => listed(steps, '', index => index === 0 ? '<div class="dropdown-menu"><a href="/a">A</a><a href="/b">B</a></div>' : ''),
  'each step in the list of the one before': steps => steps.reduceRight((inner, each) => `<ul><li>${step(each)}${inner}</li></ul>`, ''),
  'each step in the box of the one before': steps => steps.reduceRight((inner, each) => `<div>${step(each)}${inner && ` › ${inner}`}</div>`, ''),
  'cells of a table': steps => `<table><tr>${steps.map(each => `<td>${step(each)}</td>`).join('<td>&gt;</td>')}</tr></table>`,
  'microdata': steps => `<ol>${steps.map((each, index) => `<li itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem">${step(each)}<meta itemprop="position" content="${index}"></li>`).join('')}</ol>`,
  'the last one as bare text': steps => `<p>${steps.map(each => each.url === null ? escaped(each.name) : step(each)).join(' &gt; ')}</p>`,
  'words before it': steps => `<p>Sie sind hier: ${steps.map(step).join(' » ')}</p>`,
  'the way back before it': steps => `<div><a href="javascript:history.back()">Back</a> ${steps.map(step).join(' / ')}</div>`,
  'pictures of arrows': between('<img src="arrow.gif" alt=">">'),
  'an icon': between('<i class="fa fa-angle-right"></i>'),
  'a sign in an element': between('<span class="separator">/</span>'),
  'a sign without blanks': between('|'),
  'two signs': between(' :: '),
}

describe.skipIf(!hasData)('149 trails of real shops', () => {
  test.each(Object.entries(writings))('written as %s', (_, write) => {
    for (const { expected, base_url: base } of readCases<{ expected: { name?: string | null, url?: string }[], base_url: string }>('zyte-parsers/breadcrumb_items_extract.json')) {
      const steps = expected.flatMap(({ name, url }): Step[] => name == null ? [] : [{ name: cleanText(name), url: url === undefined ? null : new URL(url, base).href }])
      expect(extractBreadcrumbs(write(steps), base)).toEqual(steps)
    }
  })
})

describe('the trail that a visitor reads above a product', () => {
  const trail = '<a href="/">Home</a> › <a href="/desks">Desks</a> › Oak Desk 120'
  const page = (line: string) => read(`<html lang="en"><head><title>Oak Desk 120</title></head><body><header><nav class="menu"><a href="/a">A</a><a href="/b">B</a></nav></header>${line}<main><h1>Oak Desk 120</h1><p>€39.00</p><button>Add to cart</button></main></body></html>`)

  test.each([
    `<div class="breadcrumb">${trail}</div>`,
    `<nav aria-label="Breadcrumb">${trail}</nav>`,
    `<p id="brotkrumen">${trail}</p>`,
    `<div class="fil-ariane">${trail}</div>`,
    `<ul class="woocommerce-breadcrumb"><li><a href="/">Home</a></li><li><a href="/desks">Desks</a></li><li>Oak Desk 120</li></ul>`,
    `<div class="drobky">${trail}</div>`,
  ])('%s', (line) => {
    const { draft, evidence } = page(line)
    expect(draft.category).toEqual(['Home', 'Desks', 'Oak Desk 120'])
    expect(evidence.category).toMatchObject({ source: 'text', raw: 'Home > Desks > Oak Desk 120' })
  })

  test.each([
    ['a menu', `<nav class="menu">${trail}</nav>`],
    ['one word', '<div class="breadcrumb">Desks</div>'],
    ['text without links', '<div class="breadcrumbs"><span>Home</span><span>Desks</span></div>'],
  ])('is not %s', (_, line) => {
    expect(page(line).draft.category).toEqual([])
  })
})
