import { messages } from '../../i18n/index.js';
import { toHref } from '../../lib/url-state.js';
import { lastSearch } from '../../state/router.js';
import { BackIcon } from '../ui/icons.js';

/** To the search one came from, as it was. */
export function BackLink() {
  return (
    <a class="back-link" href={toHref(lastSearch.value)}>
      <BackIcon />
      {messages.value.article.back}
    </a>
  );
}
