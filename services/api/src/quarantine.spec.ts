import { quarantineTopic } from '@wenliu/contracts';
import { quarantine } from '@wenliu/pipeline';
import { aStage, readTopic, StageHarness } from '@wenliu/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Quarantine } from './quarantine.js';
import { QuarantineController } from './quarantine.controller.js';

const AT = '2026-02-03T04:05:06.000Z';
const poison = new TextEncoder().encode('\u0000 not json');

let harness: StageHarness;
let controller: QuarantineController;
let letters: Quarantine;

/** Three messages that their stage put aside. */
beforeEach(async () => {
  harness = await StageHarness.create(aStage({ name: 'picky', handle: async (records) => records.map(() => quarantine('invalid-message', 'no such shape')) }));
  letters = new Quarantine(harness.log);
  controller = new QuarantineController(letters);
  await harness.append(['a', 'b', 'c'].map((key) => ({ key, headers: { traceparent: `trace-${key}` }, value: poison })));
  await harness.start();
  await harness.drained();
  await harness.stop();
});

const input = () => readTopic(harness.log, harness.stage.input);
const ids = async (): Promise<string[]> => (await letters.open({})).map(({ entry }) => entry.id);

describe('the quarantine', () => {
  it('lists what was put aside, with reason and origin', async () => {
    const { total, items } = await controller.list({});
    expect(total).toBe(3);
    expect(items[0]).toMatchObject({ stage: 'picky', reason: 'invalid-message', detail: 'no such shape', class: 'rejected', attempts: 1, bytes: poison.length, redrivenAt: null });
    expect(items.map(({ key }) => key).sort()).toEqual(['a', 'b', 'c']);
    expect(await letters.count()).toBe(3);
  });

  it('shows the untouched bytes', async () => {
    const [id = ''] = await ids();
    const shown = await controller.show(id);
    expect(Buffer.from(shown.content, 'base64').equals(poison)).toBe(true);
    await expect(controller.show('nothing')).rejects.toMatchObject({ status: 404 });
    await expect(controller.show(id.replace(/\d+$/, '999'))).rejects.toMatchObject({ status: 404 });
  });

  it('sends an entry back as it came: bytes, key and headers of its own', async () => {
    const before = (await input()).length;
    const [entry] = (await controller.list({})).items;
    expect(await controller.redrive({ ids: [entry?.id] })).toEqual({ matched: 1, redriven: 1, dryRun: false });
    const all = await input();
    expect(all).toHaveLength(before + 1);
    const back = all.filter(({ key }) => key === entry?.key).at(-1);
    expect(back?.headers).toEqual({ traceparent: `trace-${entry?.key ?? ''}` });
    expect(Buffer.from(back?.value ?? []).equals(poison)).toBe(true);
    expect(await letters.count()).toBe(2);
    expect((await controller.show(entry?.id ?? '')).redrivenAt).not.toBeNull();
  });

  it('does not send an entry a second time, by its id or by filter, nor one that is named twice', async () => {
    const [first = '', second = ''] = await ids();
    const before = (await input()).length;
    expect(await controller.redrive({ ids: [first, first] })).toMatchObject({ matched: 1, redriven: 1 });
    expect(await controller.redrive({ ids: [first] })).toMatchObject({ matched: 0, redriven: 0 });
    expect(await controller.redrive({ ids: [first, second] })).toMatchObject({ matched: 1, redriven: 1 });
    expect(await controller.redrive({})).toMatchObject({ matched: 1, redriven: 1 });
    expect(await controller.redrive({})).toMatchObject({ matched: 0, redriven: 0 });
    expect(await input()).toHaveLength(before + 3);
    expect(await letters.count()).toBe(0);
  });

  it('counts without sending in a dry run, and sends at most the limit', async () => {
    const before = (await input()).length;
    expect(await controller.redrive({ dryRun: true })).toEqual({ matched: 3, redriven: 0, dryRun: true });
    expect(await controller.redrive({ limit: 2 })).toEqual({ matched: 3, redriven: 2, dryRun: false });
    expect(await input()).toHaveLength(before + 2);
  });

  it('filters by stage, class, reason and time', async () => {
    const totalOf = async (filter: object): Promise<number> => (await controller.list(filter)).total;
    expect(await totalOf({ stage: 'picky', class: 'rejected', reason: 'invalid-message' })).toBe(3);
    expect(await totalOf({ stage: 'other' })).toBe(0);
    expect(await totalOf({ class: 'failed' })).toBe(0);
    expect(await totalOf({ since: '2020-01-01' })).toBe(3);
    expect(await totalOf({ since: '2099-01-01T00:00:00+08:00' })).toBe(0);
  });

  it.each([
    ['since', { since: 'yesterday' }, /since: must be YYYY-MM-DD or a time in ISO 8601/],
    ['class', { class: 'odd' }, /^class: /],
    ['limit', { limit: '0' }, /^limit: /],
  ])('says what %s should be', async (_, filter, message) => {
    await expect(controller.list(filter)).rejects.toMatchObject({ status: 400, message: expect.stringMatching(message) });
  });

  it('knows no topic but its own', async () => {
    await letters.redrive(await letters.open({}), AT);
    expect(await letters.find(`${harness.stage.input}/0/0`)).toBeNull();
    expect((await readTopic(harness.log, quarantineTopic(harness.stage.input, 'picky'))).length).toBe(6);
    // The marker of what was sent back is no entry.
    expect(await letters.find(`${quarantineTopic(harness.stage.input, 'picky')}/0/99`)).toBeNull();
  });
});
