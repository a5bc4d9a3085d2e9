import { useId } from 'react';
import { useApiMutation, useApiQuery } from '../api/queries.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { QueryBoundary } from '../components/query-boundary.tsx';
import { toast } from '../components/toast.tsx';
import { useAccountWords } from './words.ts';

/** The link by which one's own calendar reads the agenda: made, renewed and taken away here. */
export function FeedCard() {
  const { feed: said } = useAccountWords();
  const heading = useId();
  const query = useApiQuery('GET /api/me/agenda-feed', {});
  const save = useApiMutation('POST /api/me/agenda-feed');
  const choose = (active: boolean) => {
    if (save.isPending) return;
    save.mutate({ body: { active } }, { onSuccess: () => toast(active ? said.made : said.revoked) });
  };
  return (
    <section className="card stack" aria-labelledby={heading}>
      <div className="stack-close">
        <h2 id={heading}>{said.title}</h2>
        <p>{said.text}</p>
      </div>
      <ProblemNotice problem={save.error} />
      <QueryBoundary query={query}>
        {({ path }) => (
          <>
            {path === undefined ? <p>{said.none}</p> : <FeedLink path={path} />}
            <p className="row">
              <button type="button" aria-disabled={save.isPending} onClick={() => choose(true)}>
                {path === undefined ? said.make : said.renew}
              </button>
              {path !== undefined && (
                <button type="button" aria-disabled={save.isPending} onClick={() => choose(false)}>
                  {said.revoke}
                </button>
              )}
            </p>
          </>
        )}
      </QueryBoundary>
    </section>
  );
}

/** The whole address, to be copied: calendars ask for it. */
function FeedLink({ path }: { path: string }) {
  const { feed: said } = useAccountWords();
  const field = useId();
  return (
    <div className="field">
      <label htmlFor={field}>{said.link}</label>
      <input
        id={field}
        readOnly
        value={new URL(path, location.origin).href}
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  );
}
