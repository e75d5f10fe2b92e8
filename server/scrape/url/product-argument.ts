const productArgument = /^(?:id|pid|sku|(?:product|item|goods|prod|article|artikel)s?_?(?:id|no|nr|code|number))$/i

/** Whether an argument of the address says which product it is: `/product/index.php?product_id=7`. */
export function namesProduct({ searchParams }: URL): boolean {
  return [...searchParams.keys()].some(name => productArgument.test(name))
}

/** Whether `other`, an address of the same path, leaves out the argument that says which product `url` is. */
export function losesProduct(url: URL, other: URL): boolean {
  return url.pathname === other.pathname && namesProduct(url) && !namesProduct(other)
}
