import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { useOwnEngine } from '@wenliu/engines/use-engine';
import { PortUnavailable, type Delivery, type LogRecord, type OutgoingMessage } from '@wenliu/ports';
import { KafkaMessageLog } from './kafka-message-log.js';

const MEMBER = fileURLToPath(new URL('./member.fixture.js', import.meta.url));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = ({ value }: LogRecord): string => new TextDecoder().decode(value);
const message = (topic: string, n: number | string, value = `${n}`): OutgoingMessage => ({
  topic, key: `k${n}`, lane: typeof n === 'number' && n % 3 === 0 ? 'backfill' : 'live', headers: {}, value: bytes(value),
});

async function readAll(log: KafkaMessageLog, topic: string): Promise<LogRecord[]> {
  const all: LogRecord[] = [];
  for (const { partition } of await log.partitions(topic)) all.push(...(await log.read(topic, partition, 0, 100_000)));
  return all;
}

async function until(what: string, limitMs: number, holds: () => Promise<boolean>): Promise<number> {
  const started = performance.now();
  while (!(await holds().catch(() => false))) {
    if (performance.now() - started > limitMs) throw new Error(`waited ${limitMs / 1_000} s for ${what}`);
    await sleep(50);
  }
  return performance.now() - started;
}

/** Tries again while Kafka is away, as ingest's callers and the runner do. */
async function persist(act: () => Promise<void>, signal?: AbortSignal): Promise<void> {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof PortUnavailable) || signal?.aborted) throw error;
      await sleep(100);
    }
  }
}

await useOwnEngine('kafka', (kafka) => {
  describe('Kafka in trouble', () => {
    const log = new KafkaMessageLog({ brokers: [kafka.address], sessionTimeoutMs: 6_000 });
    const children: ChildProcess[] = [];
    let topics = 0;
    const topic = async (): Promise<string> => {
      const name = `faults.${++topics}`;
      await log.createTopics([{ name, retention: null }]);
      return name;
    };
    const relay = (output: string) => (delivery: Delivery): Promise<void> => {
      const outputs = delivery.records.map((record) => ({ ...message(output, text(record)), lane: delivery.lane }));
      return persist(() => delivery.commit(outputs), delivery.signal);
    };
    afterAll(async () => {
      for (const child of children) child.kill('SIGKILL');
      await log.close();
    }, 60_000);

    it('loses nothing and commits nothing twice when the broker is killed during appends and deliveries', async () => {
      const [input, output] = [await topic(), await topic()];
      const subscription = await log.subscribe({ group: 'relay', topic: input, maxRecords: 7 }, relay(output));
      const state = { on: true, appended: 0 };
      const appending = (async () => {
        for (let n = 0; state.on; n += 3) {
          await persist(() => log.append([message(input, n), message(input, n + 1), message(input, n + 2)]));
          state.appended = n + 3;
        }
      })();
      await until('appends and outputs', 20_000, async () => state.appended >= 60 && (await readAll(log, output)).length > 0);
      await kafka.kill();
      await sleep(1_000);
      await kafka.restart();
      const before = state.appended;
      await until('appends, soon after the restart', 30_000, async () => state.appended > before + 60);
      state.on = false;
      await appending;
      await until('all outputs, soon after the restart', 30_000, async () => (await readAll(log, output)).length >= state.appended);
      await subscription.close(5_000);
      const expected = Array.from({ length: state.appended }, (_, n) => `${n}`).sort();
      expect((await readAll(log, input)).map(text).sort()).toEqual(expected);
      expect((await readAll(log, output)).map(text).sort()).toEqual(expected);
    }, 120_000);

    it('says within 10 s that the broker does not answer, and goes on when it does', async () => {
      const name = await topic();
      await log.append([message(name, 'before')]);
      kafka.pause();
      const started = performance.now();
      await expect(log.append([message(name, 'paused')])).rejects.toBeInstanceOf(PortUnavailable);
      const tookMs = performance.now() - started;
      kafka.resume();
      expect(tookMs).toBeLessThan(10_000);
      await persist(() => log.append([message(name, 'after')]));
      const found = (await readAll(log, name)).map(text);
      expect(found.filter((one) => one !== 'paused').sort()).toEqual(['after', 'before']);
    }, 60_000);

    it('refuses the late commit of a member that was paused beyond its session, and nothing of it is left', async () => {
      const [input, output] = [await topic(), await topic()];
      await log.append([message(input, 'x')]);
      const child = spawn(process.execPath, [MEMBER, kafka.address, 'zombie', input, output, 'late'], { stdio: ['pipe', 'pipe', 'inherit'] });
      children.push(child);
      const said: string[] = [];
      createInterface(child.stdout).on('line', (line) => said.push(line));
      await until('the first member to have the record', 20_000, async () => said.includes('got'));
      child.kill('SIGSTOP');
      const delivered: string[] = [];
      const second = await log.subscribe({ group: 'zombie', topic: input, maxRecords: 10 }, async (delivery) => {
        delivered.push(...delivery.records.map(text));
        await delivery.commit([message(output, 'second')]);
      });
      await until('the second member to commit', 30_000, async () => (await readAll(log, output)).length > 0);
      const committed = await log.committed('zombie', input);
      child.kill('SIGCONT');
      child.stdin.write('commit\n');
      await until('the answer to the late commit', 20_000, async () => said.includes('refused') || said.includes('committed'));
      expect(said).not.toContain('committed');
      expect(delivered).toEqual(['x']);
      expect((await readAll(log, output)).map(text)).toEqual(['second']);
      expect(await log.committed('zombie', input)).toEqual(committed);
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await Promise.all([gone, second.close(5_000)]);
    }, 90_000);

    it('hands partitions over to a member that joins and back when it leaves: nothing lost, nothing committed twice', async () => {
      const [input, output] = [await topic(), await topic()];
      const worked = { first: 0, second: 0 };
      const member = (name: keyof typeof worked) =>
        log.subscribe({ group: 'shared', topic: input, maxRecords: 2 }, async (delivery) => {
          await sleep(20, undefined, { signal: delivery.signal });
          await relay(output)(delivery);
          worked[name]++;
        });
      const append = async (from: number): Promise<void> => log.append(Array.from({ length: 100 }, (_, n) => message(input, from + n)));
      await append(0);
      const first = await member('first');
      await until('the first member to work', 10_000, async () => worked.first > 5);
      const second = await member('second');
      await append(100);
      await until('the second member to work', 20_000, async () => worked.second > 5);
      await second.close(5_000);
      await append(200);
      await until('all outputs', 30_000, async () => (await readAll(log, output)).length >= 300);
      await first.close(5_000);
      const expected = Array.from({ length: 300 }, (_, n) => `${n}`).sort();
      expect((await readAll(log, output)).map(text).sort()).toEqual(expected);
    }, 90_000);
  });
});
