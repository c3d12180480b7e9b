import { computed, effect, signal } from '@preact/signals';
import type { Language } from '../lib/format.js';
import { readSetting, writeSetting } from '../state/settings.js';
import { en } from './en.js';
import { zh, type Messages } from './zh.js';

const DICTIONARIES: Record<Language, Messages> = { zh, en };

export const language = signal<Language>(initialLanguage());
export const messages = computed(() => DICTIONARIES[language.value]);

effect(() => {
  document.documentElement.lang = language.value === 'zh' ? 'zh-Hans' : 'en';
});

export function switchLanguage(): void {
  language.value = language.value === 'zh' ? 'en' : 'zh';
  writeSetting('language', language.value);
}

function initialLanguage(): Language {
  const remembered = readSetting('language');
  if (remembered === 'zh' || remembered === 'en') return remembered;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
