import { describe, expect, it } from '@jest/globals';
import { readClientSettings, serverUrl } from './client-settings.js';

describe('serverUrl', () => {
  it.each([
    [{}, 'http://127.0.0.1:8080'],
    [{ WENLIU_HTTP_PORT: '9000' }, 'http://127.0.0.1:9000'],
    [{ WENLIU_HTTP_HOST: '0.0.0.0' }, 'http://127.0.0.1:8080'],
    [{ WENLIU_HTTP_HOST: '::1' }, 'http://[::1]:8080'],
    [{ WENLIU_HTTP_HOST: 'news.example' }, 'http://news.example:8080'],
    [{ WENLIU_HTTP_PORT: '' }, 'http://127.0.0.1:8080'],
  ])('of %j is %s', (env, url) => {
    expect(serverUrl(readClientSettings(env))).toBe(url);
  });

  it('cannot know a port that the server chose itself', () => {
    expect(() => serverUrl(readClientSettings({ WENLIU_HTTP_PORT: '0' }))).toThrow('--url');
  });
});

describe('readClientSettings', () => {
  it('names every wrong setting', () => {
    expect(() => readClientSettings({ WENLIU_HTTP_PORT: 'x', WENLIU_NLP_SEGMENTER: 'y' })).toThrow(/WENLIU_HTTP_PORT[^]*WENLIU_NLP_SEGMENTER/);
  });
});
