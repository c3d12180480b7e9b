/** Values of attributes that are looked at are shorter; a tag is searched no further than this. */
const REACH = 600;

const VALUE = '\\s*=\\s*(?:"([^"]*)"|\'([^\']*)\'|([^\\s"\'>]+))';
const PATTERNS = new Map(['class', 'id', 'href', 'alt', 'name', 'property', 'content'].map((name) => [name, new RegExp(`[\\s"']${name}${VALUE}`, 'id')]));

interface Attribute {
  value: string;
  /** Where the value begins in the source. */
  offset: number;
}

/** The attribute `name` of the tag at `[start, end)`, `null` where it has none. */
export function attributeOf(source: string, start: number, end: number, name: string): Attribute | null {
  const tag = source.slice(start, Math.min(end, start + REACH));
  const match = PATTERNS.get(name)?.exec(tag);
  if (match === null || match === undefined) return null;
  const group = match[1] !== undefined ? 1 : match[2] !== undefined ? 2 : 3;
  const place = match.indices?.[group];
  return { value: match[group] ?? '', offset: start + (place === undefined ? 0 : place[0]) };
}
