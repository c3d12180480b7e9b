const FROM = /^[（(【▲■]?\s?(?:紧接|緊接|上接|接)(第?[^（(【）)】，。]{1,10}?版[^（(【）)】，。]{0,8})[）)】]?/u;
const TO = /[（(【▼■]?\s?(?:紧接|下转|下轉|转|轉)(第?[^（(【）)】，。]{1,10}?版[^（(【）)】，。]{0,8})[）)】]?$/u;

/** Where the rest of an article is printed: “（上接第一版）” before the text, “（下转第三版）” after it. */
export function readContinuation(paragraphs: readonly string[]): { continuedFrom: string | null; continuesTo: string | null } {
  const [first = ''] = paragraphs;
  const last = paragraphs.at(-1) ?? '';
  return {
    continuedFrom: FROM.exec(first.slice(0, 40))?.[1] ?? null,
    continuesTo: TO.exec(last.slice(-40))?.[1] ?? null,
  };
}
