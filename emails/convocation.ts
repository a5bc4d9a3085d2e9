import { wireAddress } from '../domain/address.ts';
import { isWrittenTo } from '../domain/commands/sweep.ts';
import { municipal } from '../domain/work/board.ts';
import { awaitsAnswers, isAhead } from '../domain/work/session.ts';
import { nameWords } from '../words/languages.ts';
import { sessionKindName } from '../words/session-kinds.ts';
import { answeredBy } from './answered-by.ts';
import type { Block } from './content.ts';
import { invitationOf } from './invitation.ts';
import { render } from './layout.ts';
import type { StakeholderMailModule } from './stakeholder-message.ts';
import { translatorFor } from './translator.ts';
import { oneLine } from './values.ts';

/** The rest of an agenda stands on the page. */
const mostPoints = 20;

/**
 * To somebody who is convened to a session, at once, and when its day, hour or place changes; or that they are to come no more,
 * since it does not take place or others are asked. As it stands when it is sent: what is no longer so is not told.
 */
export const convocation: StakeholderMailModule<'convocation'> = {
  reaches: isWrittenTo,
  async email({ stakeholder: id, session: of, sequence, method }, reader, facts) {
    const { moment, municipality, publicUrl } = facts;
    const session = facts.session(of);
    if (!session || session.on < moment.today) return undefined;
    const isCancelled = method === 'cancel';
    const isConvened = session.convened.includes(id);
    const isSo = isCancelled
      ? session.status === 'cancelled' || (isAhead(session.status) && !isConvened)
      : isConvened && awaitsAnswers(session, moment.today) && sequence >= session.askedAt;
    if (!isSo) return undefined;
    const locality = session.board === municipal ? undefined : facts.localities.get(session.board);
    const { stakeholder, name: who, links } = await reader();
    const { language } = stakeholder;
    const translator = translatorFor(language, 300);
    const { messages, name, date } = translator;
    const { convocation: words, digest } = messages;
    const kind = sessionKindName(session.kind, nameWords[language]);
    const day = date(session.on);
    const when = session.at ? words.dayAndHour(day, session.at) : day;
    const notice = isCancelled
      ? session.status === 'cancelled'
        ? 'cancelled'
        : 'notAsked'
      : session.askedAt > 0 && sequence === session.askedAt
        ? 'changed'
        : 'convened';
    const points = session.agenda.map((point) => oneLine(name(point)));
    const known = [
      [words.what, kind],
      [words.when, when],
      [words.where, session.place],
      [words.locality, locality?.name],
      [words.reason, notice === 'cancelled' ? session.reason : undefined],
    ] as const;
    const blocks: Block[] = [
      { kind: 'paragraph', text: digest.greeting(name(who)) },
      { kind: 'paragraph', text: words.opening[notice](municipality.name) },
      {
        kind: 'facts',
        facts: known.flatMap(([label, value]) => (value ? [{ label, value: oneLine(name(value)) }] : [])),
      },
    ];
    if (!isCancelled) {
      if (points.length > 0)
        blocks.push(
          { kind: 'title', text: words.agenda },
          { kind: 'list', items: points.slice(0, mostPoints) },
        );
      blocks.push(
        { kind: 'paragraph', text: words.answer },
        { kind: 'link', label: words.button, url: links.commitments },
        { kind: 'paragraph', text: words.personal },
      );
    }
    const rendered = render({
      language,
      subject: words.subject[notice](kind, when),
      sender: messages.sender(municipality.name),
      preview: words.opening[notice](municipality.name),
      heading: words.subject[notice](kind, when),
      blocks,
      footer: words.why(municipality.name),
      footerLink: { label: digest.unsubscribe, url: links.unsubscribe },
      publicUrl,
    });
    const replyTo = answeredBy(locality ? [locality] : [], municipality);
    const address = facts.contact(id)?.email;
    const invitation =
      address === undefined
        ? undefined
        : invitationOf(
            {
              session,
              summary: locality ? `${kind}: ${name(locality.name)}` : kind,
              description: points.join('\n'),
              organizer: {
                name: messages.sender(municipality.name),
                email: replyTo?.[0] ?? municipality.mailFrom,
              },
              attendee: { name: oneLine(name(who)), email: wireAddress(address) },
              isCancelled,
              now: new Date(moment.now),
            },
            municipality,
          );
    return { ...rendered, unsubscribeUrl: links.unsubscribe, replyTo, invitation };
  },
};
