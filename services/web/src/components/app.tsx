import { useEffect, useRef } from 'preact/hooks';
import { messages } from '../i18n/index.js';
import { arrivedBy, route } from '../state/router.js';
import { ArticlePage } from './article/article-page.js';
import { DocumentPage } from './document/document-page.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { PipelinePage } from './pipeline/pipeline-page.js';
import { PushDialog } from './push/push-dialog.js';
import { SearchPage } from './search/search-page.js';
import { isTyping, useSlashKey } from './use-slash-key.js';

export function App() {
  const main = useRef<HTMLElement>(null);
  useSlashKey();
  const shown = route.value;
  const place = shown.kind === 'article' || shown.kind === 'document' ? shown.id : shown.kind;

  useEffect(() => {
    // A screen reader follows to what the link opened; the first page keeps the browser's own focus.
    if (arrivedBy === 'link' && !isTyping(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [place]);

  return (
    <>
      <button type="button" class="skip-link" onClick={() => main.current?.focus()}>
        {messages.value.skipToContent}
      </button>
      <Header place={shown.kind} />
      <main ref={main} tabIndex={-1}>
        <Page />
      </main>
      <Footer />
      <PushDialog />
    </>
  );
}

function Page() {
  const shown = route.value;
  switch (shown.kind) {
    case 'search':
      return <SearchPage search={shown.search} />;
    case 'article':
      return <ArticlePage key={shown.id} id={shown.id} />;
    case 'document':
      return <DocumentPage key={shown.id} id={shown.id} article={shown.article} />;
    case 'pipeline':
      return <PipelinePage />;
  }
}
