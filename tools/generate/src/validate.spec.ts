import { describe, expect, it } from '@jest/globals';
import { asyncApi } from '@wenliu/contracts';
import { asyncApiFaults, openApiFaults } from './validate.js';

const answer = { description: 'Done.', content: { 'application/json': { schema: { type: 'string' } } } };
const api = (responses: object, more: object = {}): object => ({
  openapi: '3.0.0',
  info: { title: 'x', version: '1' },
  paths: { '/x': { get: { operationId: 'x', responses } } },
  ...more,
});

describe('the validation of generated documents', () => {
  it('accepts what is right', async () => {
    expect(await openApiFaults(api({ 200: answer }))).toEqual([]);
    expect(asyncApiFaults(asyncApi('1.0.0'))).toEqual([]);
  });

  it('finds what is not OpenAPI, references to nothing and operations without an answer', async () => {
    expect(await openApiFaults(api({ 200: answer }, { info: {} }))).toHaveLength(1);
    expect(await openApiFaults(api({ 200: { ...answer, content: { 'application/json': { schema: { $ref: '#/components/schemas/Gone' } } } } }))).not.toEqual([]);
    expect(await openApiFaults(api({ 200: { description: 'Done.' } }))).toHaveLength(1);
  });

  it('finds what is not AsyncAPI', () => {
    expect(asyncApiFaults({ ...asyncApi('1.0.0'), operations: { x: { action: 'whisper' } } })).toHaveLength(1);
    expect(asyncApiFaults({ ...asyncApi('1.0.0'), components: { schemas: { Bad: { type: 'strnig' } } } })).not.toEqual([]);
  });
});
