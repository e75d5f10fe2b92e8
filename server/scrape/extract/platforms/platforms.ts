import type { Platform } from './platform.ts'

/** Written from each system's own default theme; a shop that changed its theme simply yields nothing here. */
export const platforms: readonly Platform[] = [
  {
    name: 'woocommerce',
    marker: /woocommerce/i,
    fields: {
      name: { selector: '.product_title, .wp-block-post-title' },
      price: { selector: '.summary p.price ins .amount, .summary .price ins .amount, .summary p.price > .amount, .summary p.price .woocommerce-Price-amount, .wp-block-woocommerce-product-price ins .amount, .wp-block-woocommerce-product-price .amount' },
      listPrice: { selector: '.summary p.price del .amount, .summary .price del .amount' },
      availability: { selector: '.summary .stock, .summary p.stock, .wc-block-components-product-stock-indicator' },
      sku: { selector: '.product_meta .sku, .sku_wrapper .sku' },
      category: { selector: '.product_meta .posted_in a', all: true },
      rating: { selector: '.woocommerce-product-rating .rating' },
    },
  },
  {
    name: 'magento',
    marker: /Magento_|mage\/|x-magento-init|data-mage-init|\/static\/version\d+\/frontend\//,
    fields: {
      name: { selector: '.page-title [itemprop=name], .page-title-wrapper .base, .product-name h1' },
      price: { selector: '.product-info-main [data-price-type=finalPrice], .product-info-main .special-price .price-wrapper, .product-info-price [data-price-amount]', attribute: 'data-price-amount' },
      listPrice: { selector: '.product-info-main [data-price-type=oldPrice]', attribute: 'data-price-amount' },
      availability: { selector: '.product-info-main .stock span, .product-info-stock-sku .stock, .availability .value' },
      sku: { selector: '.product-info-main .product.attribute.sku .value, .product.attribute.sku [itemprop=sku], .product-info-stock-sku .sku .value' },
      brand: { selector: '.product-info-main .product.attribute.manufacturer .value, .additional-attributes td[data-th=Brand], .additional-attributes td[data-th=Manufacturer], .additional-attributes td[data-th=Marke], .additional-attributes td[data-th=Marca], .additional-attributes td[data-th=Marque]' },
    },
  },
  {
    name: 'salesforce commerce cloud',
    marker: /demandware|dwvar_|\/on\/demandware\.store|dw\/image\/v2/,
    fields: {
      name: { selector: 'h1.product-name' },
      price: { selector: '.product-detail .prices .sales .value, .product-detail .price .sales .value, .prices .price .sales .value, .product-price .price-sales, .product-price .sales .value' },
      listPrice: { selector: '.product-detail .prices .strike-through .value, .product-detail .price .strike-through .value, .product-price .price-standard' },
      availability: { selector: '.product-detail .availability-msg, .availability .availability-msg, .product-availability .availability-msg' },
      sku: { selector: '.product-detail .product-id, .product-number .product-id, .product-number span[itemprop=productID], .product-id' },
      brand: { selector: '.product-detail .product-brand, .product-brand' },
    },
  },
  {
    name: 'bigcommerce',
    marker: /bigcommerce|data-stencil|stencil-utils/,
    fields: {
      name: { selector: '.productView-title' },
      price: { selector: '.productView-price .price--withTax, .productView-price [data-product-price-with-tax], .productView-price .price--withoutTax, .productView-price [data-product-price-without-tax]' },
      listPrice: { selector: '.productView-price [data-product-rrp-price-with-tax], .productView-price .price--non-sale, .productView-price [data-product-non-sale-price-without-tax]' },
      sku: { selector: '[data-product-sku]' },
      gtin: { selector: '[data-product-upc], [data-product-gtin]' },
      mpn: { selector: '[data-product-mpn]' },
      brand: { selector: '.productView-brand' },
    },
  },
  {
    name: 'prestashop',
    marker: /prestashop/i,
    fields: {
      name: { selector: '#main h1[itemprop=name], #main h1.h1, h1.product-name, h1.product_name' },
      price: { selector: '.product-prices .current-price [content], .product-prices .current-price-value, .current-price span[itemprop=price], #our_price_display' },
      listPrice: { selector: '.product-prices .product-discount .regular-price, .product-discount .regular-price, #old_price_display' },
      availability: { selector: '#product-availability, #availability_value' },
      sku: { selector: '.product-reference span, #product_reference span' },
      brand: { selector: '.product-manufacturer a, .product-manufacturer span, #product-manufacturer a' },
      gtin: { selector: '.product-ean13 span, [itemprop=gtin13]' },
    },
  },
  {
    name: 'shopware',
    marker: /shopware|product-detail-buy|sw-cms|\/widgets\/checkout/i,
    fields: {
      name: { selector: 'h1.product-detail-name, h1.product--title' },
      price: { selector: '.product-detail-price, .product--price .price--content' },
      listPrice: { selector: '.product-detail-list-price-wrapper .list-price-price, .product--price .price--line-through, .content--discount .price--line-through' },
      availability: { selector: '.product-detail-delivery-information .delivery-information, .product--delivery .delivery--text' },
      sku: { selector: '.product-detail-ordernumber, .entry--sku .entry--content' },
      brand: { selector: '.product-detail-manufacturer-link, .product-detail-manufacturer-logo, .product--supplier a' },
      gtin: { selector: '.product-detail-ean, .entry--ean .entry--content' },
    },
  },
  {
    name: 'opencart',
    marker: /index\.php\?route=product|catalog\/view\/(?:theme|javascript)/,
    fields: {
      price: { selector: '#content .price-new, #product-product .price-new, #content .list-unstyled h2' },
      listPrice: { selector: '#content .price-old, #product-product .price-old' },
    },
  },
  {
    name: 'wix',
    marker: /wixstatic\.com|X-Wix-|wix-stores/i,
    fields: {
      name: { selector: '[data-hook=product-title]' },
      price: { selector: '[data-hook=formatted-primary-price]' },
      listPrice: { selector: '[data-hook=formatted-secondary-price]' },
      sku: { selector: '[data-hook=sku]', pattern: '(?:[^:]*:)?\\s*(.+)' },
    },
  },
  {
    name: 'squarespace',
    marker: /squarespace\.com|Static\.SQUARESPACE_CONTEXT/,
    fields: {
      name: { selector: '.ProductItem-details-title, .product-title' },
      price: { selector: '.ProductItem-product-price .sqs-money-native, .product-price .sqs-money-native, .product-price .current-price, .product-price-value' },
      listPrice: { selector: '.product-price .original-price, .original-price .sqs-money-native' },
      availability: { selector: '.product-mark.sold-out, .ProductItem-details .sold-out' },
    },
  },
  {
    name: 'shopify',
    marker: /cdn\.shopify\.com|Shopify\.(?:shop|theme|currency)|\/cdn\/shop\//,
    fields: {
      price: { selector: '.product__info-container .price--on-sale .price-item--sale, .product__info-container .price__regular .price-item--regular, .product-single__price--sale, .product-single__price, .product__price--sale, #ProductPrice, .product-form__info-content .price--highlight, .product-meta__price' },
      listPrice: { selector: '.product__info-container .price--on-sale .price__sale s, .product-single__price--compare, #ComparePrice' },
      brand: { selector: '.product__vendor, .product-single__vendor, .product-meta__vendor, .product-vendor' },
      sku: { selector: '.product__sku, .variant-sku, .product-meta__sku-number, .product-sku' },
    },
  },
  {
    name: 'odoo',
    marker: /oe_website_sale|o_wsale_product/,
    fields: {
      price: { selector: '#product_detail .oe_price .oe_currency_value, .product_price .oe_price' },
      listPrice: { selector: '.product_price .oe_default_price' },
    },
  },
  {
    name: 'oscommerce',
    marker: /product_info\.php|products_id/,
    fields: {
      price: { selector: '.productSpecialPrice, .product-info-price .special' },
    },
  },
  {
    name: 'nopcommerce',
    marker: /nopCommerce|product-details-page/,
    fields: {
      name: { selector: '.product-name h1' },
      price: { selector: '.product-price [class*=price-value]' },
      listPrice: { selector: '.old-product-price span' },
      sku: { selector: '.sku .value' },
      mpn: { selector: '.manufacturer-part-number .value' },
      gtin: { selector: '.gtin .value' },
      brand: { selector: '.manufacturers .value' },
      availability: { selector: '.availability .stock .value' },
    },
  },
  {
    name: 'vtex',
    marker: /vtex(?:assets|commercestable|img|\.render)/i,
    fields: {
      name: { selector: '.vtex-store-components-3-x-productBrand, .productName' },
      price: { selector: '.vtex-product-price-1-x-sellingPriceValue, .skuBestPrice' },
      listPrice: { selector: '.vtex-product-price-1-x-listPriceValue, .skuListPrice' },
      sku: { selector: '.vtex-product-identifier-0-x-product-identifier__value, .skuReference' },
      brand: { selector: '.vtex-store-components-3-x-productBrandName, .brandName' },
    },
  },
  {
    name: 'bitrix',
    marker: /\/bitrix\//,
    fields: {
      price: { selector: '.product-item-detail-price-current, .item_current_price' },
      listPrice: { selector: '.product-item-detail-price-old, .item_old_price' },
    },
  },
  {
    name: 'amazon',
    marker: /id="productTitle"/,
    fields: {
      name: { selector: '#productTitle' },
      price: { selector: '#corePrice_feature_div .a-price .a-offscreen, #corePriceDisplay_desktop_feature_div .a-price .a-offscreen, #priceblock_dealprice, #priceblock_saleprice, #priceblock_ourprice, #price_inside_buybox, #newBuyBoxPrice' },
      listPrice: { selector: '#corePriceDisplay_desktop_feature_div .a-text-price .a-offscreen, .priceBlockStrikePriceString' },
      availability: { selector: '#availability' },
      brand: { selector: '#bylineInfo' },
    },
  },
  {
    name: 'ebay',
    marker: /ebaystatic\.com/,
    fields: {
      name: { selector: '.x-item-title__mainTitle, #itemTitle' },
      price: { selector: '.x-price-primary, #prcIsum, #mm-saleDscPrc' },
      sku: { selector: '#descItemNumber, .ux-layout-section__textual-display--itemId .ux-textspans--BOLD' },
    },
  },
]
