import { messages } from '../i18n/index.js';

export function Footer() {
  const m = messages.value;
  return (
    <footer class="colophon">
      <div class="shell colophon-row">
        <span>{m.name}</span>
        <a href="docs" target="_blank">{m.nav.apiDocs}</a>
        <span class="keys-hint">{m.search.keys}</span>
      </div>
    </footer>
  );
}
