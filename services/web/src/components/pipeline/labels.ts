import { messages } from '../../i18n/index.js';

/** A newer service may count what this page has no word for. */
export function outcomeLabel(outcome: string): string {
  const labels: Readonly<Record<string, string>> = messages.value.outcomes;
  return labels[outcome] ?? outcome;
}
