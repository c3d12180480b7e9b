import type { ArticleSummary } from '@wenliu/contracts';

type Named = Pick<ArticleSummary, 'byline'>;

/** The names of a byline in printed order, with their role only where it changes. */
export function authorsByRole({ byline }: Named): { role: string; names: string[] }[] {
  const groups: { role: string; names: string[] }[] = [];
  for (const { name, role } of byline.authors) {
    const last = groups.at(-1);
    if (last !== undefined && last.role === role) last.names.push(name);
    else groups.push({ role, names: [name] });
  }
  return groups;
}

/** Only web addresses become links; an article may carry any string as its `url`. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}

/** For the `lang` attribute: it chooses the glyphs of the right writing. */
export function languageTag({ language, script }: Pick<ArticleSummary, 'language' | 'script'>): string {
  return script === null ? language : `${language}-${script}`;
}
