import { useEffect } from 'preact/hooks';
import { messages } from '../../i18n/index.js';

export function useTitle(title: string): void {
  const name = messages.value.name;
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
}
