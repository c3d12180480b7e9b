/** A query that cannot be understood: where, why, and what to write instead. The only error parsing throws. */
export class QueryError extends Error {
  override readonly name = 'QueryError';

  constructor(
    message: string,
    /** 0-based UTF-16 offset into the query. */
    readonly position: number,
    readonly hint: string,
  ) {
    super(message);
  }
}
