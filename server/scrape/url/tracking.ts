/** Query parameters that say who sent the visitor, not what is shown. Names in lower case. */
const tracking = new Set([
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'gad_source',
  'gad_campaignid',
  'srsltid',
  '_ga',
  '_gl',
  '_gac',
  'fbclid',
  'igshid',
  'igsh',
  'msclkid',
  'yclid',
  'ymclid',
  'ttclid',
  'twclid',
  'li_fat_id',
  'epik',
  'sccid',
  'rdt_cid',
  'irclickid',
  'irgwc',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  '_hsenc',
  '_hsmi',
  'hsctatracking',
  '_ke',
  '_kx',
  'klaviyo',
  'vero_id',
  'oly_enc_id',
  'oly_anon_id',
  'aff_id',
  'affiliate',
  'affiliate_id',
  'awc',
  'sscid',
  'cjevent',
  'wickedid',
  'cmpid',
  'campaignid',
  'adgroupid',
  'matchtype',
  'spm',
  'scm',
  'referrer',
  'ref_src',
  // Session ids in the address.
  'phpsessid',
  'jsessionid',
  'aspsessionid',
  'asp.net_sessionid',
  'sessionid',
  'session_id',
  'oscsid',
  'zenid',
  'cfid',
  'cftoken',
  'force_sid',
  '__cf_chl_tk',
  'xtc_sid',
  'mosesid',
  // Shopify's own: where in a list or search the link stood.
  '_pos',
  '_sid',
  '_ss',
  '_psq',
  '_fid',
  'pr_prod_strat',
  'pr_rec_id',
  'pr_rec_pid',
  'pr_ref_pid',
  'pr_seq',
  '_fs',
  'nosto',
  'nosto_source',
  // Random values against caches.
  '_',
  'nocache',
  'cachebuster',
  'timestamp',
])

const trackingFamily = /^(?:utm_|utm-|mtm_|pk_|piwik_|matomo_|at_(?:medium|campaign|custom)|hsa_|stm_|itm_|gtm_|cm_mmc|wt_|ns_|ml_sub|bsft_|bxid|s_kwcid|ef_id)/

/** Parameters that pick a variant of a product that has an address without them. */
const variantParameters = new Set(['variant', 'variantid', 'variant_id', 'variation_id', 'selected_variant'])

/** Names that some shops use for tracking and others for the product itself: the value decides. */
const doubtful: Record<string, RegExp> = {
  // A word is where the visitor came from; a number is a reference to a product.
  ref: /^\D*$/,
  src: /^\D*$/,
  from: /^\D*$/,
  source: /^\D*$/,
  // A session id is long and random.
  sid: /^[\da-z]{16,}$/i,
  session: /^[\da-z]{16,}$/i,
}

export function isTracking(name: string, value: string): boolean {
  const key = name.toLowerCase()
  return tracking.has(key) || trackingFamily.test(key) || (doubtful[key]?.test(value) ?? false)
}

export function isVariant(name: string): boolean {
  const key = name.toLowerCase()
  return variantParameters.has(key) || key.startsWith('attribute_pa_') || key.startsWith('attribute_')
}
