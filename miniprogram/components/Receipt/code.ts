const CODE = /^[0-9A-HJKMNP-TV-Z]{10}$/
const IN_ADDRESS = /[?&]code=([0-9A-Za-z]{10})(?:[&#]|$)/

/** In two halves, as it is read aloud and copied by hand: `7K3M9-2XQ4H`. */
export function codeInHalves(code: string): string {
  return halvesOf(code).join('')
}

/** The halves by themselves, where a narrow page sets one under the other. */
export function halvesOf(code: string): [string, string] {
  return [`${code.slice(0, 5)}-`, code.slice(5)]
}

/**
 * The code in what was typed, or null. The alphabet has no I, L and O, so those can only be a 1 or a 0 misread.
 * @example codeTyped(' 7k3m9-2xq4h ') // '7K3M92XQ4H'
 */
export function codeTyped(text: string): string | null {
  const code = text
    .toUpperCase()
    .replace(/[\s\-－—·]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
  return CODE.test(code) ? code : null
}

/** The code in what was scanned: the address on a receipt of the web, or the code alone of the mini-program. */
export function codeScanned(text: string): string | null {
  const inAddress = IN_ADDRESS.exec(text)?.[1]
  return codeTyped(inAddress ?? text)
}
