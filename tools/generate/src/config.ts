import { SETTINGS } from '@wenliu/standalone';
import { z } from 'zod';
import { code, page, table } from './markdown.js';

const ABOUT = `Settings come from the environment; a \`.env\` file in the working directory is read too, and the environment wins. They are checked
at start: a wrong value or an unknown \`WENLIU_\` name stops the process, with all faults named at once.`;

export function configPage(): string {
  const areas = Object.entries(SETTINGS).map(([area, { shape }]) => {
    const rows = Object.entries(shape).map(([name, schema]: [string, z.ZodType]) => row(name, schema));
    return `## ${area}\n${table(['name', 'type', 'default', 'meaning'], rows)}`;
  });
  return page('Settings', ABOUT, ...areas);
}

function row(name: string, schema: z.ZodType): string[] {
  if (schema.description === undefined) throw new Error(`${name} has no description`);
  return [code(name), typeOf(schema), presetOf(schema), schema.description];
}

function presetOf(schema: z.ZodType): string {
  const { success, data } = schema.safeParse(undefined);
  if (!success) return 'required';
  return data === undefined ? 'not set' : code(typeof data === 'string' ? data : JSON.stringify(data));
}

function typeOf(schema: z.ZodType): string {
  const read = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });
  // What is read from a switch is a boolean; what may be written are words.
  const { type, enum: values, minimum, maximum } = read.type === undefined ? z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) : read;
  if (values !== undefined) return values.map((value) => code(String(value))).join(', ');
  if (type === 'integer' || type === 'number') return `${type}, ${String(minimum)} to ${String(maximum)}`;
  return type === 'string' ? 'text' : String(type);
}
