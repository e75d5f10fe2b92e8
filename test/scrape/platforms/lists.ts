import type { Good } from '../shops/goods.ts'
import { decimalOf } from '../shops/goods.ts'

/** Where a list stands, and which of its pages; the first is 1. */
export interface ListPlace {
  slug: string
  page: number
}

/** How a shop system's default theme writes its lists. */
export interface ListSystem {
  product: (good: Good, slug: string) => string
  /** The address that the product's own page gives itself, where it is another. */
  canonical?: (good: Good) => string
  list: (place: ListPlace) => string
  read: (url: URL) => ListPlace | null
  card: (good: Good, path: string) => string
  pager: (place: ListPlace, last: number) => string
  /** Links of the menu, where it does not name the lists one by one. */
  menu?: string
}

const usualCard = (good: Good, path: string): string => `<div class="item"><a href="${path}"><img src="/i/${good.id}.jpg" alt=""></a><h3><a href="${path}">${good.name}</a></h3><span class="price">€ ${decimalOf(good.priceMinor)}</span></div>`
const numbered = (list: ListSystem['list'], attributes = ''): ListSystem['pager'] => ({ slug, page }, last) => `<nav class="pagination"><ul>${Array.from({ length: last }, (_, index) => `<li>${index + 1 === page ? `<span>${page}</span>` : `<a ${attributes} href="${list({ slug, page: index + 1 }).replaceAll('&', '&amp;')}">${index + 1}</a>`}</li>`).join('')}</ul></nav>`
function pathed(pattern: RegExp) {
  return ({ pathname, search }: URL): ListPlace | null => {
    const match = pattern.exec(decodeURI(pathname) + search)
    return match?.[1] === undefined ? null : { slug: match[1], page: Number(match[2] ?? 1) }
  }
}
function asked(slug: RegExp, name: string, first = 1) {
  return (url: URL): ListPlace | null => {
    const match = slug.exec(decodeURI(url.pathname) + url.search)
    return match?.[1] === undefined ? null : { slug: match[1], page: Number(url.searchParams.get(name) ?? first) + 1 - first }
  }
}
const withPage = (path: (slug: string) => string, name: string): ListSystem['list'] => ({ slug, page }) => path(slug) + (page > 1 ? `${path(slug).includes('?') ? '&' : '?'}${name}=${page}` : '')

const withPages = (path: (slug: string) => string, name: string) => ({ list: withPage(path, name), pager: numbered(withPage(path, name)) })
const sfccGrid = '/on/demandware.store/Sites-Fern-Site/en_GB/Search-UpdateGrid'
const listIds: Record<string, number> = { kitchen: 24, garden: 25 }
const slugOf = (id: string | null): string | null => Object.keys(listIds).find(slug => listIds[slug] === Number(id)) ?? null
function byId(path: string, id: string, name: string) {
  return (url: URL): ListPlace | null => {
    const slug = url.pathname === path ? slugOf(url.searchParams.get(id)) : null
    return slug === null ? null : { slug, page: Number(url.searchParams.get(name) ?? 1) }
  }
}

