import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { makeCertificate, secureKafka, secureMongodb, startEngine, type Certificate, type RunningEngine } from '@wenliu/engines';
import { itIf, profile, startServer, temporaryFolder } from './story.fixture.js';

const SAYS_WITHIN_MS = 15_000;
const WHY_NOT = 'data is not in engines';
const ACCOUNT = { username: 'wenliu', password: 'the-right-one' };

const { hasEngines } = profile.features;
let engines: { kafka: RunningEngine; mongodb: RunningEngine; certificate: Certificate } | null = null;
beforeAll(async () => {
  if (!hasEngines) return;
  const certificate = await makeCertificate(temporaryFolder());
  const kafka = await startEngine('kafka', { settings: secureKafka(certificate, ACCOUNT) });
  engines = { kafka, mongodb: await startEngine('mongodb', { settings: secureMongodb(certificate) }), certificate };
}, 120_000);
afterAll(() => Promise.all([engines?.kafka.stop(), engines?.mongodb.stop()]), 60_000);

function settings(overrides: Readonly<Record<string, string>> = {}): Record<string, string> {
  if (engines === null) throw new Error('the engines were not started');
  const { kafka, mongodb, certificate } = engines;
  return {
    WENLIU_KAFKA_BROKERS: kafka.address,
    WENLIU_KAFKA_TLS: 'true',
    WENLIU_KAFKA_SASL_MECHANISM: 'plain',
    WENLIU_KAFKA_SASL_USERNAME: ACCOUNT.username,
    WENLIU_KAFKA_SASL_PASSWORD: ACCOUNT.password,
    WENLIU_MONGODB_URI: `${mongodb.address}/?tls=true&tlsCAFile=${encodeURIComponent(certificate.pem)}`,
    NODE_EXTRA_CA_CERTS: certificate.pem,
    ...overrides,
  };
}

describe('Kafka over TLS with a password, MongoDB over TLS', () => {
  itIf(hasEngines, WHY_NOT, 'take articles all the way', async () => {
    const server = await startServer({ env: settings() });
    await server.client.until(await server.client.pushLines([{ paragraphs: ['口令对了，门就开了。'] }]), 'done');
    expect((await server.stop()).code).toBe(0);
  }, 120_000);

  itIf(hasEngines, WHY_NOT, 'end a server with the wrong password, which is told the setting', async () => {
    const { code, stderr } = await profile.refused({ env: settings({ WENLIU_KAFKA_SASL_PASSWORD: 'the-wrong-one' }) });
    expect(code).not.toBe(0);
    expect(stderr).toContain('WENLIU_KAFKA_SASL_PASSWORD');
    expect(stderr).not.toContain('the-wrong-one');
  }, 120_000);

  itIf(hasEngines, WHY_NOT, 'are not trusted without the certificate: a server waits for Kafka, and says why', async () => {
    const { stderr } = await profile.killWhileStarting({ env: settings({ NODE_EXTRA_CA_CERTS: '' }) }, SAYS_WITHIN_MS);
    expect(stderr).toMatch(/waiting for Kafka .*WENLIU_KAFKA_TLS.*certificate/);
  }, 120_000);
});
