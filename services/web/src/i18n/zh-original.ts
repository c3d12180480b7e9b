import type { Doubt, RepairReason } from '@wenliu/contracts';

const doubts: Record<Doubt, string> = {
  'lossy-decoding': '有些字节解不出文字',
  'no-punctuation': '缺少标点',
  'cut-sentences': '句子有残缺',
  'unreadable-characters': '有无法辨认的字',
  'little-text': '文字太少',
  'not-chinese': '不是中文',
  'doubtful-lines': '有些行的归属存疑',
  'table-or-list': '像是表格或名单',
};

const repairs: Record<RepairReason, string> = {
  markup: '排版标记',
  'stray-space': '多余空格',
  width: '全角半角',
  'quotation-marks': '引号形式',
  dash: '破折号',
  doubled: '重复文字',
  misread: '误认的字',
  'lost-quotation-mark': '缺失的引号',
  'lost-sentence-end': '缺失的句末标点',
};

/** An original beside its articles. */
export const zhOriginal = {
  title: '原件与文章',
  untitled: '未命名的原件',
  page: '所在版面：原文、拆分与修复',
  linesTitle: '原文',
  articlesTitle: '文章',
  summary: (lines: string, articles: string, rest: string) => `${lines} 行 · ${articles} 篇文章 · ${rest} 行未归入文章`,
  states: { received: '已接收，等待拆分', split: '已拆分，正在标注', done: '已完成', quarantined: '已隔离' },
  received: (time: string) => `${time} 收到`,
  hint: '指向或选中一篇文章或一行，标出与它对应的另一半；点按可跳到那里。编号与颜色相同者为同一篇。',
  block: (number: number, title: string, lines: string) => `第 ${number} 篇：${title}，第 ${lines} 行`,
  noArticle: (lines: string) => `未归入文章，第 ${lines} 行`,
  lines: (lines: string) => `第 ${lines} 行`,
  showLines: (number: number, lines: string) => `在原文中显示第 ${number} 篇，第 ${lines} 行`,
  noArticles: '这份原件还没有文章。',
  notHere: '这篇文章现在以另一份原件为准。',
  elsewhere: '同篇另见：',
  otherPage: '另一版',
  quality: (percent: string) => `文本完好度 ${percent}`,
  doubtsLabel: '扣分原因',
  repairsTitle: (count: string) => `已修复 ${count} 处`,
  suggestionsTitle: (count: string) => `存疑，保留原样 ${count} 处`,
  nothing: '（无）',
  becomes: '改为',
  mayBe: '可能是',
  times: (count: number) => `共 ${count} 处`,
  sure: (percent: string) => `把握 ${percent}`,
  line: (line: number) => `第 ${line} 行`,
  showLine: (line: number, column: number) => `在原文中显示第 ${line} 行第 ${column} 个字符`,
  moreNotes: (count: string) => `再显示 ${count} 处`,
  list: '原件',
  listIntro: '收到的每一份原件：看它怎样拆成文章、修复了什么。',
  listMore: '更多原件',
  listEmpty: '还没有收到原件。',
  doubts,
  repairs,
};

export type OriginalMessages = typeof zhOriginal;
