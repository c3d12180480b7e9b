type Setting = 'WENLIU_KAFKA_BROKERS' | 'WENLIU_MONGODB_URI' | 'WENLIU_OPENSEARCH_URL';
type Addresses = Readonly<Record<Setting, string>>;

/** Where the engines are, from the environment: see `engines.ts`, which puts it there. */
export function engineAddresses(): Addresses {
  const address = (name: Setting): string => process.env[name] ?? '';
  return { WENLIU_KAFKA_BROKERS: address('WENLIU_KAFKA_BROKERS'), WENLIU_MONGODB_URI: address('WENLIU_MONGODB_URI'), WENLIU_OPENSEARCH_URL: address('WENLIU_OPENSEARCH_URL') };
}
