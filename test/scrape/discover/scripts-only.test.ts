import { expect, test } from 'vitest'
import { discoverShop } from '../shops/run.ts'
import { notFound, send, serve } from '../shops/server.ts'

test('a shop that only scripts can see is recognised, and the run says so', async () => {
  await using server = await serve(({ url }, response) => url.pathname === '/'
    ? send(response, 200, '<!doctype html><html><head><title>Shop</title><script src="/static/js/main.1a2b3c.js" defer></script></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>')
    : notFound(response))
  const { products, report } = await discoverShop(server)
  expect(products).toEqual([])
  expect(report).toMatchObject({ strategy: null, complete: false, failures: [{ code: 'needs-javascript', url: `${server.origin}/` }] })
})

test('a shop that is merely empty is not taken for one', async () => {
  await using server = await serve(({ url }, response) => url.pathname === '/' ? send(response, 200, '<!doctype html><title>Shop</title><h1>Opening soon</h1><p>We are still unpacking our things. Come back in May, when our makers have finished the first hundred bowls and the kiln has cooled down.</p>') : notFound(response))
  expect((await discoverShop(server)).report.failures).toEqual([])
})
