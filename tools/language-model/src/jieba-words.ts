/** Rarer words are no evidence: most are names and slips of the corpora that the dictionary was counted in. */
const RAREST = 20;

/** Words of jieba's dictionary (`word count tag` a line) with ln of how much of all text they are. */
export function readJiebaWords(dictionary: string): Map<string, number> {
  const counts = new Map<string, number>();
  let total = 0;
  for (const entry of dictionary.split('\n')) {
    const [word = '', frequency = '0'] = entry.split(' ');
    total += Number(frequency);
    if (Number(frequency) >= RAREST) counts.set(word, Number(frequency));
  }
  return new Map([...counts].map(([word, count]) => [word, Math.log(count / total)]));
}
