import type { TaggedArticle } from '@wenliu/contracts';
import { quoteIfNeeded } from './examples.js';
import { occurrences } from './marks.js';
import { filterHref, searchHref } from './url-state.js';

export type TagKind = 'persons' | 'organizations' | 'places' | 'documents' | 'keywords';

export interface ArticleTag {
  key: string;
  kind: TagKind;
  label: string;
  /** Role and organisation of a person, kind and issuer of a document, the region of a place. */
  note: string;
  spans: readonly (readonly [number, number])[];
  /** Where the search for it is. */
  href: string;
}

export interface TagGroup {
  kind: TagKind;
  tags: ArticleTag[];
}

export function tagGroups(article: TaggedArticle): TagGroup[] {
  const groups: TagGroup[] = [
    { kind: 'persons', tags: article.persons.map(personTag) },
    { kind: 'organizations', tags: article.organizations.map(organizationTag) },
    { kind: 'places', tags: article.places.map(placeTag) },
    { kind: 'documents', tags: article.documents.map(documentTag) },
    { kind: 'keywords', tags: article.keywords.map(({ term }) => keywordTag(term, article.paragraphs)) },
  ];
  return groups.filter(({ tags }) => tags.length > 0);
}

function personTag({ name, role, organization, mentions }: TaggedArticle['persons'][number]): ArticleTag {
  const isInRole = organization !== null && role?.includes(organization);
  return tag('persons', name, [isInRole ? null : organization, role], mentions, filterHref('person', name));
}

function organizationTag({ name, short, mentions }: TaggedArticle['organizations'][number]): ArticleTag {
  return tag('organizations', name, [short === name ? null : short], mentions, filterHref('organization', name));
}

function placeTag({ name, region, mentions }: TaggedArticle['places'][number]): ArticleTag {
  return tag('places', name, [region === name ? null : region], mentions, filterHref('place', name));
}

function documentTag({ title, kind, issuer, mentions }: TaggedArticle['documents'][number]): ArticleTag {
  const href = searchHref({ q: `policy:"${title.replaceAll('"', '')}"` });
  return tag('documents', `《${title}》`, [issuer, kind], mentions, href);
}

function keywordTag(term: string, paragraphs: readonly string[]): ArticleTag {
  return tag('keywords', term, [], occurrences(paragraphs, term), searchHref({ q: quoteIfNeeded(term) }));
}

function tag(kind: TagKind, label: string, notes: (string | null)[], spans: ArticleTag['spans'], href: string): ArticleTag {
  const note = notes.filter((part) => part !== null && part !== '').join(' · ');
  return { key: `${kind} ${label} ${note}`, kind, label, note, spans, href };
}
