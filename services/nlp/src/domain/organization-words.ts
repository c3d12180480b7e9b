/** What the names of bodies end with; chosen by hand. A single character counts at the end of a longer word only. */
const ENDINGS =
  /(?:公司|代表大会|集团|大学|学院|医院|法院|检察院|研究院|科学院|设计院|剧院|委员会|协会|学会|商会|基金会|联合会|促进会|研究会|理事会|董事会|组委会|常委会|村委会|居委会|议会|联盟|联合体|银行|分行|支行|研究所|事务所|派出所|交易所|中心|中学|小学|学校|党校|幼儿园|出版社|通讯社|报社|杂志社|旅行社|合作社|俱乐部|编辑部|图书馆|博物馆|纪念馆|美术馆|文化馆|档案馆|总队|支队|大队|舰队|女队|男队|电视台|电台|政府|县委|市委|省委|区委|纪委|人大|政协|法工委|发改委|计委|教委|分厂|分会|分局|工厂|农场|书店|剧团|乐团|歌舞团|代表团|集团军|大使馆|领事馆|开发区管委会|党委|.局|..厅|..厂|..署|..办|宣传部|组织部|统战部|外交部|国防部|财政部|教育部|司法部|农业部|卫生部|交通部|铁道部|水利部|建设部|文化部|公安部|人事部|民政部|商务部)$/;

/** They end like the name of a body and are none. */
const NOT_ENDINGS: ReadonlySet<string> = new Set('结局 布局 格局 当局 大局 全局 僵局 棋局 开局 残局 败局 时局 政局 战局 出局 饭局 骗局 定局 终局 困局 变局 平局 中小学 跨国公司 上市公司 市中心 重心'.split(' '));

/** Their last characters: asked first, because most words of a text fail here and are never cut out of it. */
const LAST_CHARACTERS: ReadonlySet<number> = new Set(
  [...'司会团学院盟体行所心园社部馆队台府委大协厂局场店军厅署办校'].map((character) => character.charCodeAt(0)),
);

export function mayEndOrganization(lastCharacter: number): boolean {
  return LAST_CHARACTERS.has(lastCharacter);
}

export function isOrganizationWord(word: string): boolean {
  return ENDINGS.test(word) && !NOT_ENDINGS.has(word);
}
