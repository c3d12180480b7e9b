interface Issue {
  path: readonly PropertyKey[];
  message: string;
}

/** What a sender has to change, the faulty places by name: `[3].paragraphs: …`. At most five of them. */
export function describeIssues(issues: readonly Issue[], prefix = ''): string {
  return issues
    .slice(0, 5)
    .map((issue) => `${pathOf(prefix, issue.path)}: ${issue.message}`)
    .join('; ');
}

function pathOf(prefix: string, path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  const whole = `${prefix}${steps}`;
  return whole === '' ? 'the value' : whole.replace(/^\./, '');
}
