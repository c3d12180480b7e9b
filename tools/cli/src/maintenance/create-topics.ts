import { readSettings } from '@wenliu/platform';
import { createClusterTopics } from '@wenliu/platform/cluster';
import { settingsSchema } from '@wenliu/standalone';
import { CommandFailed, reportFailure } from '../failures.js';
import { print, printJson } from '../output.js';

export async function createTopics(alter: boolean, json: boolean): Promise<void> {
  const settings = readSettings(settingsSchema, process.env, '.env');
  if (settings.WENLIU_PROFILE === 'embedded') throw new CommandFailed('WENLIU_PROFILE is embedded: that profile makes its topics when it starts');
  const result = await createClusterTopics(settings, alter);
  if (json) await printJson(result);
  else {
    const lines = [
      ...result.created.map((topic) => `created ${topic}`),
      ...result.altered.map(({ topic, what, is, wanted }) => `altered ${topic}: ${what} ${is} -> ${wanted}`),
    ];
    await print(lines.length === 0 ? 'every topic is there\n' : `${lines.join('\n')}\n`);
  }
  const canBeAltered = result.differences.filter(({ what }) => what !== 'partitions');
  for (const { topic, what, is, wanted } of result.differences) reportFailure(`${topic} exists with ${what} ${is}; the settings say ${wanted}`);
  if (canBeAltered.length > 0 && !alter) reportFailure('nothing that exists was changed: --alter changes retention and limits');
  if (canBeAltered.length < result.differences.length) reportFailure('partitions are never changed: versions of an article would be parted. Set WENLIU_KAFKA_PARTITIONS to what is there, or use new topics (WENLIU_NAMESPACE)');
}
