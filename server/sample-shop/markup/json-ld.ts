import type { Markup } from '../item.ts'
import type { ShopProduct } from '../product.ts'
import { sampleBrand, sampleCurrency } from '../item.ts'
import { decimal } from '../product.ts'
import { offerOf, schemaUrl, variantUrl } from './offer.ts'

type Json = Record<string, unknown>

function core(product: ShopProduct, origin: string): Json {
  const { item, category, path, image, sku, mpn } = product
  return {
    name: item.name,
    description: item.description,
    url: origin + path,
    image: [origin + image],
    sku,
    mpn,
    brand: { '@type': 'Brand', 'name': sampleBrand },
    category: category.name,
    material: item.details.Material,
    ...item.rating && { aggregateRating: { '@type': 'AggregateRating', 'ratingValue': item.rating[0], 'bestRating': 5, 'reviewCount': item.rating[1] } },
  }
}

function breadcrumbs({ item, category, path }: ShopProduct, origin: string): Json {
  const steps = [['Home', '/'], [category.name, `/collections/${category.slug}`], [item.name, path]] as const
  return {
    '@type': 'BreadcrumbList',
    'itemListElement': steps.map(([name, to], at) => ({ '@type': 'ListItem', 'position': at + 1, name, 'item': origin + to })),
  }
}

function simple(product: ShopProduct, origin: string): Json {
  return {
    '@context': 'https://schema.org/',
    '@type': 'Product',
    ...core(product, origin),
    'gtin13': product.gtin,
    'offers': offerOf(product.priceMinor, product.availability, origin + product.path),
  }
}

/** As SEO plug-ins write it: everything of the page in one graph, the price before the sale as a second specification. */
function graph(product: ShopProduct, origin: string): Json {
  const offer = offerOf(product.priceMinor, product.availability, origin + product.path)
  return {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'WebSite', '@id': `${origin}/#website`, 'name': sampleBrand, 'url': `${origin}/` },
      breadcrumbs(product, origin),
      {
        '@type': 'Product',
        '@id': `${origin}${product.path}#product`,
        ...core(product, origin),
        'gtin13': product.gtin,
        'offers': {
          ...offer,
          priceSpecification: [
            { '@type': 'UnitPriceSpecification', 'price': decimal(product.priceMinor), 'priceCurrency': sampleCurrency },
            ...product.listPriceMinor === null ? [] : [{ '@type': 'UnitPriceSpecification', 'priceType': schemaUrl('ListPrice'), 'price': decimal(product.listPriceMinor), 'priceCurrency': sampleCurrency }],
          ],
        },
      },
    ],
  }
}

/** A bare array, prices as numbers, the type as an array, offers as an array of one. */
function listed(product: ShopProduct, origin: string): Json[] {
  const offer = offerOf(product.priceMinor, product.availability, origin + product.path)
  return [
    { '@context': 'http://schema.org', '@type': 'Organization', 'name': sampleBrand, 'url': `${origin}/` },
    { '@context': 'http://schema.org', ...breadcrumbs(product, origin) },
    { '@context': 'http://schema.org', '@type': ['Product'], ...core(product, origin), 'gtin': product.gtin, 'offers': [{ ...offer, price: product.priceMinor / 100 }] },
  ]
}

function group(product: ShopProduct, origin: string): Json {
  const option = product.item.option?.name ?? ''
  const property = { Colour: 'color', Size: 'size' }[option]
  return {
    '@context': 'https://schema.org/',
    '@type': 'ProductGroup',
    ...core(product, origin),
    'productGroupID': product.sku,
    'variesBy': [schemaUrl(property ?? 'additionalProperty')],
    'hasVariant': product.variants.map(variant => ({
      '@type': 'Product',
      'name': `${product.item.name} – ${variant.value}`,
      'sku': variant.sku,
      'gtin13': variant.gtin,
      'image': origin + variant.image,
      ...property ? { [property]: variant.value } : { additionalProperty: { '@type': 'PropertyValue', 'name': option, 'value': variant.value } },
      'offers': offerOf(variant.priceMinor, variant.availability, variantUrl(origin + product.path, variant)),
    })),
  }
}

function aggregate(product: ShopProduct, origin: string): Json {
  const prices = product.variants.map(variant => variant.priceMinor)
  return {
    '@context': 'https://schema.org/',
    '@type': 'Product',
    ...core(product, origin),
    'gtin13': product.gtin,
    'offers': {
      '@type': 'AggregateOffer',
      'priceCurrency': sampleCurrency,
      'lowPrice': decimal(Math.min(...prices)),
      'highPrice': decimal(Math.max(...prices)),
      'offerCount': prices.length,
      'availability': schemaUrl(product.availability),
      'offers': product.variants.map(variant => ({
        ...offerOf(variant.priceMinor, variant.availability, variantUrl(origin + product.path, variant)),
        name: variant.value,
        sku: variant.sku,
        gtin13: variant.gtin,
      })),
    },
  }
}

const writers: Partial<Record<Markup, (product: ShopProduct, origin: string) => Json | Json[]>> = { product: simple, graph, listed, group, aggregate }

/** The content of the page's `application/ld+json` script, or null for a product whose page has none. */
export function jsonLdOf(product: ShopProduct, origin: string): string | null {
  const write = writers[product.markup]
  return write ? JSON.stringify(write(product, origin)).replaceAll('<', '\\u003C') : null
}
