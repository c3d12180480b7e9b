const calm = matchMedia('(prefers-reduced-motion: reduce)');

export function scrollBehavior(): ScrollBehavior {
  return calm.matches ? 'auto' : 'smooth';
}

/** Brings a printed line into view: inside its pane only, or, asked for on purpose, on the whole page. */
export function showLine(line: number, within: 'pane' | 'page'): void {
  const element = document.getElementById(`line-${line}`);
  const pane = element?.closest('.page-lines');
  if (!element || !pane) return;
  if (within === 'page') pane.scrollIntoView({ block: 'nearest', behavior: scrollBehavior() });
  const box = element.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  const isVisible = box.top >= frame.top && box.bottom <= frame.bottom;
  if (isVisible) return;
  pane.scrollTo({ top: pane.scrollTop + box.top - frame.top - frame.height / 3, behavior: scrollBehavior() });
}
