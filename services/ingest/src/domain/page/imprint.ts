import type { Byline } from '@wenliu/contracts';
import { readByline } from './byline.js';
import { findDate } from './print-date.js';

/** The line an e-paper prints under a headline: “2024年04月12日　作者：记者 甲　来源：某某日报”. */
export interface Imprint {
  byline: Byline | null;
  issueDate: string | null;
  publication: string | null;
}

const LABEL = /^(作者|记者|来源|來源|稿源|信息来源|稿件来源|时间|時間|日期|发布时间|责任编辑|编辑|审核)[:：]\s?/u;

/** `null` where the line names neither author nor source. */
export function readImprint(text: string): Imprint | null {
  if (text.length > 100 || /^[一二三四五六七八九十]{1,3}、/u.test(text) || !/(?:作者|来源|來源|稿源|时间|時間|日期)[:：]/u.test(text)) return null;
  const imprint: Imprint = { byline: null, issueDate: null, publication: null };
  for (const part of text.replace(/[\s\u3000]+(?=(?:作者|记者|来源|信息来源|责任编辑|编辑|审核)[:：])/gu, '\u3000').split(/[\u3000|｜]+|\s{2,}/u)) {
    const label = LABEL.exec(part);
    const value = part.slice(label?.[0].length ?? 0).trim();
    if (label === null && findDate(part) === null) return null;
    if (label?.[1] === '作者' || label?.[1] === '记者') imprint.byline = readByline(value) ?? readByline(`作者 ${value}`);
    else if (findDate(value) !== null) imprint.issueDate = findDate(value);
    else if (/[来來稿]源/u.test(label?.[1] ?? '')) imprint.publication = value === '' ? null : value;
  }
  return imprint;
}
