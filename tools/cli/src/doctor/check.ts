export interface Check {
  name: string;
  level: 'ok' | 'warn' | 'fail';
  detail: string;
  /** What to do; `null` where all is well. */
  todo: string | null;
}

export const ok = (name: string, detail: string): Check => ({ name, level: 'ok', detail, todo: null });
export const warn = (name: string, detail: string, todo: string): Check => ({ name, level: 'warn', detail, todo });
export const fail = (name: string, detail: string, todo: string): Check => ({ name, level: 'fail', detail, todo });
