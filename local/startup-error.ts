/** Why Etapas does not start, in one line for the person who started it. */
export class StartupError extends Error {
  override readonly name = 'Refusal';
}

/** The message of anything that was thrown. */
export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The code of an operating system's or SQLite's error, such as `EADDRINUSE`. */
export const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;
