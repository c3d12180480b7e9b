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

/**
 * The engine is there and refuses: wrong credentials, missing rights, an index with other options. It stays unavailable until an
 * operator changes something, so whoever composes the process stops it and shows the message; input is never to blame.
 */
export class PortMisconfigured extends PortUnavailable {
  constructor(port: string, detail: string, options?: { cause?: unknown }) {
    super(port, detail, options);
    this.name = 'PortMisconfigured';
  }
}
