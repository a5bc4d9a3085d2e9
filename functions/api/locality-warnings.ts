import * as z from 'zod';
import { type Caller, maySee } from '../../domain/caller.ts';
import { folded } from '../../domain/folded.ts';
import type { Language } from '../../domain/language.ts';
import type { Locality } from '../../domain/locality.ts';
import type { CheckedTerritory } from '../../domain/territory/check-territory.ts';
import { farAway, mostCompared } from '../../domain/territory/far-away.ts';
import { wordsOf } from '../../domain/words.ts';
import { functionWords } from '../../words/languages.ts';
import { FieldMessage } from '../runtime/problem-body.ts';
import { validationMessage } from '../runtime/problem-response.ts';
import type { ApiDependencies } from './dependencies.ts';
import { LocalityView } from './representations.ts';

/** A locality that was just written down, with what to know of what was entered and written all the same. */
export const EnteredLocality = LocalityView.extend({ warnings: z.array(FieldMessage) });

/** Localities that share a code are few; more are not looked at. */
const mostOfACode = 20;

interface Entered {
  code?: string | null;
  geometry?: CheckedTerritory | null;
}

/**
 * What to know of the code and territory that a locality is given: another has the same code, which names it where the
 * caller may see it; or the territory lies far from all others. Both may be right. Read only where they were entered.
 */
export async function localityWarnings(
  { localities, lists }: Pick<ApiDependencies, 'localities' | 'lists'>,
  id: string,
  { code, geometry }: Entered,
  caller: Caller,
  language: Language,
): Promise<z.infer<typeof FieldMessage>[]> {
  const words = functionWords[language];

  async function ofCode(entered: string): Promise<Locality[]> {
    const [word] = wordsOf(entered);
    if (word === undefined) return [];
    const found = await lists.named('locality', word, undefined, mostOfACode);
    const others = await localities.many(found.map((one) => one.id).filter((one) => one !== id));
    return [...others.values()].filter((one) => folded(one.code ?? '') === folded(entered));
  }

  async function kilometresOf(entered: CheckedTerritory): Promise<number | undefined> {
    const some = (await localities.first(undefined, mostCompared)).map((one) => one.id);
    const others = await localities.geometries(some.filter((one) => one !== id));
    return farAway([{ territory: entered }], [...others.values()])[0]?.kilometres;
  }

  const [sharing, kilometres] = await Promise.all([
    code ? ofCode(code) : [],
    geometry ? kilometresOf(geometry) : undefined,
  ]);
  const [other] = sharing;
  return [
    ...(other
      ? [
          {
            path: 'code',
            message: words.localityWarnings.sharedCode(maySee(caller, other) ? other.name : undefined),
          },
        ]
      : []),
    ...(kilometres === undefined
      ? []
      : [{ path: 'geometry', message: validationMessage('far-away', words, [String(kilometres)]) }]),
  ];
}
