import { fold } from '@wenliu/text';
import { wordLikelihood } from '@wenliu/text/words';
import { hasCompoundSurname, isName, mayBeName } from './byline-words.js';

/** The Hundred Family Surnames and others that are common today; simplified and, where they differ, traditional. */
const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄' +
  '和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮' +
  '龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能' +
  '苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简' +
  '饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴商牟佘佴伯赏墨哈谯笪年爱阳佟言福肖邝丘辜粘凃芦谌晋栗苟苑原尧宛鹿雒檀粟冼隋邸郄卜练付代敬覃涂丛仝亓揭闪撒初楚税植麦岱漆禚鄢郇矫仵庹' +
  '趙錢孫吳鄭馮陳衛蔣沈韓楊許呂張嚴華陶謝鄒喻竇雲蘇范魯韋馬鳳俞酆鮑費薛賀湯羅畢鄔樂時傅齊顧黃蕭貝臧計談龐紀項董閔賈婁顏鍾駱樊凌萬盧莫繆鄧鬱單諸龔榮陸車寧厲劉葉龍賴喬聞黨譚貢勞溫莊閻慕連習廣闕歐鞏聶饒關後遊權蓋鄺區麥簡鐘塗莊';
/** Words that begin like a name and are none. */
const NO_NAME = /(?:师傅|老师|医生|律师|先生|女士|大爷|大妈|阿姨|奶奶|爷爷|同志)$|[谈评略图版摄稿社电网报注完刊台讯圖攝電網報註处處院]$|^(?:编后|编者|文件|方法|方案|时间|广告|金额|成绩|关系|水平|全文|全国|国内|国际|江南|江北|安全|高级|农历|平均|同上|下同|和平|计划|白天|管理|经济|公告|简介|简讯|都市|后记|家长|家庭|时评|农业|文化|文物|查询|应用|平安|广场|安排|相关)$/u;

/** Two or three characters that begin with a surname: likely a name where a name is expected, not proof of one. */
export function isLikelyName(text: string): boolean {
  return mayBeName(text) && (/^\p{Script=Han}{2,3}$/u.test(text) ? SURNAMES.includes(text.charAt(0)) || hasCompoundSurname(text) : text.length > 3) && !NO_NAME.test(text) && isName(text);
}

const SURNAME_CODES = new Uint8Array(0x10000);
for (const char of SURNAMES) SURNAME_CODES[char.charCodeAt(0)] = 1;

/** Whether the character at `at` is a surname, or another word that is one, too. */
export function isSurname(text: string, at: number): boolean {
  return SURNAME_CODES[text.charCodeAt(at)] === 1;
}

/** Whether the whole of a short text is a known word, and so hardly a name. */
export function isWord(text: string): boolean {
  return wordLikelihood(fold(text), 0, text.length) > -Infinity;
}
