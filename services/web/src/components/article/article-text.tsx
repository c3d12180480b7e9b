import type { TaggedArticle } from '@wenliu/contracts';
import { messages } from '../../i18n/index.js';
import { spansByParagraph, type Range } from '../../lib/marks.js';
import type { ArticleTag } from '../../lib/tags.js';
import { Paragraph } from './paragraph.js';

interface ArticleTextProps {
  article: TaggedArticle;
  lines: readonly ReadonlyMap<number, Range[]>[];
  tag: ArticleTag | null;
  mention: number | null;
  active: number | null;
  activate: (paragraph: number | null) => void;
}

export function ArticleText({ article, lines, tag, mention, active, activate }: ArticleTextProps) {
  const m = messages.value;
  const marks = spansByParagraph(article.paragraphs, tag?.spans ?? []);
  let before = 0;
  return (
    <section class="article-text" aria-label={m.article.textLabel} onPointerLeave={() => activate(null)}>
      {article.paragraphs.map((text, index) => {
        const own = marks[index] ?? [];
        const first = before;
        before += own.length;
        return (
          <Paragraph
            key={index}
            index={index}
            text={text}
            marks={own}
            kind={tag?.kind ?? null}
            current={mention === null ? null : mention - first}
            lines={[...(lines[index]?.keys() ?? [])]}
            isActive={index === active}
            activate={activate}
          />
        );
      })}
      {article.captions.length > 0 && (
        <div class="captions">
          <h2>{m.article.captions}</h2>
          <ul>
            {article.captions.map(({ text, credit }) => (
              <li>
                {text}
                {credit !== null && <span class="credit">{credit}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
