import { namesIn } from '../../domain/dossier/matrix.ts';
import { seesAddresses } from '../../domain/stakeholder-access.ts';
import { useApiQuery } from '../api/queries.ts';
import type { Stakeholder } from '../api/types.ts';
import { useCatalogue } from '../components/catalogue.ts';
import { useTranslation } from '../words/use-translation.ts';
import { useDossierWords } from './words.ts';

/**
 * What is printed is passed on: people are named for those who may also write to them. For everybody else it is their
 * organization, and the sector where there is none.
 */
export function useNamed(people: Map<string, Stakeholder>): (id: string) => string {
  const { messages } = useTranslation();
  const said = useDossierWords();
  const { nameOf } = useCatalogue();
  const { data: me } = useApiQuery('GET /api/me', {});
  const isNamed = me !== undefined && seesAddresses(me);
  return (id) => {
    const person = people.get(id);
    if (!person) return messages.matrix.unknownPerson;
    const names = namesIn({ person: isNamed ? person.name : undefined, organization: person.organization });
    return names ?? said.sector(nameOf('sectors', person.sector));
  };
}
