import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Drawn this far above and below what is seen. */
const MARGIN = '1200px 0px';

/** Whether the element has come near to what is seen of its pane; once it has, it stays so. */
export function useNear(element: RefObject<HTMLElement | null>, pane: string, initially: boolean): boolean {
  const [isNear, setIsNear] = useState(initially);
  useEffect(() => {
    if (isNear || element.current === null) return undefined;
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setIsNear(true), {
      root: element.current.closest(pane),
      rootMargin: MARGIN,
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [isNear]);
  return isNear;
}
