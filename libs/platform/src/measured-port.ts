import { PortMisconfigured, PortUnavailable } from '@wenliu/ports';

/** Hears of every call of a port that has ended. */
export type CallObserver = (call: string, outcome: CallOutcome, seconds: number) => void;
export type CallOutcome = 'done' | 'unavailable' | 'refused' | 'failed';

/** They wait for somebody else, or run once: their time says nothing about the engine. */
const NOT_MEASURED = ['waitFor', 'subscribe', 'close'];

/** The same port, with the time and outcome of each call told. */
export function measuredPort<T extends object>(port: T, told: CallObserver): T {
  return new Proxy(port, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key, target);
      if (typeof member !== 'function') return member;
      const call = String(key);
      if (NOT_MEASURED.includes(call)) return (...args: unknown[]): unknown => Reflect.apply(member, target, args);
      return (...args: unknown[]): unknown => {
        const started = performance.now();
        const result: unknown = Reflect.apply(member, target, args);
        if (!(result instanceof Promise)) return result;
        const tell = (outcome: CallOutcome): void => told(call, outcome, (performance.now() - started) / 1000);
        result.then(
          () => tell('done'),
          (error: unknown) => tell(outcomeOf(error)),
        );
        return result;
      };
    },
  });
}

function outcomeOf(error: unknown): CallOutcome {
  // It is unavailable too, until somebody changes something.
  if (error instanceof PortMisconfigured) return 'refused';
  return error instanceof PortUnavailable ? 'unavailable' : 'failed';
}
