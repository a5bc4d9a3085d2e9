import { useApiQuery } from '../api/queries.ts';
import { QueryBoundary } from '../components/query-boundary.tsx';
import { MailBounds } from './mail-bounds.tsx';
import { MailGate } from './mail-gate.tsx';
import { MailLog } from './mail-log.tsx';
import { Suppressed } from './suppressed.tsx';
import { WaitingMails } from './waiting-mails.tsx';

/** What waits goes out by itself: it is looked at anew now and then. */
const halfMinute = 30_000;

/** Whether mail leaves, within which bounds, what waits, what became of the others, and who is not written to. */
export default function MailPart() {
  const query = useApiQuery('GET /api/mail', {}, { every: () => halfMinute });
  return (
    <>
      <QueryBoundary query={query}>
        {(mail) => (
          <>
            <MailGate mail={mail} />
            <MailBounds mail={mail} />
            <WaitingMails mail={mail} />
            <MailLog />
          </>
        )}
      </QueryBoundary>
      <Suppressed />
    </>
  );
}
