export interface Names {
  metrics: ReadonlySet<string>;
  /** Labels that a metric is selected by. */
  labels: ReadonlyMap<string, ReadonlySet<string>>;
}

const WORDS = new Set(['and', 'or', 'unless', 'bool', 'offset', 'on', 'ignoring', 'by', 'without', 'group_left', 'group_right', 'inf', 'nan', 'start', 'end']);
/** A name that is not a function's, and what it is selected by. */
const NAME = /(?<![\w.$:])([a-zA-Z_:][\w:]*)(?![\w:])(?:\s*\{([^}]*)\})?(?!\s*\()/g;

/** The metrics that an expression of PromQL reads. The expression is a valid one: promtool has seen to that. */
export function namesIn(expression: string): Names {
  const metrics = new Set<string>();
  const labels = new Map<string, Set<string>>();
  // What is in quotes names nothing, nor do durations, nor what a result is grouped by.
  const bare = expression
    .replaceAll(/"(?:[^"\\]|\\.)*"/g, '""')
    .replaceAll(/\[[^\]]*\]/g, '')
    .replaceAll(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, ' ');
  for (const [, name = '', selector = ''] of bare.matchAll(NAME)) {
    if (WORDS.has(name.toLowerCase())) continue;
    metrics.add(name);
    const known = labels.get(name) ?? new Set();
    labels.set(name, known);
    for (const [, label = ''] of selector.matchAll(/([a-zA-Z_]\w*)\s*(?:=~|!~|!=|=)/g)) known.add(label);
  }
  return { metrics, labels };
}
