import { messages } from '../../i18n/index.js';
import { lastSearchHref } from '../../state/router.js';
import { BackIcon } from '../ui/icons.js';

/** To the search one came from, as it was. */
export function BackLink() {
  return (
    <a class="back-link" href={lastSearchHref.value}>
      <BackIcon />
      {messages.value.article.back}
    </a>
  );
}
