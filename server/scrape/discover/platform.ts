/** Shop software that says its name in its pages: in addresses, names of files and variables, never in words, since people write about shop systems. */
const marks = {
  shopify: /cdn\.shopify\.com|Shopify\.(?:shop|theme|currency)|\/cdn\/shop\//,
  woocommerce: /wp-content\/plugins\/woocommerce|woocommerce-(?:page|no-js|js)|wc_add_to_cart_params/,
  ecwid: /app\.(?:ecwid|shopsettings)\.com\/|\bEcwid\.(?:init|OnAPILoaded)|\bxProductBrowser\(/,
  wordpress: /\/wp-content\/|\/wp-includes\/|https:\/\/api\.w\.org\//,
  magento: /text\/x-magento-init|Magento_|\/static\/version\d+\/frontend\/|mage\/cookies/,
  bigcommerce: /cdn\d*\.bigcommerce\.com|stencil-utils/,
  shopware: /\/bundles\/storefront\/|\/theme\/[\da-f]{32}\/(?:css|js)\/|shopware-(?:storefront|plugin)|\/themes\/Frontend\/Responsive\//i,
  vtex: /vteximg\.com\.br|vtexassets\.com|vtex\.com\.br\//,
  prestashop: /(?:var|let|const)\s+prestashop\s*=|content=["']PrestaShop["']|\/modules\/ps_\w+\//i,
  squarespace: /(?:static\d*|assets)\.squarespace\.com|Static\.SQUARESPACE_CONTEXT/,
  wix: /static\.(?:parastorage|wixstatic)\.com|content=["']Wix\.com/,
  salla: /cdn\.(?:assets\.)?salla\.(?:network|sa)|\bsalla\.(?:init|config)\b/,
  spree: /\/assets\/spree\/(?:frontend|storefront)\//,
  opencart: /catalog\/view\/(?:theme|javascript)\/|route=(?:product|common)\/(?:product|home|category)/,
} as const
export type Platform = keyof typeof marks

/** The software behind a page, or null where it does not show. */
export function platformOf(html: string): Platform | null {
  const head = html.slice(0, 500_000)
  return (Object.keys(marks) as Platform[]).find(name => marks[name].test(head)) ?? null
}

/**
 * Where some systems keep their sitemap beside the usual places. None of these systems lets everybody ask for its products:
 * Shopware's pages have handed out no key since 6.4, BigCommerce, Ecwid, Salla and Wix want a token that each page makes anew
 * for scripts, PrestaShop's lists in JSON need not be whole, and Squarespace's robots.txt closes its own (`?format=json`).
 */
export const sitemapPlaces: Partial<Record<Platform, readonly string[]>> = {
  opencart: ['/index.php?route=extension/feed/google_sitemap', '/index.php?route=feed/google_sitemap', '/index.php?route=extension/opencart/feed/google_sitemap'],
  bigcommerce: ['/xmlsitemap.php'],
  prestashop: ['/1_index_sitemap.xml'],
  magento: ['/pub/sitemap.xml', '/media/sitemap.xml', '/sitemap/sitemap.xml'],
}
