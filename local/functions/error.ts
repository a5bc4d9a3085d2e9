/** What a function threw, or why it could not be run; `name` is Lambda's error type. */
export class FunctionError extends Error {
  readonly trace: string[];

  constructor(type: string, message: string, trace: string[] = []) {
    super(message);
    this.name = type;
    this.trace = trace;
  }
}
