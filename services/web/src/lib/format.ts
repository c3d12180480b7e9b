export type Language = 'zh' | 'en';

const LOCALES: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };

export function formatDate(isoDate: string, language: Language): string {
  const dateStyle = language === 'zh' ? 'long' : 'medium';
  return format(isoDate, `${isoDate.slice(0, 10)}T00:00:00Z`, language, { dateStyle, timeZone: 'UTC' });
}

export function formatMonth(month: string, language: Language): string {
  return format(month, `${month}-01T00:00:00Z`, language, { year: 'numeric', month: 'short', timeZone: 'UTC' });
}

export function formatMoment(isoTime: string, language: Language): string {
  return format(isoTime, isoTime, language, { dateStyle: 'medium', timeStyle: 'medium' });
}

/** What is no time is shown as it was given. */
function format(given: string, isoTime: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const time = new Date(isoTime);
  if (Number.isNaN(time.getTime())) return given;
  return new Intl.DateTimeFormat(LOCALES[language], options).format(time);
}

export function formatCount(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(value);
}

export function formatRate(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}

export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** `45s`, `3m 20s`, `2h 5m`. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}s`;
  if (whole < 3600) return `${Math.floor(whole / 60)}m ${whole % 60}s`;
  return `${Math.floor(whole / 3600)}h ${Math.floor((whole % 3600) / 60)}m`;
}

/** What passed between two steps: milliseconds where it is short. */
export function formatGap(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.max(0, Math.round(milliseconds))} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return formatDuration(milliseconds / 1000);
}
