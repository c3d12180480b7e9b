const SETTINGS = ['WENLIU_KAFKA_BROKERS', 'WENLIU_MONGODB_URI', 'WENLIU_OPENSEARCH_URL'] as const;
type Addresses = Readonly<Record<(typeof SETTINGS)[number], string>>;

/** Where the engines are, from the environment: see `engines.ts`, which puts it there. */
export function engineAddresses(): Addresses {
  const address = (name: (typeof SETTINGS)[number]): string => process.env[name] ?? '';
  return { WENLIU_KAFKA_BROKERS: address('WENLIU_KAFKA_BROKERS'), WENLIU_MONGODB_URI: address('WENLIU_MONGODB_URI'), WENLIU_OPENSEARCH_URL: address('WENLIU_OPENSEARCH_URL') };
}
