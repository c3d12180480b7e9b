import { messages } from '../../i18n/index.js';
import { toHref } from '../../lib/url-state.js';
import type { Push, PushState } from '../../state/push-store.js';
import { BusyBar } from '../ui/busy-bar.js';

export function PushItem({ push: { name, state } }: { push: Push }) {
  const m = messages.value;
  const articles = 'articles' in state ? state.articles : [];
  return (
    <li class={`push-item ${state.kind}`}>
      <div class="push-line">
        <span class="push-name">{name}</span>
        <span class="push-state">{describe(state)}</span>
      </div>
      {(state.kind === 'sending' || state.kind === 'following') && <BusyBar label={describe(state)} />}
      {articles.length > 0 && (
        <ul class="push-articles" lang="zh">
          {articles.map(({ id, title, state: articleState }) => (
            <li key={id}>
              {articleState === 'done' ? <a href={toHref({ kind: 'article', id })}>{title ?? m.common.untitled}</a> : (title ?? m.common.untitled)}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function describe(state: PushState): string {
  const m = messages.value;
  switch (state.kind) {
    case 'sending':
      return m.push.states.sending;
    case 'retrying':
      return m.push.retrying(state.seconds);
    case 'failed':
      return state.failure.kind === 'offline' ? m.problem.offlineTitle : `${m.push.states.rejected}: ${state.failure.problem.detail}`;
    case 'rejected':
      return [m.push.states.rejected, state.problem?.detail].filter(Boolean).join(': ');
    case 'following':
      return m.push.states[state.state];
    case 'settled': {
      if (state.state !== 'done') return m.push.states[state.state];
      const known = state.outcome === 'duplicate' ? m.push.states.duplicate : m.push.states.done;
      return `${known} · ${m.push.found(state.articles.length)}`;
    }
  }
}
