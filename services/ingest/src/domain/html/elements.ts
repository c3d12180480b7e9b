const INLINE = new Set(
  'a abbr b bdi bdo big cite code data dfn em font i img ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr #text'.split(' '),
);

/** Elements that do not break the line they stand in. */
export function isInline(name: string): boolean {
  return INLINE.has(name);
}
