/** Shop software as its makers write it; what is not listed is written as the server says. */
const names: Record<string, string> = {
  shopify: 'Shopify',
  woocommerce: 'WooCommerce',
  wordpress: 'WordPress',
  magento: 'Magento',
  bigcommerce: 'BigCommerce',
  shopware: 'Shopware',
  vtex: 'VTEX',
  spree: 'Spree',
  prestashop: 'PrestaShop',
  squarespace: 'Squarespace',
  wix: 'Wix',
  salla: 'Salla',
  ecwid: 'Ecwid',
  opencart: 'OpenCart',
}

export function platformName(platform: string): string {
  return names[platform] ?? platform
}
