/** The text that every span of an article counts in. */
export function articleText(article: { paragraphs: readonly string[] }): string {
  return article.paragraphs.join('\n');
}
