import { z } from 'zod';
import { queryFaults, type KnownMetrics } from './known-metrics.js';

const Query = z.looseObject({ expr: z.string() });
const Board = z.looseObject({
  uid: z.string(),
  title: z.string(),
  panels: z.array(z.looseObject({ id: z.number(), title: z.string(), targets: z.array(Query).min(1) })).min(1),
  annotations: z.object({ list: z.array(Query) }),
});

export interface BoardQuery {
  where: string;
  expression: string;
}

/** The queries of a board, with the panel that asks. */
export function queriesOf(text: string): BoardQuery[] {
  const { title, panels, annotations } = Board.parse(JSON.parse(text));
  const asked = panels.flatMap((panel) => panel.targets.map(({ expr }) => ({ where: `${title}, «${panel.title}»`, expression: expr })));
  return [...asked, ...annotations.list.map(({ expr }) => ({ where: `${title}, annotations`, expression: expr }))];
}

export const boardFaults = (queries: readonly BoardQuery[], known: KnownMetrics): string[] =>
  queries.flatMap(({ where, expression }) => queryFaults(where, expression, known));

/** The queries as rules, so that promtool can say whether they are PromQL: Grafana puts an interval in the place of its variable. */
export function asRules(queries: readonly BoardQuery[]): object {
  const rules = queries.map(({ expression }, i) => ({ record: `board_query_${i}`, expr: expression.replaceAll('$__rate_interval', '1m') }));
  return { groups: [{ name: 'boards', rules }] };
}
