/** What of a text identifies somebody: the key that the State gives to each person, to each taxpayer, to each insured. */
export type Identifier = 'holds-curp' | 'holds-rfc' | 'holds-nss';

const month = '(?:0[1-9]|1[0-2])';
const day = '(?:0[1-9]|[12]\\d|3[01])';
const date = `\\d{2}${month}${day}`;
const within = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'u');

/**
 * By their forms: the CURP of the Registro Nacional de Población (18 signs: four letters, a date, sex, state, consonants, two
 * signs), the RFC of the SAT (three or four letters, a date, three signs), the NSS of the IMSS (11 digits). Parts may be set
 * apart by a blank, dot or hyphen where nothing else is written so; three letters, a date and a number set apart are the
 * folio of a document as well, and are let be. What carries a `+` is a telephone number.
 */
const forms: Record<Identifier, readonly RegExp[]> = {
  'holds-curp': [
    within(`[A-ZÑ]{4}[ .-]?${date}[ .-]?[HMX][ .-]?[A-ZÑ]{2}[ .-]?[A-ZÑ]{3}[ .-]?[A-Z\\d][ .-]?\\d`),
  ],
  'holds-rfc': [
    within(`[A-ZÑ&]{3,4}${date}[A-Z\\d]{3}`),
    within(`[A-ZÑ][AEIOUX][A-ZÑ]{2}[-.]${date}[-.]?[A-Z\\d]{2}[A\\d]`),
  ],
  'holds-nss': [
    /(?<![\p{L}\p{N}+./=-])\d{11}(?![\p{L}\p{N}])/u,
    /(?<![\p{L}\p{N}+./=-])(\d{2})([ -])\d{2}\2\d{2}\2\d{4}\2?\d(?![\p{L}\p{N}])/u,
  ],
};

/** A text as a reader takes it: letters and digits of whatever width, without signs that nobody sees. */
const asSeen = (text: string): string =>
  text.normalize('NFKC').replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '');

/** The first key of a person in a text, in whichever letters and with whatever invisible signs within it. */
export function identifierIn(text: string): Identifier | undefined {
  const seen = asSeen(text).toUpperCase();
  const kinds: Identifier[] = ['holds-curp', 'holds-rfc', 'holds-nss'];
  return kinds.find((kind) => forms[kind].some((form) => form.test(seen)));
}

/** What of a text reaches somebody: a person's own, or an office's, which only who writes it can tell apart. */
export type Contact = 'names-telephone' | 'names-email';

/**
 * A telephone number has ten digits in Mexico (IFT, Plan Nacional de Numeración, 2019), written together or in groups, with
 * or without the country's code and the prefixes that were dialled before; what has a `+` may be of anywhere. Numbers that
 * go on on either side, as those of a map or an account do, are none.
 */
const contacts: Record<Contact, RegExp> = {
  'names-telephone':
    /(?<![\p{L}\p{N}./=_-])(?:\+\d(?:[ .()-]{0,2}\d){7,14}|(?:(?:52|01|04[45])[ .-]?)?(?:\d{10}|\(?\d{2}\)?[ .-]\d{4}[ .-]?\d{4}|\(?\d{3}\)?[ .-]\d{3}[ .-]?\d{2}[ .-]?\d{2}|\d{2}(?:[ .-]\d{2}){4}))(?![\p{L}\p{N}]|[./-]\d)/u,
  'names-email': /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u,
};

/** Each kind of contact data in a text, however its digits are set apart. */
export function contactsIn(text: string): Contact[] {
  const seen = asSeen(text);
  const kinds: Contact[] = ['names-telephone', 'names-email'];
  return kinds.filter((kind) => contacts[kind].test(seen));
}
