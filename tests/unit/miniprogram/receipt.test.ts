import { encode } from 'uqr'
import { qrPicture } from '../../../miniprogram/components/Qr/picture'
import { codeInHalves, codeScanned, codeTyped } from '../../../miniprogram/components/Receipt/code'

describe("the receipt's code", () => {
  it('is read out in two halves of five', () => {
    expect(codeInHalves('7K3M92XQ4H')).toBe('7K3M9-2XQ4H')
  })

  it.each([
    ['as it stands on the receipt', '7K3M9-2XQ4H'],
    ['in small letters and with spaces', ' 7k3m9 2xq4h '],
    ['with the dash of a Chinese keyboard', '7K3M9－2XQ4H'],
  ])('is understood %s', (_, typed) => {
    expect(codeTyped(typed)).toBe('7K3M92XQ4H')
  })

  it('has no I, L or O, so those were a 1 or a 0', () => {
    expect(codeTyped('OIL0123456')).toBe('0110123456')
  })

  it.each(['', '7K3M9', '7K3M92XQ4HH', '7K3M92XQ4U', '7K3M92XQ4好'])('is not %s', typed => {
    expect(codeTyped(typed)).toBeNull()
  })

  it('is found in the address that a receipt of the web shows, and alone as the mini-program shows it', () => {
    expect(codeScanned('https://example.cn/app/#/pages/track/index?code=7K3M92XQ4H')).toBe('7K3M92XQ4H')
    expect(codeScanned('7K3M92XQ4H')).toBe('7K3M92XQ4H')
  })

  it('is not found in another code', () => {
    expect(codeScanned('https://example.cn/pay?order=7K3M92XQ4H')).toBeNull()
    expect(codeScanned('https://example.cn/?code=7K3M92XQ4HXX')).toBeNull()
  })
})

describe('the picture of a QR code', () => {
  const ADDRESS = 'https://example.cn/app/#/pages/track/index?code=7K3M92XQ4H'

  it('has a black square for each black module of the code, and white everywhere else', () => {
    const drawn = modulesDrawn(qrPicture(ADDRESS))
    expect(drawn).toEqual(encode(ADDRESS, { ecc: 'M', border: 4 }).data)
  })

  it('keeps four white modules around the code, which readers look for', () => {
    const rows = modulesDrawn(qrPicture('7K3M92XQ4H'))
    const edge = rows.flatMap((row, y) =>
      row.filter((_, x) => Math.min(x, y, rows.length - 1 - x, rows.length - 1 - y) < 4),
    )
    expect(edge).not.toContain(true)
    // The corner of a finder pattern begins right behind the edge.
    expect(rows[4]?.slice(4, 12)).toEqual([true, true, true, true, true, true, true, false])
  })

  /** Reads the path of the picture back into rows of modules. */
  function modulesDrawn(picture: string): boolean[][] {
    const svg = decodeURIComponent(picture.replace('data:image/svg+xml,', ''))
    const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1])
    const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
    for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
      rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(length))
    }
    return rows
  }
})
