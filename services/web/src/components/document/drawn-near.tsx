import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Drawn this far above and below what is seen. */
const MARGIN = '1200px 0px';

interface DrawnNearProps {
  /** Number of the last line or article in it: how it is found while it is not drawn. */
  last: number;
  /** Lines or articles that the style sheet leaves room for. */
  count: number;
  /** Selector of what scrolls; `null` is the page. */
  pane: string | null;
  isDrawn: boolean;
  draw: () => ComponentChildren;
}

/** A stretch of something long, drawn as one comes near it; then it stays. */
export function DrawnNear({ last, count, pane, isDrawn, draw }: DrawnNearProps) {
  const element = useRef<HTMLDivElement>(null);
  const [isNear, setIsNear] = useState(isDrawn);
  useEffect(() => {
    const place = element.current;
    if (isNear || place === null) return undefined;
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setIsNear(true), {
      root: pane === null ? document : place.closest(pane),
      rootMargin: MARGIN,
    });
    observer.observe(place);
    return () => observer.disconnect();
  }, [isNear]);
  return (
    <div ref={element} class={isNear ? 'stretch' : 'stretch undrawn'} data-last={last} style={{ '--count': count }}>
      {isNear && draw()}
    </div>
  );
}
