import { describe, expect, it } from '@jest/globals';
import { splitPage } from './split-page.js';

const HINTS = { publication: null, issueDate: null, page: null, url: null, revision: 1 };
const STORY = ['渡口的船不走了', '本报讯（记者 林见川）青山县的渡口今年停了摆渡，老船工把缆绳收进屋里，说往后过河只走新桥，船就留给孩子们看。'];
const BRIEFS = ['水务部门本周起对城北片区的供水管网进行冲洗，每晚十时至次日五时水压会有波动。', '第十二届少儿书画大赛开始征稿，六至十六岁的少年儿童均可以报名参加。', '供销社新开办农机租赁业务，首批推出旋耕机、插秧机和植保无人机。'];

/** The lines of each article, by index of what is handed in. */
function read(...lines: readonly string[]): number[][] {
  const { drafts } = splitPage(lines.join('\n'), HINTS);
  return drafts.map((draft) => draft.lines.map((line) => line - 1).sort((a, b) => a - b));
}

describe('briefs', () => {
  it.each([
    ['●', '一句话新闻'],
    ['▲', '民 生 播 报'],
    ['◆', '◎环球扫描'],
  ])('are articles each, with %s under %p', (mark, name) => {
    expect(read(...STORY, name, ...BRIEFS.map((text) => mark + text))).toEqual([[0, 1], [3], [4], [5]]);
  });

  it('are articles each behind their places', () => {
    const places = ['清渡区', '白鹭县', '渔梁市'];
    expect(read(...STORY, '各地动态', ...BRIEFS.map((text, i) => `${places[i] ?? ''}　${text}`))).toEqual([[0, 1], [3], [4], [5]]);
  });

  it('have what is in bold type before them for headline', () => {
    const { drafts } = splitPage([...STORY, '民生播报', ...BRIEFS.map((text, i) => `**${['管网冲洗', '书画征稿', '农机租赁'][i] ?? ''}**　${text}`)].join('\n'), HINTS);
    expect(drafts.slice(1).map(({ title }) => title)).toEqual(['管网冲洗', '书画征稿', '农机租赁']);
  });

  it('have what stands before a bar for headline', () => {
    const firms = ['迅翼航运：发布新渡船丨', '青山船厂：召回旧缆绳丨', '河谷电机：与渡口签约丨'];
    expect(read(...STORY, '公司动态', ...BRIEFS.map((text, i) => `${firms[i] ?? ''}${text}`))).toEqual([[0, 1], [3], [4], [5]]);
  });

  it('need no name where three follow each other', () => {
    const end = '渡口的石阶还留着，每天清早仍有人去那里挑水、洗菜，老船工就坐在一旁看。';
    expect(read(...STORY, end, ...BRIEFS.map((text) => `▲${text}`))).toEqual([[0, 1, 2], [3], [4], [5]]);
  });

  it('are none under what gives advice', () => {
    expect(read(...STORY, '反诈提醒', '接到“理赔”电话，请做到“三个先”', ...BRIEFS.map((text, i) => `●${['先挂断', '先核实', '先问人'][i] ?? ''}：${text}`))).toHaveLength(1);
  });

  it('are none where a report sums them up below its lead', () => {
    expect(read(...STORY, ...BRIEFS.map((text, i) => `【${['供水', '书画', '农机'][i] ?? ''}】${text}`))).toEqual([[0, 1, 2, 3, 4]]);
  });

  it('are none where a list is announced', () => {
    expect(read(STORY[0] ?? '', `${STORY[1] ?? ''}三件事如下：`, ...BRIEFS.map((text) => `●${text}`))).toEqual([[0, 1, 2, 3, 4]]);
  });
});
