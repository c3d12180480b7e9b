const PREFIX = 'wenliu.';

/** Storage may be forbidden or full; a setting is then only not remembered. */
export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function writeSetting(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Not remembered, nothing else is lost.
  }
}
