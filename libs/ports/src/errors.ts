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

/** A message is larger than the log takes. Trying again does not help; nothing was done. */
export class MessageTooLarge extends Error {
  constructor(
    readonly topic: string,
    readonly key: string,
    readonly bytes: number,
    readonly limit: number,
  ) {
    super(`a message for ${topic} has ${bytes} bytes, ${limit} at most are taken (key ${key.slice(0, 80)})`);
    this.name = 'MessageTooLarge';
  }
}
