import type { DocumentPage } from '@wenliu/contracts';
import { useState } from 'preact/hooks';
import { getDocuments } from '../../api/client.js';
import { toFailure, type Failure } from '../../api/failure.js';
import { useLoad } from '../../api/use-load.js';
import { language, messages } from '../../i18n/index.js';
import { formatBytes, formatMoment } from '../../lib/format.js';
import { toHref } from '../../lib/url-state.js';
import { FailureNotice } from '../ui/failure-notice.js';

const AT_A_TIME = 20;

/** The originals, each a way to its articles. The service lists them by id; newer ones may stand anywhere. */
export function DocumentList() {
  const m = messages.value.original;
  const [load, retry] = useLoad('documents', (signal) => getDocuments(null, AT_A_TIME, signal));
  return (
    <section class="document-section" aria-labelledby="documents-title">
      <div class="pane-head"><h2 id="documents-title">{m.list}</h2></div>
      <p class="muted">{m.listIntro}</p>
      {load.kind === 'failed' && <FailureNotice failure={load.failure} retry={retry} />}
      {load.kind === 'ready' && <Items first={load.value} />}
    </section>
  );
}

function Items({ first }: { first: DocumentPage }) {
  const m = messages.value.original;
  const [{ items, next }, setPage] = useState(first);
  const [failure, setFailure] = useState<Failure | null>(null);
  const more = async (): Promise<void> => {
    try {
      const page = await getDocuments(next, AT_A_TIME);
      setPage({ items: [...items, ...page.items], next: page.next });
      setFailure(null);
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  if (items.length === 0) return <p class="empty-line">{m.listEmpty}</p>;
  return (
    <>
      <ul class="document-list">
        {items.map(({ id, name, bytes, receivedAt }) => (
          <li key={id}>
            <a href={toHref({ kind: 'document', id, article: null })}>{name ?? m.untitled}</a>
            <span class="meta">
              <span>{formatBytes(bytes)}</span>
              <time dateTime={receivedAt}>{formatMoment(receivedAt, language.value)}</time>
            </span>
          </li>
        ))}
      </ul>
      {failure !== null && <FailureNotice failure={failure} retry={() => void more()} />}
      {next !== null && <button type="button" class="button" onClick={() => void more()}>{m.listMore}</button>}
    </>
  );
}
