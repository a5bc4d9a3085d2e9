import * as z from 'zod';
import { Instant } from './calendar.ts';

/** Why an address is not written to any more: mail came back, its owner complained, or asked not to be written to. */
export const SuppressionReason = z.enum(['bounce', 'complaint', 'unsubscribed']);
export type SuppressionReason = z.infer<typeof SuppressionReason>;

/** A reason, and since when. */
export const Suppression = z.object({ reason: SuppressionReason, at: Instant });
export type Suppression = z.infer<typeof Suppression>;

/** What is known of an address, whoever it belongs to and whether anybody of its owners is still known. */
export interface AddressRecord extends Partial<Record<SuppressionReason, Instant>> {
  /** The people it is the address of, by id. */
  holders: string[];
  /** The last mails to it, all of which came back for a reason that may pass. */
  soft?: SoftBounce[];
}

/** A mail that came back, by the tag it was sent with, and when it was sent. */
export const SoftBounce = z.object({ mail: z.string(), at: Instant });
export type SoftBounce = z.infer<typeof SoftBounce>;

/** So many mails in a row that came back are as good as an address that does not exist. */
export const mostSoftBounces = 6;

/**
 * The mails in a row that came back, with one more. One that came between and did not come back, as `arrived` says of when
 * such were sent, begins a new row. One that was told of before is not counted again.
 */
export function withSoftBounce(
  soft: SoftBounce[],
  one: SoftBounce,
  arrived: readonly Instant[],
): SoftBounce[] {
  if (soft.some(({ mail }) => mail === one.mail)) return soft;
  const last = soft.at(-1);
  const isBroken = last !== undefined && arrived.some((at) => at > last.at && at < one.at);
  return [...(isBroken ? [] : soft), one].slice(-mostSoftBounces);
}

export const unknownAddress: AddressRecord = { holders: [] };

const ascii = /^[ -~]*$/;
const label = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const domainName = new RegExp(`^(?:${label}\\.)+(?:[a-z]{2,}|xn--[a-z0-9-]*[a-z0-9])$`);

/** A domain as mail travels to it (punycode), in lower case; empty where it is none. */
function asciiDomain(domain: string): string {
  if (ascii.test(domain)) return domain.toLowerCase();
  const url = `http://${domain}`;
  return /[\s\p{C}/?#@:\\%[\]。．｡]/u.test(domain) || !URL.canParse(url) ? '' : new URL(url).hostname;
}

function partsOf(address: string): { local: string; domain: string } {
  const at = address.lastIndexOf('@');
  return at < 0 ? { local: '', domain: '' } : { local: address.slice(0, at), domain: address.slice(at + 1) };
}

/** An address as mail is sent to it: an international domain in punycode. */
export function wireAddress(address: string): string {
  const { local, domain } = partsOf(address.trim());
  return `${local}@${asciiDomain(domain)}`;
}

/** An address as it is known again, however it was typed: `ANA@Niñez.mx` is `ana@xn--niez-hqa.mx`. */
export const foldAddress = (address: string): string => wireAddress(address).normalize('NFC').toLowerCase();

/** What is wrong with an address: SES carries international domains, and no sign beyond ASCII before the `@`. */
function faultOf(address: string): 'not-an-address' | 'address-beyond-ascii' | undefined {
  const { local, domain } = partsOf(address);
  if (!domainName.test(asciiDomain(domain))) return 'not-an-address';
  if (!ascii.test(local) && /^[^\s@]+$/u.test(local)) return 'address-beyond-ascii';
  return z.email().safeParse(`${local}@etapas.example`).success ? undefined : 'not-an-address';
}

/** The address of a person. Blanks around it are taken off. */
export const EmailAddress = z
  .string()
  .trim()
  .max(254)
  .superRefine((address, context) => {
    const message = faultOf(address);
    if (message) context.addIssue({ code: 'custom', message });
  });

/** Whether an address is not to be written to, by the gravest reason; a wish can be taken back, the others cannot. */
export function suppressionOf(record: AddressRecord): Suppression | undefined {
  for (const reason of ['complaint', 'bounce', 'unsubscribed'] as const) {
    const at = record[reason];
    if (at) return { reason, at };
  }
  return undefined;
}
