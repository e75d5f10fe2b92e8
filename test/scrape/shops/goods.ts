/** The truth about a product of a test shop. */
export interface Good {
  id: number
  handle: string
  name: string
  brand: string
  priceMinor: number
  listPriceMinor: number | null
  inStock: boolean
  sku: string
  sizes: string[]
}

const kinds = ['Boot', 'Sandal', 'Jacket', 'Scarf', 'Lamp', 'Teapot', 'Bowl', 'Chair']
const materials = ['Oak', 'Linen', 'Wool', 'Leather', 'Clay', 'Steel', 'Glass', 'Cotton']

/** `count` different products; the same number always gives the same ones. */
export function goods(count: number): Good[] {
  return Array.from({ length: count }, (_, index) => {
    const id = 1000 + index
    const material = materials[index % materials.length]!
    const kind = kinds[Math.floor(index / 8) % kinds.length]!
    const priceMinor = 995 + (index * 137) % 50_000
    return {
      id,
      handle: `${material}-${kind}-${id}`.toLowerCase(),
      name: `${material} ${kind} No. ${id}`,
      brand: 'Fernwood',
      priceMinor,
      listPriceMinor: index % 5 === 0 ? priceMinor + 1000 : null,
      inStock: index % 7 !== 0,
      sku: `FW-${id}`,
      sizes: index % 3 === 0 ? ['S', 'M', 'L'] : [],
    }
  })
}

export function decimalOf(minor: number): string {
  return `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`
}

/** A product page as a well-kept shop writes it. */
export function productPage(good: Good, url: string): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    'name': good.name,
    'sku': good.sku,
    'brand': { '@type': 'Brand', 'name': good.brand },
    'image': `/images/${good.handle}.jpg`,
    'offers': { '@type': 'Offer', 'price': decimalOf(good.priceMinor), 'priceCurrency': 'EUR', 'availability': `https://schema.org/${good.inStock ? 'InStock' : 'OutOfStock'}`, url },
  }
  return layout(good.name, `<h1>${good.name}</h1><p>€${decimalOf(good.priceMinor)}</p><script type="application/ld+json">${JSON.stringify(data)}</script>`)
}

/** A page of text, which is no product. */
export function textPage(title: string, text = 'Some words about our house, our makers and how we work with them.'): string {
  return layout(title, `<h1>${title}</h1><p>${text.repeat(20)}</p>`)
}

export function layout(title: string, main: string, navigation = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>
<header><nav><a href="/">Home</a><a href="/about">About</a>${navigation}</nav></header><main>${main}</main>
<footer><a href="/privacy">Privacy</a><a href="/cart">Cart</a></footer></body></html>`
}
