/** The result links in the order they stand on the page. */
function resultLinks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-result]')];
}

export function focusResult(index: number): void {
  const link = resultLinks()[index];
  link?.focus({ preventScroll: true });
  link?.closest('li')?.scrollIntoView({ block: 'nearest' });
}

/** Arrow keys walk through the results; up from the first returns to the search box. */
export function walkResults(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const index = resultLinks().findIndex((link) => link === document.activeElement);
  if (index === -1) return;
  event.preventDefault();
  if (event.key === 'ArrowDown') focusResult(index + 1);
  else if (index > 0) focusResult(index - 1);
  else document.getElementById('query')?.focus();
}