export const listSystems: Readonly<Record<string, ListSystem>> = {
  'PrestaShop': {
    ...withPages(slug => `/${listIds[slug]}-${slug}`, 'page'),
    pager: numbered(withPage(slug => `/${listIds[slug]}-${slug}`, 'page'), 'rel="nofollow" class="js-search-link"'),
    product: good => `/home/${good.id}-${good.handle}.html`,
    read: asked(/^\/\d+-(kitchen|garden)(?:\?|$)/, 'page'),
    card: (good, path) => `<article class="product-miniature js-product-miniature" data-id-product="${good.id}"><div class="thumbnail-container"><a href="${path}" class="thumbnail product-thumbnail"><img src="/i.jpg"></a><div class="product-description"><h2 class="h3 product-title"><a href="${path}">${good.name}</a></h2><div class="product-price-and-shipping"><span class="price">${decimalOf(good.priceMinor)} €</span></div></div></div></article>`,
  },
  'OpenCart without speaking addresses': {
    ...withPages(slug => `/index.php?route=product/category&path=${listIds[slug]}`, 'page'),
    product: (good, slug) => `/index.php?route=product/product&path=${listIds[slug]}&product_id=${good.id}`,
    canonical: good => `/index.php?route=product/product&product_id=${good.id}`,
    read: byId('/index.php', 'path', 'page'),
    card: (good, path) => `<div class="product-layout col-lg-4"><div class="product-thumb"><div class="image"><a href="${path.replaceAll('&', '&amp;')}"><img src="/i.jpg"></a></div><div class="caption"><h4><a href="${path.replaceAll('&', '&amp;')}">${good.name}</a></h4><p class="price">€${decimalOf(good.priceMinor)} <span class="price-tax">Ex Tax: €5.00</span></p></div><div class="button-group"><button type="button" onclick="cart.add('${good.id}');"><span>Add to Cart</span></button></div></div></div>`,
  },
  'Shopware 6, whose pages are switched by radio buttons': {
    list: withPage(slug => `/${slug}/`, 'p'),
    read: asked(/^\/(kitchen|garden)\//, 'p'),
    product: good => `/${good.handle}/${good.sku}`,
    card: (good, path) => `<div class="cms-listing-col"><div class="card product-box box-standard"><div class="product-image-wrapper"><a href="${path}" class="product-image-link"><img class="product-image" src="/i.jpg"></a></div><a href="${path}" class="product-name">${good.name}</a><div class="product-price-info"><span class="product-price">${decimalOf(good.priceMinor).replace('.', ',')} €*</span></div></div></div>`,
    pager: ({ page }, last) => `<nav aria-label="pagination" class="pagination-nav"><ul class="pagination">${Array.from({ length: last }, (_, index) => `<li class="page-item"><input type="radio" name="p" id="p${index + 1}" value="${index + 1}" class="d-none" ${index + 1 === page ? 'checked' : ''}><label class="page-link" for="p${index + 1}">${index + 1}</label></li>`).join('')}</ul></nav>`,
  },
  'Magento 2': {
    ...withPages(slug => `/${slug}.html`, 'p'),
    read: asked(/^\/(kitchen|garden)\.html/, 'p'),
    product: good => `/${good.handle}.html`,
    card: (good, path) => `<li class="item product product-item"><div class="product-item-info"><a href="${path}" class="product photo product-item-photo"><img class="product-image-photo" src="/i.jpg"></a><strong class="product name product-item-name"><a class="product-item-link" href="${path}">${good.name}</a></strong><div class="price-box price-final_price"><span data-price-amount="${decimalOf(good.priceMinor)}" class="price-wrapper"><span class="price">€${decimalOf(good.priceMinor)}</span></span></div></div></li>`,
  },
  'Salesforce Commerce Cloud, whose button fetches the next tiles': {
    list: ({ slug, page }) => page === 1 ? `/${slug}` : `${sfccGrid}?cgid=${slug}&start=${(page - 1) * 12}&sz=12&selectedUrl=%2F${slug}`,
    read: (url) => {
      const slug = url.pathname === sfccGrid ? url.searchParams.get('cgid') : /^\/(kitchen|garden)$/.exec(url.pathname)?.[1]
      return slug == null ? null : { slug, page: Number(url.searchParams.get('start') ?? 0) / 12 + 1 }
    },
    product: good => `/${good.handle}/${good.id}.html`,
    card: (good, path) => `<div class="col-6 col-sm-4"><div class="product" data-pid="${good.id}"><div class="product-tile"><div class="image-container"><a href="${path}"><img class="tile-image" src="/i.jpg"></a></div><div class="tile-body"><div class="pdp-link"><a class="link" href="${path}">${good.name}</a></div><div class="price"><span class="sales"><span class="value" content="${decimalOf(good.priceMinor)}">€ ${decimalOf(good.priceMinor)}</span></span></div></div></div></div></div>`,
    pager: ({ slug, page }, last) => page < last ? `<div class="col-12 grid-footer"><div class="show-more"><div class="text-center"><button class="btn btn-outline-primary col-12 col-sm-4" data-url="${sfccGrid}?cgid=${slug}&amp;start=${page * 12}&amp;sz=12&amp;selectedUrl=%2F${slug}">More Results</button></div></div></div>` : '',
  },
  'SAP Commerce, which counts pages from 0 behind a query': {
    list: ({ slug, page }) => page === 1 ? `/fern/en/EUR/Home/${slug}/c/${listIds[slug]}` : `/fern/en/EUR/Home/${slug}/c/${listIds[slug]}?q=%3Arelevance&page=${page - 1}`,
    read: asked(/^\/fern\/en\/EUR\/Home\/(\w+)\/c\/\d+/, 'page', 0),
    product: good => `/fern/en/EUR/Home/Goods/${good.handle}/p/${good.id}`,
    card: (good, path) => `<div class="product-item"><a class="thumb" href="${path}"><img src="/i.jpg"></a><div class="details"><a class="name" href="${path}">${good.name}</a><div class="price">€${decimalOf(good.priceMinor)}</div></div><form action="/fern/en/EUR/cart/add" method="post"><button type="submit">Add to cart</button></form></div>`,
    pager: ({ slug, page }, last) => `<div class="pagination-bar top"><form><select name="sort"><option value="relevance">Relevance</option></select></form><ul class="pagination">${Array.from({ length: last }, (_, index) => `<li>${index + 1 === page ? `<span>${page}</span>` : `<a href="/fern/en/EUR/Home/${slug}/c/${listIds[slug]}?q=%3Arelevance&amp;page=${index}">${index + 1}</a>`}</li>`).join('')}</ul></div>`,
  },
  'EC-CUBE': {
    ...withPages(slug => `/products/list?category_id=${listIds[slug]}`, 'pageno'),
    read: byId('/products/list', 'category_id', 'pageno'),
    product: good => `/products/detail/${good.id}`,
    card: (good, path) => `<li class="ec-shelfGrid__item"><a href="${path}"><p class="ec-shelfGrid__item-image"><img src="/i.jpg"></p><p>${good.name}</p><p class="price02-default">￥${good.priceMinor}</p></a><form action="/products/add_cart/${good.id}"><button class="add-cart">カートに入れる</button></form></li>`,
  },
  'Cafe24': {
    ...withPages(slug => `/product/list.html?cate_no=${listIds[slug]}`, 'page'),
    read: byId('/product/list.html', 'cate_no', 'page'),
    product: (good, slug) => `/product/detail.html?product_no=${good.id}&cate_no=${listIds[slug]}&display_group=1`,
    canonical: good => `/product/detail.html?product_no=${good.id}`,
    card: (good, path) => `<li id="anchorBoxId_${good.id}" class="xans-record-"><div class="thumbnail"><a href="${path.replaceAll('&', '&amp;')}"><img src="/i.jpg"></a></div><div class="description"><strong class="name"><a href="${path.replaceAll('&', '&amp;')}">${good.name}</a></strong><ul><li>${good.priceMinor}원</li></ul></div></li>`,
  },
  'Shoptet': {
    list: ({ slug, page }) => `/${slug}/${page > 1 ? `strana-${page}/` : ''}`,
    pager: numbered(({ slug, page }) => `/${slug}/${page > 1 ? `strana-${page}/` : ''}`),
    read: pathed(/^\/(kitchen|garden)\/(?:strana-(\d+)\/)?$/),
    product: good => `/${good.handle}/`,
    card: (good, path) => `<div class="product"><div class="p" data-micro="product"><a href="${path}" class="image"><img src="/i.jpg"></a><div class="p-in"><a href="${path}" class="name"><span>${good.name}</span></a><div class="prices"><div class="price price-final"><strong>${good.priceMinor} Kč</strong></div></div></div></div></div>`,
  },
  'Tiendanube': {
    ...withPages(slug => `/${slug}/`, 'page'),
    read: (url) => {
      const slug = /^\/(kitchen|garden|productos)\/$/.exec(url.pathname)?.[1]
      return slug === undefined ? null : { slug: slug === 'productos' ? 'all' : slug, page: Number(url.searchParams.get('page') ?? 1) }
    },
    pager: ({ slug, page }, last) => page < last ? `<div class="js-load-more"><a class="btn js-load-more-btn" rel="next" href="/${slug === 'all' ? 'productos' : slug}/?page=${page + 1}">Mostrar más productos</a></div>` : '',
    menu: '<a href="/productos/">Productos</a><a href="/contacto/">Contacto</a>',
    product: good => `/productos/${good.handle}/`,
    card: (good, path) => `<div class="js-item-product item-product"><a href="${path}" title="${good.name}"><img data-srcset="/i.jpg 480w"></a><div class="item-description"><a href="${path}"><div class="item-name">${good.name}</div><div class="item-price-container"><span class="js-price-display item-price">$${good.priceMinor},00</span></div></a></div></div>`,
  },
  'a front of its own with one list at /products': {
    list: ({ page }) => `/products${page > 1 ? `?page=${page}` : ''}`,
    pager: numbered(({ page }) => `/products${page > 1 ? `?page=${page}` : ''}`),
    read: url => url.pathname === '/products' ? { slug: 'all', page: Number(url.searchParams.get('page') ?? 1) } : null,
    menu: '<a href="/products">Products</a><a href="/about">About</a>',
    product: good => `/products/${good.handle}`,
    card: usualCard,
  },
  'Odoo': {
    list: ({ slug, page }) => `/shop/category/${slug}-${listIds[slug]}${page > 1 ? `/page/${page}` : ''}`,
    pager: numbered(({ slug, page }) => `/shop/category/${slug}-${listIds[slug]}${page > 1 ? `/page/${page}` : ''}`),
    read: pathed(/^\/shop\/category\/(\w+)-\d+(?:\/page\/(\d+))?$/),
    product: (good, slug) => `/shop/${good.handle}?category=${listIds[slug]}`,
    canonical: good => `/shop/${good.handle}`,
    card: (good, path) => `<td class="oe_product"><div class="o_wsale_product_grid_wrapper"><form action="/shop/cart/update" class="oe_product_cart"><div class="oe_product_image"><a href="${path}" class="d-block h-100"><span class="d-flex"><img src="/i.jpg"></span></a></div><div class="o_wsale_product_information"><h6><a href="${path}">${good.name}</a></h6><div class="product_price"><span class="h6"><span class="oe_currency_value">${decimalOf(good.priceMinor)}</span> €</span></div></div></form></div></td>`,
  },
  'Lightspeed': {
    list: ({ slug, page }) => `/nl/${slug}/${page > 1 ? `page${page}.html` : ''}`,
    pager: numbered(({ slug, page }) => `/nl/${slug}/${page > 1 ? `page${page}.html` : ''}`),
    read: pathed(/^\/nl\/(kitchen|garden)\/(?:page(\d+)\.html)?$/),
    product: good => `/nl/${good.handle}.html`,
    card: usualCard,
  },
  'Webflow': {
    list: ({ slug, page }) => `/category/${slug}${page > 1 ? `?6f1b2c3d_page=${page}` : ''}`,
    read: asked(/^\/category\/(\w+)/, '6f1b2c3d_page'),
    pager: ({ slug, page }, last) => `<div role="navigation" aria-label="List" class="w-pagination-wrapper">${page < last ? `<a href="/category/${slug}?6f1b2c3d_page=${page + 1}" aria-label="Next Page" class="w-pagination-next"><div class="w-inline-block">Next</div><svg class="w-pagination-next-icon"></svg></a>` : ''}</div>`,
    product: good => `/product/${good.handle}`,
    card: (good, path) => `<div role="listitem" class="w-dyn-item"><a href="${path}" class="link-block w-inline-block"><img src="/i.jpg"><div>${good.name}</div><div>$&nbsp;${decimalOf(good.priceMinor)}&nbsp;USD</div></a></div>`,
  },
  'JTL': {
    list: ({ slug, page }) => `/${slug}${page > 1 ? `_s${page}` : ''}`,
    pager: numbered(({ slug, page }) => `/${slug}${page > 1 ? `_s${page}` : ''}`),
    read: pathed(/^\/(kitchen|garden)(?:_s(\d+))?$/),
    product: good => `/${good.handle}`,
    card: usualCard,
  },
  'MakeShop': {
    list: ({ slug, page }) => `/shopbrand/${slug}/page${page}/order/`,
    pager: numbered(({ slug, page }) => `/shopbrand/${slug}/page${page}/order/`),
    read: pathed(/^\/shopbrand\/(\w+)\/(?:page(\d+)\/order\/)?$/),
    menu: '<a href="/shopbrand/kitchen/">Kitchen</a><a href="/shopbrand/garden/">Garden</a>',
    product: good => `/shopdetail/${String(good.id).padStart(12, '0')}/`,
    card: (good, path) => `<li><div class="imgWrap"><a href="${path}"><img src="/i.jpg"></a></div><div class="detail"><p class="name"><a href="${path}">${good.name}</a></p><p class="price"><em>${good.priceMinor}円</em>(税込)</p></div></li>`,
  },
  'VTEX': {
    list: ({ slug, page }) => `/${slug}${page > 1 ? `?page=${page}` : ''}`,
    read: asked(/^\/(kitchen|garden)(?:\?|$)/, 'page'),
    pager: ({ slug, page }, last) => page < last ? `<div class="vtex-search-result-3-x-buttonShowMore"><a class="vtex-button no-underline" href="/${slug}?page=${page + 1}" rel="next"><div class="vtex-button__label">Mostrar mais</div></a></div>` : '',
    product: good => `/${good.handle}/p`,
    card: (good, path) => `<div class="vtex-search-result-3-x-galleryItem"><section class="vtex-product-summary-2-x-container"><a href="${path}" class="vtex-product-summary-2-x-clearLink"><article><img src="/i.jpg"><span class="vtex-product-summary-2-x-brandName">${good.name}</span><span class="currencyContainer"><span>R$</span><span>&nbsp;</span><span>${good.priceMinor}</span><span>,</span><span>00</span></span></article></a></section></div>`,
  },
  'Bitrix': {
    ...withPages(slug => `/catalog/${slug}/`, 'PAGEN_1'),
    read: asked(/^\/catalog\/(\w+)\/(?:\?|$)/, 'PAGEN_1'),
    product: good => `/catalog/${good.id % 3 === 0 ? 'garden' : 'kitchen'}/${good.handle}/`,
    card: (good, path) => `<div class="product-item-container"><div class="product-item"><a class="product-item-image-wrapper" href="${path}"><span class="product-item-image-original" style="background-image: url('/i.jpg')"></span></a><h3 class="product-item-title"><a href="${path}">${good.name}</a></h3><div class="product-item-info-container"><span class="product-item-price-current">${good.priceMinor} руб.</span></div></div></div>`,
  },
  'IdoSell, which counts pages from 0': {
    list: ({ slug, page }) => `/pol_m_${slug}-${listIds[slug]}.html${page > 1 ? `?counter=${page - 1}` : ''}`,
    pager: numbered(({ slug, page }) => `/pol_m_${slug}-${listIds[slug]}.html?counter=${page - 1}`),
    read: asked(/^\/pol_m_(\w+)-\d+\.html/, 'counter', 0),
    product: good => `/product-pol-${good.id}-${good.handle}.html`,
    card: usualCard,
  },
  'nopCommerce': {
    ...withPages(slug => `/${slug}`, 'pagenumber'),
    read: asked(/^\/(kitchen|garden)(?:\?|$)/, 'pagenumber'),
    product: good => `/${good.handle}`,
    card: (good, path) => `<div class="item-box"><div class="product-item" data-productid="${good.id}"><div class="picture"><a href="${path}" title="Show details"><img src="/i.jpg"></a></div><div class="details"><h2 class="product-title"><a href="${path}">${good.name}</a></h2><div class="prices"><span class="price actual-price">€${decimalOf(good.priceMinor)}</span></div></div></div></div>`,
  },
  'a list whose next page is named by a data attribute': {
    list: ({ slug, page }) => `/${slug}${page > 1 ? `?page=${page}` : ''}`,
    read: asked(/^\/(kitchen|garden)(?:\?|$)/, 'page'),
    pager: ({ slug, page }, last) => page < last ? `<div class="infinite-scroll" data-next-url="/${slug}?page=${page + 1}"><button>Load more</button></div>` : '',
    product: good => `/${good.handle}`,
    card: usualCard,
  },
}
