/** Signs and words of a currency that stand before or after an amount, and which one they mean. */
const currencies: [RegExp, string][] = [
  [/us\$|u\.?s\.?d\.?|d[oó]lares|dlls?\.?|dls\.?/giu, 'USD'],
  [/mxn|mx\$|m\.?\s?n\.?|pesos(\s+mexicanos)?|\$/giu, 'MXN'],
];

/**
 * A number as people write it in Mexico: groups of three digits by commas, blanks or points, and a decimal comma where
 * it cannot be anything else: `1,234.50`, `1.234,50`, `1234,50`, `1 234.50`. A point before exactly three digits is that
 * of a thousand: there are no thousandths of a peso or of a person. `undefined` for anything that can be read in two ways.
 */
export function quantityIn(text: string): number | undefined {
  const digits = text.replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/gu, ' ').trim();
  const [, sign = '', number = ''] = /^([-−]?)\s*(\d[\d ,.]*)$/.exec(digits) ?? [];
  const negative = sign === '' ? 1 : -1;
  const plain = (whole: string, part = '') =>
    negative * Number(`${whole.replace(/[ ,.]/g, '')}.${part || '0'}`);
  const pointed = /^(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(?:\.(\d+))?$/.exec(number);
  const grouped = /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(number);
  if (pointed && !grouped) return plain(pointed[1] ?? '', pointed[2]);
  const comma = /^(\d+|[1-9]\d{0,2}(?:\.\d{3})+|\d{1,3}(?: \d{3})+)(?:,(\d{1,2}))?$/.exec(number);
  return comma ? plain(comma[1] ?? '', comma[2]) : undefined;
}

/** An amount of money and, where the cell names it, its currency; `undefined` for what is no amount. */
export function moneyIn(cell: string): { amount: number; currency?: string } | undefined {
  let text = cell;
  const named = new Set<string>();
  for (const [signs, currency] of currencies)
    text = text.replace(signs, () => {
      named.add(currency);
      return ' ';
    });
  const amount = quantityIn(text.trim());
  if (amount === undefined) return undefined;
  // «$» alone goes before both kinds.
  const [currency] = named;
  return { amount, currency: /^\s*\$/.test(cell) && currency === 'MXN' ? undefined : currency };
}

/**
 * A number as text that is read as the same number again: three decimals alone would be taken for a thousand, so that
 * they are written as four.
 */
export function numberText(value: number): string {
  const text = String(value);
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}
