import { join } from 'node:path';
import { findJdk } from './find-jdk.js';
import type { Ports } from './properties.js';
import { runTool } from './run-tool.js';

/** A certificate for 127.0.0.1 that nobody but itself has signed. */
export interface Certificate {
  /** PKCS #12, with the key. */
  readonly store: string;
  /** Path of the certificate alone, in PEM: what clients are to trust. */
  readonly pem: string;
}

export interface Account {
  readonly username: string;
  readonly password: string;
}

const STORE_SECRET = 'of-these-tests';
const PLAIN = 'org.apache.kafka.common.security.plain.PlainLoginModule';

/** `EngineMissing` where there is no JDK. */
export async function makeCertificate(folder: string): Promise<Certificate> {
  const keytool = join(findJdk().home, 'bin', 'keytool');
  const store = join(folder, 'engine.p12');
  const pem = join(folder, 'engine.pem');
  const entry = ['-alias', 'engine', '-keystore', store, '-storetype', 'PKCS12', '-storepass', STORE_SECRET];
  const pair = ['-genkeypair', ...entry, '-keyalg', 'RSA', '-dname', 'CN=127.0.0.1', '-ext', 'san=ip:127.0.0.1', '-validity', '2'];
  await runTool(keytool, pair, folder, 'a certificate');
  await runTool(keytool, ['-exportcert', '-rfc', ...entry, '-file', pem], folder, 'a certificate in PEM');
  return { store, pem };
}

/** For `StartOptions.settings`: a Kafka that speaks TLS only, and to one user. */
export function secureKafka({ store }: Certificate, { username, password }: Account): (ports: Ports) => Record<string, string> {
  return ({ port, inner }) => ({
    listeners: `SASL_SSL://127.0.0.1:${port},CONTROLLER://127.0.0.1:${inner}`,
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL',
    // Transactions are ended by the broker as a client of itself.
    'inter.broker.listener.name': 'SASL_SSL',
    'sasl.enabled.mechanisms': 'PLAIN',
    'sasl.mechanism.inter.broker.protocol': 'PLAIN',
    'listener.name.sasl_ssl.plain.sasl.jaas.config': `${PLAIN} required username="${username}" password="${password}" user_${username}="${password}";`,
    ...kafkaStore('keystore', store),
    ...kafkaStore('truststore', store),
  });
}

/** For `StartOptions.settings`: a stand-in for MongoDB that speaks TLS only. It knows no users. */
export function secureMongodb({ store }: Certificate): () => Record<string, string> {
  return () => ({ 'tls.keystore': store, 'tls.secret': STORE_SECRET });
}

function kafkaStore(kind: 'keystore' | 'truststore', path: string): Record<string, string> {
  return { [`ssl.${kind}.type`]: 'PKCS12', [`ssl.${kind}.location`]: path, [`ssl.${kind}.password`]: STORE_SECRET };
}
