/** The engine behind a port cannot do it now: not reached, overloaded, no space. Nothing is wrong with the input; try again. */
export class PortUnavailable extends Error {
  constructor(
    readonly port: string,
    detail: string,
    options?: { cause?: unknown },
  ) {
    super(`${port} is unavailable: ${detail}`, options);
    this.name = 'PortUnavailable';
  }
}
