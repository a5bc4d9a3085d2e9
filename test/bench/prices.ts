/**
 * Public on-demand prices in US dollars, us-east-1, without free tiers and taxes, from memory of AWS's price lists:
 * they were not looked up when this was written, so compare them with the pricing page of each service before quoting.
 */
export const prices = {
  /** DynamoDB, standard class: a million units. */
  readUnit: 0.125 / 1e6,
  writeUnit: 0.625 / 1e6,
  /** DynamoDB: a gigabyte for a month, and the same with its backup to any second. */
  storedByteMonth: (0.25 + 0.2) / 1e9,
  /** Step Functions, standard workflows: a thousand state transitions. */
  transition: 0.025 / 1e3,
  /** SES: a thousand mails. What is attached is charged by the gigabyte and stays far below. */
  mail: 0.1 / 1e3,
  /** Lambda on arm64: a million calls, and gigabyte-seconds. */
  invocation: 0.2 / 1e6,
  gigabyteSecond: 0.0000133334,
  /** API Gateway, HTTP APIs: a million requests. */
  request: 1 / 1e6,
  /** SNS: a million messages; bringing them to Lambda is free. */
  event: 0.5 / 1e6,
} as const;

/** What a call of a function is billed at: half a gigabyte, for a time that is assumed, not measured. */
export const billed = { gigabytes: 0.5, seconds: 0.06 };
export const invocationPrice = prices.invocation + billed.gigabytes * billed.seconds * prices.gigabyteSecond;

/**
 * The floor that the design names. Which prices and what scope it was computed from is not known here (its lifecycle has
 * 30 activities, this one 16), so a ratio below one says that the two differ, not that the floor was beaten.
 */
export const floor = 0.0255;
