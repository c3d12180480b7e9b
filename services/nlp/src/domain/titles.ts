/** Words that stand beside a name and say what the person is. Ranks with a common ending are found by it. */
const TITLES: ReadonlySet<string> = new Set(
  (
    '书记 主席 总统 总理 首相 主任 教授 院士 博士 先生 女士 小姐 同志 记者 代表 委员 律师 法官 检察官 医生 大夫 护士 老师 教师 导演 演员 作家 诗人 画家 歌手 教练 主教练 队员 选手 运动员 名将 棋手 将军 上将 中将 少将 ' +
    '大校 上校 司令 司令员 政委 总裁 经理 总经理 董事 工程师 总工程师 设计师 会计师 研究员 专家 学者 农民 村民 居民 市民 工人 职工 民警 警察 战士 烈士 英雄 劳模 大使 公使 领事 总领事 发言人 秘书 参赞 议员 参议员 众议员 ' +
    '总编辑 主编 编辑 编剧 作者 翻译 夫人 总书记 副总理 副主席 副书记 副主任 副总裁 副教授 国王 女王 王子 公主 教皇 总督 外相 财长 外长 防长 书法家 科学家 经济学家 企业家 艺术家 音乐家 小将 老将 女将 球员 队长 船长 ' +
    '大娘 大爷 大妈 大伯 大叔 大嫂 大姐 大哥 阿姨 奶奶 爷爷 师傅 老人 老汉 太太 公公 婆婆'
  ).split(' '),
);

const RANK_ENDINGS = /(?:长|书记|主任|主席|经理|总裁|教授|专家|学家|人员|代表|委员|秘书|大使|顾问|司令员?|研究员)$/;

/** 董事长 and 校长 are ranks; 增长, 特长, 延长 are not. */
const NOT_RANKS: ReadonlySet<string> = new Set('增长 成长 生长 延长 擅长 特长 专长 周长 身长 全长 家长制 漫长 较长 最长 更长 不长 很长 工作人员 有关人员'.split(' '));

export function isTitle(word: string): boolean {
  if (TITLES.has(word)) return true;
  return word.length >= 2 && RANK_ENDINGS.test(word) && !NOT_RANKS.has(word);
}
