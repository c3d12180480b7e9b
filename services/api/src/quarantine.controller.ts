import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { QuarantineDetail, QuarantinePage, RedriveResult } from '@wenliu/contracts';
import { badParameter, notFound } from '@wenliu/platform';
import { z } from 'zod';
import { Quarantine, type Found } from './quarantine.js';

const Filter = z.object({
  stage: z.string().optional(),
  class: z.enum(['rejected', 'failed']).optional(),
  reason: z.string().optional(),
  since: z.union([z.iso.datetime({ offset: true }), z.iso.date()], { error: 'must be YYYY-MM-DD or a time in ISO 8601 with its zone' }).optional(),
  limit: z.coerce.number().pipe(z.int().min(1).max(10_000)).default(100),
});
const Redrive = Filter.omit({ limit: true }).extend({
  ids: z.array(z.string()).optional(),
  limit: z.int().min(1).optional(),
  dryRun: z.boolean().default(false),
});

@ApiTags('operations')
@Controller('v1/quarantine')
export class QuarantineController {
  constructor(private readonly quarantine: Quarantine) {}

  @Get()
  @ApiOperation({ summary: 'Inputs that could not be processed, newest first.' })
  @ApiQuery({ name: 'stage', required: false })
  @ApiQuery({ name: 'class', required: false, enum: ['rejected', 'failed'] })
  @ApiQuery({ name: 'reason', required: false })
  @ApiQuery({ name: 'since', required: false })
  @ApiQuery({ name: 'limit', required: false })
  async list(@Query() raw: unknown): Promise<z.infer<typeof QuarantinePage>> {
    const { limit, ...filter } = parse(Filter, raw);
    const found = await this.quarantine.open(filter);
    return { total: found.length, items: found.slice(0, limit).map(({ entry }) => entry) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One entry with its untouched bytes.' })
  async show(@Param('id') id: string): Promise<z.infer<typeof QuarantineDetail>> {
    const found = await this.quarantine.find(id);
    if (found === null) throw notFound('quarantine entry', id);
    const bytes = Buffer.from(found.record.value);
    const text = bytes.toString('utf8');
    return { ...found.entry, content: bytes.toString('base64'), text: Buffer.from(text).equals(bytes) ? text : null };
  }

  @Post('redrive')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send entries back to the stage they failed in: by `ids`, or by stage, class, reason, since.' })
  async redrive(@Body() raw: unknown): Promise<z.infer<typeof RedriveResult>> {
    const { ids, limit, dryRun, ...filter } = parse(Redrive, raw);
    const found = ids === undefined ? await this.quarantine.open(filter) : await this.byId(ids);
    const chosen = limit === undefined ? found : found.slice(0, limit);
    if (!dryRun) await this.quarantine.redrive(chosen, new Date().toISOString());
    return { matched: found.length, redriven: dryRun ? 0 : chosen.length, dryRun };
  }

  /** Each once, without those that were sent back before: what they say is under way, or in quarantine again under a new id. */
  private async byId(ids: readonly string[]): Promise<Found[]> {
    const found = await Promise.all(
      [...new Set(ids)].map(async (id) => {
        const found = await this.quarantine.find(id);
        if (found === null) throw notFound('quarantine entry', id);
        return found;
      }),
    );
    return found.filter(({ entry }) => entry.redrivenAt === null);
  }
}

function parse<T>(schema: z.ZodType<T>, raw: unknown): T {
  const parsed = schema.safeParse(raw ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw badParameter(issue?.path.join('.') ?? '', issue?.message ?? 'invalid');
}
