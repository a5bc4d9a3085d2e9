import { useId } from 'react';
import { Badge } from '../components/badge.tsx';
import { useTranslation } from '../words/use-translation.ts';
import type { Mail } from './mail.ts';
import { useAdministrationWords } from './words.ts';

/** How many mails may still leave today, and to whom. */
export function MailBounds({ mail }: { mail: Mail }) {
  const { formats } = useTranslation();
  const { mail: said, settings } = useAdministrationWords();
  const id = useId();
  const { sentToday, dailyCap, staffSentToday, staffCap, sandbox, allowed } = mail;
  const isFull = sentToday >= dailyCap;
  return (
    <section className="tiles" aria-label={said.title}>
      <div className="card stack-close mail-cap">
        <h2 id={id}>{said.today}</h2>
        <p className={isFull ? 'large-figure late' : 'large-figure'}>
          {said.ofCap(formats.number(sentToday), formats.number(dailyCap))}
        </p>
        <progress value={Math.min(sentToday, dailyCap)} max={dailyCap} aria-labelledby={id} />
        <p className={isFull ? 'late' : 'soft'}>{isFull ? said.capReached : said.capText}</p>
        <p className={staffSentToday >= staffCap ? 'late' : 'soft'}>
          {said.staffOfCap(formats.number(staffSentToday), formats.number(staffCap))}
        </p>
      </div>
      <div className="card stack-close">
        <h2>{settings.names['mail.sandbox']}</h2>
        <p>
          <Badge tone={sandbox ? 'soon' : 'quiet'} icon={sandbox ? 'paused' : undefined}>
            {sandbox ? settings.yes : settings.no}
          </Badge>
        </p>
        {!sandbox && <p className="soft">{said.everybody}</p>}
        {sandbox && <p>{allowed.length > 0 ? said.sandboxText : said.sandboxNobody}</p>}
        {sandbox && allowed.length > 0 && (
          <ul className="dotted">
            {allowed.map((address) => (
              <li key={address}>{address}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
