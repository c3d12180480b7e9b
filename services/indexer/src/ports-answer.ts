/**
 * What these stages wait for are ports, which say by themselves when an engine hangs: the sum of their limits is below this. An engine that
 * answers nobody must not be taken for a message that nobody can handle.
 */
export const PORTS_ANSWER_WITHIN_MS = 240_000;
