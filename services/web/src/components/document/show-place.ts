import { scrollBehavior } from '../article/show-line.js';

/** Frames to wait until lines that were far away are drawn. */
const PATIENCE = 60;

/** Brings a line of the original into view and gives it, or what is noted at it, the focus. */
export function showPlace(line: number, id = `line-${line}`): void {
  document.querySelector('.original-lines')?.scrollIntoView({ block: 'nearest', behavior: scrollBehavior() });
  scrollToPlace(line, id, (element) => element.focus({ preventScroll: true }));
}

export function scrollToLine(line: number): void {
  scrollToPlace(line, `line-${line}`, () => undefined);
}

function scrollToPlace(line: number, id: string, then: (element: HTMLElement) => void): void {
  const pane = document.querySelector<HTMLElement>('.original-lines');
  if (pane === null) return;
  // Lines are drawn as one comes near them.
  const undrawn = document.getElementById(`line-${line}`) === null ? stretchOf(pane, line) : null;
  if (undrawn !== null) scrollPane(pane, undrawn, 'auto');
  whenDrawn(id, PATIENCE, (element) => {
    const far = Math.abs(offsetIn(pane, element) - pane.scrollTop) > 3 * pane.clientHeight;
    if (!isVisible(pane, element)) scrollPane(pane, element, far ? 'auto' : scrollBehavior());
    then(element);
  });
}

export function showCard(number: number): void {
  const id = `article-${number}`;
  const list = document.querySelector<HTMLElement>('.original-articles');
  if (document.getElementById(id) === null && list !== null) stretchOf(list, number)?.scrollIntoView();
  whenDrawn(id, PATIENCE, (card) => {
    card.scrollIntoView({ block: 'nearest', behavior: scrollBehavior() });
    card.focus({ preventScroll: true });
  });
}

function stretchOf(place: HTMLElement, number: number): HTMLElement | null {
  return [...place.querySelectorAll<HTMLElement>('[data-last]')].find(({ dataset }) => Number(dataset['last']) >= number) ?? null;
}

function whenDrawn(id: string, frames: number, then: (element: HTMLElement) => void): void {
  const element = document.getElementById(id);
  if (element !== null) then(element);
  else if (frames > 0) requestAnimationFrame(() => whenDrawn(id, frames - 1, then));
}

function offsetIn(pane: HTMLElement, element: HTMLElement): number {
  return pane.scrollTop + element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
}

function isVisible(pane: HTMLElement, element: HTMLElement): boolean {
  const box = element.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  return box.top >= frame.top && box.bottom <= frame.bottom;
}

function scrollPane(pane: HTMLElement, element: HTMLElement, behavior: ScrollBehavior): void {
  pane.scrollTo({ top: offsetIn(pane, element) - pane.clientHeight / 4, behavior });
}
