/** @type {readonly [RegExp, string][]} */
const hints = [
  [/ENOSPC/, 'The disk is full: the packages need about 1.5 GB.'],
  [/E407|407 Proxy Authentication/i, 'The proxy asks for a user name and password: npm config set proxy http://user:password@host:port'],
  [/SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER|UNABLE_TO_VERIFY|CERT_HAS_EXPIRED/, 'Something between here and the npm registry replaces its certificate (often a company proxy). Give its root certificate: NODE_EXTRA_CA_CERTS=/path/to/root.pem'],
  [/EAI_AGAIN|ENOTFOUND|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ECONNRESET|ECONNREFUSED|network/i, 'The npm registry cannot be reached. Is there a network? Behind a proxy, set HTTPS_PROXY, or correct it: npm config get https-proxy'],
  [/E40[13]\b/, 'The npm registry refuses: see which one is set (npm config get registry) and whether it needs a login.'],
  [/EACCES|EPERM|EROFS/, 'A file may not be written. Do the checkout and its node_modules belong to you?'],
  [/EINTEGRITY/, 'A downloaded package is damaged: npm cache clean --force, then once more.'],
  [/EUSAGE|in sync/, 'package.json and package-lock.json differ: run npm install once and commit the lockfile.'],
  [/out of memory|ENOMEM|heap limit|Killed/i, 'There was not enough memory: about 1 GB free is needed.'],
]

/** A line that says what to do about the output of a failed command, or undefined when we cannot tell. */
export function hintFor(/** @type {string} */ output) {
  return hints.find(([sign]) => sign.test(output))?.[1]
}
