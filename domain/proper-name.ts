import { line } from './plain-text.ts';

/** Ends of internet names that mail programs make a link of, and that are no words of Spanish or English after a full stop. */
const ends =
  'com|net|org|info|biz|mx|io|us|uk|ru|cn|br|ar|cl|eu|tk|gg|gl|ly|to|cc|tv|co|ai|app|dev|xyz|site|online|store|shop|link|click|website|page|web|club|bet|casino|vip|icu|email|mobi|lat';
/** Those that are words as well: a name goes on after them, an internet name ends or has a path. */
const wordEnds = 'de|es|la|me|no|al|top|live|fun|pro|win|work|blog|news|space';
const label = '[\\p{L}\\p{N}][\\p{L}\\p{N}-]+';
const over = '(?![\\p{L}\\p{N}])';

const links: readonly RegExp[] = [
  /https?(?:\s*:|\/|$)/iu,
  /\p{L}[\p{L}\p{N}+.-]*:\/\//u,
  /(?<![\p{L}\p{N}])(?:mailto|tel|sms|whatsapp|javascript|data):\S/iu,
  /(?<![\p{L}\p{N}])www\d{0,2}\s*\./iu,
  /[^\s@]@[^\s@]+\.\p{L}{2,}/u,
  new RegExp(`${label}\\.(?:${ends})${over}`, 'iu'),
  new RegExp(`${label}\\.(?:${wordEnds})(?:\\/|:\\d|\\s*$)`, 'iu'),
];

/** Whether a text carries an internet or mail address, as an advertisement does, also with signs in it that nobody sees. */
export function holdsLink(text: string): boolean {
  const seen = text
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .replace(/[\u3002\u2024]/gu, '.');
  return links.some((link) => link.test(seen));
}

/**
 * What something or somebody is called, on one line, as it is sent. It stands in subjects and greetings of mails, where whoever
 * enters it reaches others: it carries no address to go to. What is stored may be older than this rule, and is read as it is.
 */
export const properName = (most: number) =>
  line(most).refine((text) => !holdsLink(text), {
    error: 'holds-link',
    when: ({ issues }) => issues.length === 0,
  });
