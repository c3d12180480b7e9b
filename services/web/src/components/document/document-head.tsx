import { language, messages } from '../../i18n/index.js';
import { formatBytes, formatDate, formatMoment } from '../../lib/format.js';
import type { Original } from '../../state/original-store.js';

/** Which page of which paper it is, as far as its articles say, and what was received. */
export function DocumentHead({ original: { document, articles } }: { original: Original }) {
  const m = messages.value;
  const own = articles.map(({ article }) => article).find(({ documentId, publication }) => documentId === document.id && publication !== null);
  const printed = own === undefined ? [] : [own.publication, own.issueDate === null ? null : formatDate(own.issueDate, language.value), own.page === null ? null : m.search.page(own.page)];
  const title = printed.filter((part) => part !== null).join(' ');
  return (
    <header class="page-head original-head">
      <h1 lang="zh">{title || (document.name ?? m.original.untitled)}</h1>
      <p class="meta">
        {title !== '' && document.name !== null && <span>{document.name}</span>}
        <span>{document.mediaType}</span>
        <span>{formatBytes(document.bytes)}</span>
        <span><time dateTime={document.receivedAt}>{m.original.received(formatMoment(document.receivedAt, language.value))}</time></span>
        <span>{m.original.states[document.state]}</span>
      </p>
    </header>
  );
}
