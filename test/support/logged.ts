import { afterAll, beforeAll, vi } from 'vitest';
import { logger } from '../../functions/runtime/logger.ts';

/** Whatever a suite's functions log, line by line as JSON, errors with their stack and cause, as the logger writes them. */
export function loggedLines(): string[] {
  const lines: string[] = [];
  const whole = (_: string, value: unknown) =>
    value instanceof Error
      ? { ...value, message: value.message, stack: value.stack, cause: value.cause }
      : value;
  beforeAll(() => {
    for (const level of ['debug', 'info', 'warn', 'error', 'critical'] as const)
      vi.spyOn(logger, level).mockImplementation((...line) => {
        lines.push(JSON.stringify(line, whole));
      });
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });
  return lines;
}
