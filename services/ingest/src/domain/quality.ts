import type { Doubt } from '@wenliu/contracts';

export interface Judged {
  paragraphs: readonly string[];
  language: string;
  /** Bytes were lost in decoding. */
  lossy: boolean;
  /** 0 to 1: how sure the splitter is of the article's lines. */
  sureness: number;
}

/** 1 for text as it was printed and lines without a doubt; less, with the reasons, for anything else. */
export function judge({ paragraphs, language, lossy, sureness }: Judged): { quality: number; doubts: Doubt[] } {
  const text = paragraphs.filter((paragraph) => paragraph.trim() !== '');
  if (text.length === 0) return { quality: 0, doubts: ['little-text'] };
  const length = text.reduce((sum, paragraph) => sum + paragraph.length, 0);
  const unread = text.reduce((sum, paragraph) => sum + countUnreadable(paragraph), 0);
  const marks = text.some((paragraph) => /[，。、；：！？,.;:!?]/.test(paragraph.slice(0, 2000)));
  const running = text.filter((paragraph) => !isRow(paragraph));
  const long = running.filter((paragraph) => paragraph.length > 30);
  const open = long.filter((paragraph) => !/[。！？!?…；;：:.”’」』）)】》]$/.test(paragraph.slice(-1)));
  let quality = 1;
  const doubts: Doubt[] = [];
  const doubt = (reason: Doubt, loss: number): void => {
    if (loss <= 0) return;
    doubts.push(reason);
    quality -= loss;
  };
  doubt('lossy-decoding', lossy ? 0.2 : 0);
  doubt('no-punctuation', marks ? 0 : 0.4);
  doubt('little-text', length < 40 ? 0.1 : 0);
  doubt('cut-sentences', long.length > 0 ? 0.4 * (open.length / long.length) : 0);
  doubt('unreadable-characters', Math.min(0.5, (20 * unread) / length));
  doubt('not-chinese', language === 'zh' ? 0 : 0.3);
  doubt('table-or-list', running.length < text.length * 0.5 ? 0.3 : 0);
  doubt('doubtful-lines', 0.3 * (1 - sureness));
  return { quality: Math.max(0, Math.round(quality * 100) / 100), doubts };
}

function isRow(paragraph: string): boolean {
  return /^\||\t.*\t|(?:\s{2,}\S+){3}/.test(paragraph.slice(0, 200));
}

/** U+FFFD, private use and the boxes that stand for a character a font or a recogniser did not know. */
function countUnreadable(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd || code === 0x25a1 || (code >= 0xe000 && code <= 0xf8ff)) count += 1;
  }
  return count;
}
