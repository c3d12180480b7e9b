import type { LoggerService } from '@nestjs/common';
import { pino, stdTimeFunctions, type Logger } from 'pino';

/** Nest's messages as JSON lines on stderr; stdout is for what a command has to say. */
export class JsonLogger implements LoggerService {
  private readonly logger: Logger;

  constructor(level: string) {
    this.logger = pino({ level, base: null, timestamp: stdTimeFunctions.isoTime }, process.stderr);
  }

  log(message: unknown, ...rest: unknown[]): void {
    // Nest tells of every route and module at start: of use to its developers only.
    this.write('debug', message, rest);
  }
  info(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  /** `(fields, 'message', …, context)` as pino takes it, or Nest's `('message', …, context)`. */
  private write(level: 'debug' | 'info' | 'warn' | 'error', message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    if (typeof message === 'object' && message !== null) {
      this.logger[level]({ ...message, context }, typeof rest[0] === 'string' ? rest[0] : '');
    } else {
      const stack = rest.length > 1 ? rest[0] : undefined;
      this.logger[level]({ context, ...(stack === undefined ? {} : { stack }) }, String(message));
    }
  }
}
