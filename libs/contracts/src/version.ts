/** What an article changes for, the weightiest first. */
export interface VersionParts {
  /** The source's own: it corrected what it had published. */
  revision: number;
  /** Which rules split the document; 0 where it came as an article. 0 to 99. */
  split: number;
  /** How many of the printed parts it is joined from were split by these rules, 8 at most; 0 where it is printed in one, 9 where it was withdrawn. */
  joined: number;
  /** Which rules tagged it; 0 before. 0 to 99. */
  tagged: number;
}

const TAGGED = 100;
const JOINED = 10;
const SPLIT = 100;
const BELOW_REVISION = TAGGED * JOINED * SPLIT;

/** Versions stay exact integers; seconds since 1970 make a revision, milliseconds do not. */
export const LARGEST_REVISION = 2 ** 36;

/** One integer up to 2^53 that only grows for an id, readable in decimals: 1 02 0 01 is revision 1, split by rules 2, tagged by rules 1. */
export function versionOf({ revision, split, joined, tagged }: VersionParts): number {
  return revision * BELOW_REVISION + split * JOINED * TAGGED + joined * TAGGED + tagged;
}

export function versionParts(version: number): VersionParts {
  return {
    revision: Math.floor(version / BELOW_REVISION),
    split: Math.floor(version / (JOINED * TAGGED)) % SPLIT,
    joined: Math.floor(version / TAGGED) % JOINED,
    tagged: version % TAGGED,
  };
}
