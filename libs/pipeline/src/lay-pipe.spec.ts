import { describe, expect, it } from '@jest/globals';
import { articleRaw, type StageSpec, type Topic } from '@wenliu/contracts';
import { findPipeFaults, quarantineTopicsOf } from './lay-pipe.js';

const topic = (name: string): Topic<unknown> => ({ ...articleRaw, name });
const stage = (name: string, input: string, outputs: string[]): StageSpec => ({ service: 'test', name, input: topic(input), outputs: outputs.map(topic) });

const TOPICS = ['a', 'b', 'c'];

describe('laying the pipe', () => {
  it('finds no fault where each topic that is read is written', () => {
    expect(findPipeFaults([stage('one', 'a', ['b']), stage('two', 'b', ['c']), stage('three', 'b', []), stage('four', 'c', [])], TOPICS, ['a'])).toEqual([]);
    expect(findPipeFaults([], TOPICS, [])).toEqual([]);
  });

  const FAULTS: [string, StageSpec[], string[]][] = [
    ['two stages of one name', [stage('one', 'a', []), stage('one', 'a', [])], ['two stages are named one: give one another name']],
    ['a topic that does not exist, read', [stage('one', 'x', [])], ['stage one reads x, which is not in topics.ts', 'stage one reads x, which nothing writes']],
    ['a topic that does not exist, written', [stage('one', 'a', ['x'])], ['stage one writes x, which is not in topics.ts']],
    ['a topic that nothing writes', [stage('one', 'b', [])], ['stage one reads b, which nothing writes']],
    ['two writers of one topic', [stage('one', 'a', ['b']), stage('two', 'a', ['b'])], ['stages one and two both write b']],
    ['all faults at once', [stage('one', 'b', ['x']), stage('one', 'c', ['x'])], [
      'stage one reads b, which nothing writes', 'stage one writes x, which is not in topics.ts', 'two stages are named one: give one another name',
      'stage one reads c, which nothing writes', 'stage one writes x, which is not in topics.ts', 'stages one and one both write x',
    ]],
  ];
  it.each(FAULTS)('names %s', (_, stages, expected) => {
    expect(findPipeFaults(stages, TOPICS, ['a'])).toEqual(expected);
  });

  it('names the quarantine of each stage', () => {
    expect(quarantineTopicsOf([stage('one', 'a', []), stage('two', 'a', [])])).toEqual(['a.quarantine.one', 'a.quarantine.two']);
  });
});
