import { describe, expect, test } from 'vitest'
import { read } from './pages.ts'

const lamp = (body: string, { title = 'Lamp Nova', head = '' } = {}) => read(`<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body>${body}</body></html>`, { url: 'https://lightshop.example/p/lamp-nova' }).draft.brand
const box = (inside: string) => `<div class="product"><h1>Lamp Nova</h1>${inside}<p class="price">€ 20,00</p></div>`

describe('no brand is read', () => {
  test.each([
    ['a link to more pictures', box('<a class="brand-link" href="/brands/x">See more images</a>')],
    ['a link to details', box('<a href="#details">See more details</a>')],
    ['a link to all goods of a kind', box('<a href="/all">Shop all lighting</a><a href="/l">View all Lighting</a>')],
    ['a link to the seller', box('<a href="/s">More from this seller</a>')],
    ['a function word', box('<span class="brand">on</span>')],
    ['the menu', `<div class="header"><ul><li><a class="brand-link" href="/brands/chanel">Chanel</a></li></ul></div>${box('')}`],
    ['a header', `<header><a class="brand" href="/brands/chanel">Chanel</a></header>${box('')}`],
    ['a list of brands', `<div><div>${box('')}</div><ul class="x"><li><a class="brand-link" href="/brands/a">Artek</a></li><li><a class="brand-link" href="/brands/b">Bega</a></li><li><a class="brand-link" href="/brands/c">Catellani</a></li></ul></div>`],
    ['the mark of the shop', box('<a class="brand" href="/"><img src="/logo.png" alt="Lightshop"></a>')],
  ])('from %s', (_, body) => {
    expect(lamp(body)).toBeNull()
  })
})

describe('a brand is read', () => {
  test.each([
    ['more goods of it', box('<a href="/artek">More from Artek</a>'), undefined, 'Artek'],
    ['all goods of it, when the title names it', box('<a href="/artek">View all Artek</a>'), 'Artek Lamp Nova', 'Artek'],
    ['a name that is a word, in front of the title', '<div class="product"><h1>On Cloud 5</h1><a class="brand-link" href="/brands/on">On</a><p class="price">€ 20,00</p></div>', 'On Cloud 5', 'On'],
    ['a small name', box('<span class="brand">vidaxl</span>'), undefined, 'vidaxl'],
    ['a picture filed under brands', box('<img src="/img/manufacturers/artek.png" alt="Artek">'), 'Lamp Nova by Artek', 'Artek'],
  ])('from %s', (_, body, title, brand) => {
    expect(lamp(body, { title })).toBe(brand)
  })
})

describe('the brands that a shop lists', () => {
  const options = (names: string[], field = 'manufacturers_id') => `<form><select name="${field}"><option value="">All</option>${names.map((name, index) => `<option value="${index}">${name}</option>`).join('')}</select></form>`
  const links = (names: string[]) => `<footer><ul>${names.map(name => `<li><a href="/brands/${name.toLowerCase().replaceAll(' ', '-')}">${name}</a></li>`).join('')}</ul></footer>`
  const names = ['Artek', 'Artek Studio', 'Bega', 'Catellani', 'Delta Light']
  const page = (heading: string) => `<div class="product"><h1>${heading}</h1><p class="price">€ 20,00</p></div>`

  test.each([
    ['in a search form', options(names), 'Bega Lamp Nova', 'Bega'],
    ['in the footer', links(names), 'Bega Lamp Nova', 'Bega'],
    ['of which one begins with another', links(names), 'Artek Studio Lamp Nova', 'Artek Studio'],
    ['none of which the heading begins with', options(names), 'Lamp Nova for Bega', null],
    ['of which the heading only begins with a part', links(names), 'Delta Lamp', null],
    ['of which there are few', links(['Bega', 'Artek']), 'Bega Lamp Nova', null],
    ['unless they are something else', options(names, 'colour'), 'Bega Lamp Nova', null],
  ])('%s', (_, list, heading, brand) => {
    expect(lamp(list + page(heading), { title: heading })).toBe(brand)
  })

  test('are linked by an argument of any app', () => {
    expect(lamp(box('<a href="/search?rb_vendor=Artek">Artek</a>'), { title: 'Lamp Nova by Artek' })).toBe('Artek')
  })
})

describe('a title that is the heading with a name before it', () => {
  test('gives the brand when a picture says the same', () => {
    const html = (alt: string) => `<div class="product"><h1>NOVA - Table lamp</h1><img src="/n.jpg" alt="${alt}"><p class="price">€ 20,00</p></div>`
    expect(lamp(html('Artek Studio - NOVA - Table lamp - white'), { title: 'Artek Studio NOVA - Table lamp - white - Lightshop' })).toBe('Artek Studio')
    expect(lamp(html('NOVA - Table lamp'), { title: 'Artek Studio NOVA - Table lamp - white - Lightshop' })).toBeNull()
    expect(lamp(html('Artek Studio - STAR - Floor lamp'), { title: 'Artek Studio NOVA - Table lamp - white - Lightshop' })).toBeNull()
  })

  test('gives the brand when a link or a picture names it as well', () => {
    expect(lamp(box('<a href="/artek"><img src="/a.png" alt="Artek"></a>'), { title: 'Artek Lamp Nova | Lightshop' })).toBe('Artek')
    expect(lamp(`<nav><a href="/c/artek">Artek</a></nav>${box('')}`, { title: 'Artek Lamp Nova' })).toBe('Artek')
  })

  test.each([
    ['nothing else names', box(''), 'Artek Lamp Nova', ''],
    ['is a word of shops', box('<button>Buy</button>'), 'Buy Lamp Nova', ''],
    ['is the shop\'s, by its address', `<a href="/about">Lightshop</a>${box('')}`, 'Lightshop Lamp Nova', ''],
    ['is the shop\'s, by its meta tag', `<a href="/about">Big Light</a>${box('')}`, 'Big Light Lamp Nova', '<meta property="og:site_name" content="Big Light">'],
    ['is the shop\'s, by the link home', `<a href="/">Big Light</a><a href="/about">Big Light</a>${box('')}`, 'Big Light Lamp Nova', ''],
  ])('gives none when the name %s', (_, body, title, head) => {
    expect(lamp(body, { title, head })).toBeNull()
  })
})
