import { seesAddresses } from '../../domain/stakeholder-access.ts';
import { useAnswer } from '../api/queries.ts';
import type { Stakeholder } from '../api/types.ts';
import { useCatalogue } from '../parts/catalogue.ts';
import { useWords } from '../words/use-words.ts';
import { useDossierWords } from './words.ts';

/**
 * What is printed is passed on: people are named for those who may also write to them. For everybody else it is their
 * organization, and the sector where there is none.
 */
export function useNamed(people: Map<string, Stakeholder>): (id: string) => string {
  const { words } = useWords();
  const said = useDossierWords();
  const { nameOf } = useCatalogue();
  const { data: me } = useAnswer('GET /api/me', {});
  const isNamed = me !== undefined && seesAddresses({ user: me.user, roles: me.roles, localities: [] });
  return (id) => {
    const person = people.get(id);
    if (!person) return words.matrix.unknownPerson;
    const names = [isNamed ? person.name : undefined, person.organization].filter(Boolean);
    return names.join(', ') || said.sector(nameOf('sectors', person.sector));
  };
}
