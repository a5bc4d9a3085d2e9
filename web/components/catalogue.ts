import { useApiQuery } from '../api/queries.ts';
import type { ApiResponse } from '../api/types.ts';
import { useTranslation } from '../words/use-translation.ts';

export type Catalogue = ApiResponse<'GET /api/catalogue'>;
type List = keyof Catalogue;
type Key<Name extends List> = Catalogue[Name][number]['key'];

/** What commitments and people may name, in the language of the app; empty until it is known. */
export function useCatalogue() {
  const { language } = useTranslation();
  const { data } = useApiQuery('GET /api/catalogue', {});
  const choicesOf = <Name extends List>(list: Name): { key: Key<Name>; name: string }[] =>
    (data?.[list] ?? []).map(({ key, name }) => ({ key, name: name[language] }));
  return {
    choicesOf,
    /** The name of one of them, or its key until names are known. */
    nameOf: <Name extends List>(list: Name, key: Key<Name>): string =>
      choicesOf(list).find((one) => one.key === key)?.name ?? key,
    programmes: data?.supportingProgrammes ?? [],
  };
}
