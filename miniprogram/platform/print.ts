const PRINTING = 'printing-part'

/** True where there is paper to be had: in a browser. */
export const canPrint = process.env.TARO_ENV === 'h5'

/**
 * Prints the one part of the page that has the class `printed`, black on white and without what surrounds it;
 * the rules are in theme/print.scss. Printing from the browser's own menu prints the page as it stands.
 */
export function printPart(): void {
  const { classList } = document.body
  classList.add(PRINTING)
  window.addEventListener('afterprint', () => classList.remove(PRINTING), { once: true })
  window.print()
}

/** Prints the whole page, black on white, with what is folded away unfolded. */
export function printPage(): void {
  window.print()
}
