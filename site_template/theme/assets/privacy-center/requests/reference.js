// A reference number as mkdocs_privacy/requests/request.py makes it: 80 random bits.

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

export const REFERENCE = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/

export const makeReference = () => {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => LETTERS[byte % 32])
  return letters.join("").replace(/.{4}(?!$)/g, "$&-")
}
