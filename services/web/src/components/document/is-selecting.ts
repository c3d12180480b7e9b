/** Whoever marks text to copy it does not want to be taken elsewhere. */
export function isSelecting(): boolean {
  return getSelection()?.isCollapsed === false;
}
