import type { Command } from 'commander';
import type { StageStatus } from '@wenliu/contracts';
import { say } from '../failures.js';
import { addServerOptions, jsonOption, type ServerOptions } from '../options.js';
import { print, printJson } from '../output.js';

export function addTopics(program: Command): void {
  const command = program.command('topics').description('topics with who reads them and how far behind; with --json their JSON Schemas too');
  addServerOptions(command).action(topics);
  command
    .command('create')
    .description('create the topics of the cluster profile in Kafka; what exists is compared, and changed only with --alter')
    .option('--alter', 'give topics that exist the retention and limits of the settings; never other partitions')
    .addOption(jsonOption())
    .action(async (options: { alter?: boolean; json?: boolean }) => {
      const { createTopics } = await import('../maintenance/create-topics.js');
      await createTopics(options.alter === true, options.json === true || command.opts<ServerOptions>().json === true);
    });
}

async function topics(options: ServerOptions): Promise<void> {
  const { TOPICS } = await import('@wenliu/contracts');
  const { renderTopics } = await import('../views/render-topics.js');
  const stages = await readStages(options);
  if (options.json !== true) return print(renderTopics(TOPICS, stages));
  const { z } = await import('zod');
  for (const { name, key, summary, schema } of TOPICS) {
    const readers = stages?.filter(({ topic }) => topic === name).map(({ stage, group, lag }) => ({ stage, group, lag })) ?? null;
    await printJson({ name, key, summary, readers, schema: z.toJSONSchema(schema) });
  }
}

/** `null` where no server answers: the topics are known without one. */
async function readStages(options: ServerOptions): Promise<StageStatus[] | null> {
  const { createClient, TryLater } = await import('../api-client.js');
  const { PipelineStatus } = await import('@wenliu/contracts');
  try {
    return (await createClient(options).get('/v1/pipeline', PipelineStatus)).stages;
  } catch (error) {
    if (!(error instanceof TryLater)) throw error;
    say(`without lag: ${error.message}`);
    return null;
  }
}
