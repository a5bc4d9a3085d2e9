/**
 * Public on-demand prices in US dollars, us-east-1, first tier, without free tiers and taxes. Each says where it was
 * looked up and of when what stood there was; AWS's own pages fill most figures in by script, so that several come from
 * people who quote its price list. Schedules and logs are not counted; a function that reads a stream is not charged for it.
 */
export const prices = {
  /**
   * DynamoDB, standard class, on demand: a million units. Halved on 2024-11-01.
   * https://aws.amazon.com/dynamodb/pricing/on-demand/, as quoted on 2026-10-04; the price list quoted on 2026-08-09 agrees
   */
  readUnit: 0.125 / 1e6,
  writeUnit: 0.625 / 1e6,
  /**
   * DynamoDB: a gigabyte for a month (same page, same dates), and the same with its backup to any second, whose 0.20 was
   * found only where no date is given.
   */
  storedByteMonth: (0.25 + 0.2) / 1e9,
  /** Step Functions, standard workflows: a thousand state transitions. https://aws.amazon.com/step-functions/pricing/, undated */
  transition: 0.025 / 1e3,
  /**
   * SES, a thousand mails: each feature by itself, and by the plan Essentials, which accounts that are new to SES have
   * since 2026-07-21 unless they choose none (PutAccountPricingAttributes). What is attached is charged at 0.12 a gigabyte
   * in the first and stays far below. https://aws.amazon.com/ses/pricing/, from the price list of 2026-07-22
   */
  mail: { featureByFeature: 0.1 / 1e3, essentials: 0.16 / 1e3 },
  /**
   * Lambda on arm64: a million calls, and gigabyte-seconds. https://aws.amazon.com/lambda/pricing/, read 2026-09-20 for the
   * calls; the seconds from the price list quoted on 2026-08-09 (us-west-2, which is charged the same)
   */
  invocation: 0.2 / 1e6,
  gigabyteSecond: 0.0000133334,
  /** API Gateway, HTTP APIs: a million requests. https://aws.amazon.com/api-gateway/pricing/, examples read 2026-09-20 */
  request: 1 / 1e6,
  /**
   * SNS: a million messages, as quoted on 2026-06-13 from https://aws.amazon.com/sns/pricing/; bringing them to Lambda is
   * taken to be free.
   */
  event: 0.5 / 1e6,
} as const;

/** How an account pays for its mail. */
export type MailPlan = keyof typeof prices.mail;

/** Gigabytes of memory that a call is billed for: the interface's and any other function's (`infra/service-stack.ts`). */
export const gigabytes = { api: 1, others: 0.5 } as const;
