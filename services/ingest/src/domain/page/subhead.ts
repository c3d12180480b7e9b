import { WIDEST_SUBHEAD } from './head-odds.js';
import { ORNAMENT, widthOf } from './marks.js';
import type { PageView } from './page-view.js';

const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十][)）]|第[一二三四五六七八九十](?:[章节部]|\p{Script=Han}[:：\s\u3000])|[壹贰叁肆伍陆柒捌玖拾](?:[\s\u3000、]|$)|之[一二三四五六七八九十]$|\d{1,2}[:：]\d{2}[\s\u3000])/u;
const BOX = /^(?:核心阅读|核心提示|内容提要|阅读提示|链接|相关链接|新闻链接|背景|新闻背景|名词解释|人物小传|人物名片|数据速览|延伸阅读|小贴士|小资料|资料链接|知识链接|专家点评|(?:反诈|警方|法官|律师|检察官|医生|专家|温馨)(?:提醒|提示)|记者手记|街坊说|网友说|读者说|各方声音|编辑点评|编后|短评|连线|對話|对话|鏈接|連結|新聞背景|名詞解釋)$/u;

/** ln of the odds that `text` stands within an article, as a subhead or the name of a box. */
export function oddsOfSubhead(text: string): number {
  if (NUMBERED.test(text)) return 3;
  if (isBox(text)) return 2.5;
  const width = widthOf(text);
  return width <= WIDEST_SUBHEAD ? 0 : -(width - WIDEST_SUBHEAD) * 0.4;
}

/** “核心阅读”, “相关链接”: the name of what is set into a text. */
export function isBox(text: string): boolean {
  return BOX.test(text.replace(/\s/g, ''));
}

/** By bit, the forms that the subheads of a piece share. */
export function formsOf(view: PageView, heading: number): number {
  const text = view.text(heading);
  const forms = [/\S[：:]\S/u.test(text), typeof view.mark(heading)?.number === 'number', (view.lines[heading]?.level ?? 0) > 0, ORNAMENT.test(text)];
  return forms.reduce((bits, has, i) => (has ? bits | (1 << i) : bits), 0);
}
