import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { jsonLines, runWenliu, temporaryFolder } from '../run-wenliu.fixture.js';
import { accepted, MoodyServer, problem } from './moody-server.fixture.js';

let server = new MoodyServer();
afterEach(() => {
  server.stop();
  server = new MoodyServer();
});

const linesFile = (count: number): string => {
  const path = join(temporaryFolder(), 'lines.ndjson');
  writeFileSync(path, Array.from({ length: count }, (_, i) => `{"paragraphs":["第${i}篇。"]}\n`).join(''));
  return path;
};

/** More than the batches that are on their way at once. */
const MANY = 12_000;

/** Gets Ctrl+C after a few answers. */
async function interruptedPush() {
  let interrupt: () => void = () => undefined;
  const interrupted = new Promise<void>((resolve) => (interrupt = resolve));
  const url = await server.start((pushed, count) => {
    if (count === 3) interrupt();
    return accepted(pushed);
  });
  const path = linesFile(MANY);
  const ran = await runWenliu(['push', path, '--url', url], { started: (child) => void interrupted.then(() => child.kill('SIGINT')) });
  return { path, url, ...ran };
}

describe('wenliu push', () => {
  it('sends options and content type along, compressed', async () => {
    const url = await server.start((pushed) => accepted(pushed));
    const args = ['--lane', 'backfill', '--source', 'archive', '--publication', '文流日报', '--date', '2024-01-10', '--page', '3', '--key', 'secret'];
    const { code, stdout } = await runWenliu(['push', linesFile(200), '--url', url, ...args]);
    const [first] = server.pushed;
    expect(Object.fromEntries(first?.url.searchParams ?? [])).toEqual({
      sourceKind: 'cli', lane: 'backfill', source: 'archive', publication: '文流日报', issueDate: '2024-01-10', page: '3', name: 'lines.ndjson',
    });
    expect(first?.headers).toMatchObject({ 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip', authorization: 'Bearer secret' });
    expect(stdout).toContain('200 accepted');
    expect(code).toBe(0);
  });

  it('comes back when the server says when, and when the connection breaks', async () => {
    const url = await server.start((pushed, count) => {
      if (count === 1) return { ...problem(503, 'The pipeline is behind.'), headers: { 'retry-after': '0' } };
      if (count === 2) return { ...problem(429, 'Slower.'), headers: { 'retry-after': '0' } };
      return count === 3 ? 'hang up' : accepted(pushed);
    });
    const { code, stdout, stderr } = await runWenliu(['push', linesFile(3), '--url', url]);
    expect(stderr).toMatch(/The pipeline is behind[^]*Slower[^]*connection/);
    expect(stdout).toContain('3 accepted');
    expect(code).toBe(0);
  });

  it('halves a batch that is too large, and names the line that alone still is', async () => {
    const url = await server.start((pushed) => {
      if (pushed.lines.length > 2) return problem(413, 'Too large.');
      return pushed.lines.some((line) => line.includes('第6篇')) ? problem(413, 'Too large.') : accepted(pushed);
    });
    const ran = await runWenliu(['push', linesFile(9), '--url', url]);
    expect(ran.stdout).toContain('8 accepted, 0 duplicate, 1 rejected');
    expect(ran.stderr).toContain('lines.ndjson:7: rejected: Too large.');
    expect(ran.code).toBe(1);
  });

  it('stops cleanly on Ctrl+C and goes on where it stopped', async () => {
    const { path, url, stderr, code } = await interruptedPush();
    expect(code).toBe(1);
    expect(stderr).toContain('the same command again goes on from here');
    const before = server.pushed.flatMap(({ lines }) => lines);
    expect(before.length).toBeLessThan(MANY);

    const second = await runWenliu(['push', path, '--url', url]);
    expect(second.stdout).toContain(`${MANY - before.length} accepted, 0 duplicate, 0 rejected, ${before.length} sent before`);
    expect(new Set(server.pushed.flatMap(({ lines }) => lines)).size).toBe(MANY);
  });

  it('sends everything to a server that has lost what it acknowledged', async () => {
    const { path, url } = await interruptedPush();
    server.remembers = false;
    const second = await runWenliu(['push', path, '--url', url]);
    expect(second.stderr).toContain('sending everything');
    expect(second.stdout).toContain(`${MANY} accepted`);
  });

  it('says at once when nothing answers', async () => {
    const url = await server.start(accepted);
    server.stop();
    const { code, stderr } = await runWenliu(['push', linesFile(1), '--url', url]);
    expect(code).toBe(1);
    expect(stderr).toContain('start a server with "wenliu up"');
  });

  it('stops at what would meet every document', async () => {
    const url = await server.start(() => problem(401, 'The key is wrong.'));
    const ran = await runWenliu(['push', linesFile(1), '--url', url, '--json']);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('The key is wrong.');
    expect(jsonLines(ran)).toEqual([]);
  });
});
