import type { Person, Span } from '@wenliu/contracts';
import { endOfDottedName, endOfName } from './person-names.js';
import { isTitle } from './titles.js';
import { lengthOf, spanOf, wordOf, type TokenView } from './token-view.js';

export interface PersonsFound {
  persons: Person[];
  /** 1 for each token that is part of a person's name. */
  taken: Uint8Array;
}

/** People named in full, in the order of their first mention, without those in `excluded` (the article's own authors). */
export function findPersons(view: TokenView, excluded: ReadonlySet<string>): PersonsFound {
  const found = new Map<string, Person>();
  const taken = new Uint8Array(view.count);
  const hasDots = view.text.includes('·');
  for (let token = 0; token < view.count; ) {
    const dotted = hasDots ? endOfDottedName(view, token) : token;
    const end = dotted > token ? dotted : endOfName(view, token);
    if (end === token) {
      token += 1;
      continue;
    }
    taken.fill(1, token, end);
    const span = spanOf(view, token, end);
    const name = view.text.slice(span[0], span[1]);
    if (!excluded.has(name)) addMention(found, name, span, roleBeside(view, token, end));
    token = end;
  }
  return { persons: [...found.values()], taken };
}

function addMention(found: Map<string, Person>, name: string, span: Span, role: string | null): void {
  const person = found.get(name);
  if (person === undefined) {
    found.set(name, { name, role, organization: null, mentions: [span] });
    return;
  }
  person.role ??= role;
  person.mentions.push(span);
}

/** `局长张三` or `张三教授`; before goes first, because what follows a name is as often the next thing in the sentence. */
function roleBeside(view: TokenView, first: number, end: number): string | null {
  const before = first > 0 ? titleAt(view, first - 1) : null;
  if (before === null) return end < view.count ? titleAt(view, end) : null;
  const rank = first > 1 ? wordOf(view, first - 2) : '';
  return rank === '副' || rank === '总' || rank === '原' ? rank + before : before;
}

function titleAt(view: TokenView, token: number): string | null {
  if (lengthOf(view, token) < 2) return null;
  const word = wordOf(view, token);
  return isTitle(word) ? word : null;
}
