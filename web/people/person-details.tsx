import { Fragment, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { Stakeholder } from '../api/types.ts';
import { useCatalogue } from '../components/catalogue.ts';
import { personName } from '../components/person-name.ts';
import { addressOf } from '../locality/addresses.ts';
import { useTranslation } from '../words/use-translation.ts';
import { useLocalityNames } from './locality-names.ts';

/** What is known of somebody; what is not known is left out. */
export function PersonDetails({ person }: { person: Stakeholder }) {
  const { messages, formats } = useTranslation();
  const { nameOf } = useCatalogue();
  const placeOf = useLocalityNames(person.localities);
  const said = messages.people.fields;
  const { organization, sector, level, email, language, localities, consent, suppressed } = person;
  const rows: [string, ReactNode][] = [
    [said.organization, organization],
    [said.sector, nameOf('sectors', sector)],
    [said.level, level && nameOf('levels', level)],
    [said.email, email],
    [
      messages.people.contact,
      suppressed &&
        `${messages.people.reach[suppressed.reason]} (${messages.people.since(formats.date(formats.dayOf(suppressed.at)))})`,
    ],
    [said.language, formats.languageName(language)],
    [
      said.localities,
      localities.length > 0
        ? localities.map((id) => (
            <Link key={id} href={addressOf(id, 'people')} className="place">
              {placeOf(id)}
            </Link>
          ))
        : messages.people.noLocalities,
    ],
    [said.consent, consent && `${formats.date(consent.givenOn)} · ${consent.how}`],
  ];
  return (
    <>
      <dl className="particulars">
        {rows.map(([label, value]) =>
          value ? (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </Fragment>
          ) : null,
        )}
      </dl>
      <p className="soft">
        {messages.people.recorded(
          personName(person.createdBy),
          formats.date(formats.dayOf(person.createdAt)),
        )}
      </p>
    </>
  );
}
