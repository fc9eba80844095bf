import { encode } from 'uqr'

/** Four modules of white around it, without which many readers do not find it. */
const QUIET = 4

/**
 * A QR code as the address of a picture: black on white in every theme, since a reader wants it so. Drawn without
 * a server; error correction M, for paper that has been folded.
 * @example qrPicture('7K3M92XQ4H') // 'data:image/svg+xml,%3Csvg…'
 */
export function qrPicture(text: string): string {
  const { data } = encode(text, { ecc: 'M', border: QUIET })
  const size = data.length
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${pathOf(data)}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** One stroke for each run of black modules in a row. */
function pathOf(rows: boolean[][]): string {
  return rows
    .flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
    .join('')
}

function runsOf(row: boolean[]): [start: number, length: number][] {
  const starts = row.flatMap((black, x) => (black && !row[x - 1] ? [x] : []))
  return starts.map(start => {
    const white = row.indexOf(false, start)
    return [start, (white === -1 ? row.length : white) - start]
  })
}
