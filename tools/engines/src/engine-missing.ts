/** An engine cannot be had on this machine: no JDK, no Maven, no package. The message says what to install. */
export class EngineMissing extends Error {
  constructor(detail: string, options?: { cause?: unknown }) {
    super(detail, options);
    this.name = 'EngineMissing';
  }
}
