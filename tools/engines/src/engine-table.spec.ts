import { describe, expect, it } from '@jest/globals';
import { chooseJdk, majorOf } from './find-jdk.js';
import { ENGINES, isEngineName } from './engine-table.js';
import { freePorts } from './free-ports.js';
import { propertiesOf } from './properties.js';
import { parseState } from './state.js';

describe('the choice of a JDK', () => {
  it.each([
    ['JAVA_VERSION="25.0.1"\n', 25],
    ['IMPLEMENTOR="x"\nJAVA_VERSION="17"\n', 17],
    ['IMPLEMENTOR="x"\n', null],
  ])('reads the version of %j', (release, major) => {
    expect(majorOf(release)).toBe(major);
  });

  it.each([
    [[17, 21, 25], 21],
    [[11, 17], 17],
    [[8, 11], null],
    [[], null],
  ])('takes of %j the first that is new enough for all engines, else the first that will do', (majors, chosen) => {
    const jdks = majors.map((major) => ({ home: `/jdk-${major}`, major }));
    expect(chooseJdk(jdks)?.major ?? null).toBe(chosen);
  });
});

describe("an engine's properties", () => {
  it('hold what deployments share, and listen on loopback only', () => {
    const lines = propertiesOf('kafka', { port: 1, inner: 2 }, '/data').split('\n');
    for (const [key, value] of Object.entries(ENGINES.kafka.settings)) expect(lines).toContain(`${key}=${value}`);
    expect(lines).toContain('listeners=PLAINTEXT://127.0.0.1:1,CONTROLLER://127.0.0.1:2');
    expect(lines).toContain('log.dirs=/data/log');
  });
});

describe('the state file', () => {
  const kept = { name: 'kafka', address: '127.0.0.1:1', port: 1, pid: 2, folder: '/tmp/x' };

  it('gives back what runs', () => {
    expect(parseState(JSON.stringify([kept]))).toEqual([kept]);
  });

  it.each(['', '{', 'null', '{}', '[1, null, {}]', JSON.stringify([{ ...kept, name: 'toString' }]), JSON.stringify([{ ...kept, pid: '2' }])])(
    'says nothing when it is damaged: %j',
    (text) => {
      expect(parseState(text)).toEqual([]);
    },
  );
});

it('knows engines by their names only', () => {
  expect(['kafka', 'ferretdb', 'toString', ''].map(isEngineName)).toEqual([true, true, false, false]);
});

it('finds free ports, no two the same', async () => {
  expect(new Set(await freePorts(20)).size).toBe(20);
});
