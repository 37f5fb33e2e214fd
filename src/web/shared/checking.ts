/** Where receipts are checked: one page that works without the house too. */
export const checkingPage = '/verify.html'

/** The receipt stands after the sign, which a browser never sends. It holds neither the petitioner's key nor their name. */
export const checkingLink = (origin: string, receipt: string): string =>
  `${origin}${checkingPage}#r=${base64url(receipt)}`

function base64url(text: string): string {
  const signs = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')
  return btoa(signs).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
