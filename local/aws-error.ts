/** An error as an AWS service answers it, under the name the clients know it by. */
export class AwsError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}
