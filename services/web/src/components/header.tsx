import { messages, switchLanguage } from '../i18n/index.js';
import type { Route } from '../lib/url-state.js';
import { openPushDialog } from '../state/push-store.js';
import { PlusIcon } from './ui/icons.js';

export function Header({ place }: { place: Route['kind'] }) {
  const m = messages.value;
  return (
    <header class="masthead">
      <div class="shell masthead-row">
        <a class="wordmark" href="?">
          <span class="wordmark-name" lang="zh-Hans">文流</span>
          <span class="wordmark-tagline">{m.tagline}</span>
        </a>
        <nav class="main-nav" aria-label={m.nav.label}>
          <a href="?" aria-current={place === 'search' ? 'page' : undefined}>{m.nav.search}</a>
          <a href="?view=pipeline" aria-current={place === 'pipeline' ? 'page' : undefined}>{m.nav.pipeline}</a>
        </nav>
        <div class="masthead-actions">
          <button type="button" class="button quiet" onClick={openPushDialog}>
            <PlusIcon />
            <span class="button-text">{m.nav.addPage}</span>
          </button>
          <button type="button" class="button bare" lang={m.otherLanguage === 'English' ? 'en' : 'zh-Hans'} onClick={switchLanguage}>
            {m.otherLanguage}
          </button>
        </div>
      </div>
    </header>
  );
}
