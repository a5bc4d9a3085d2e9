import { Link } from 'wouter';
import { useTranslation } from '../words/use-translation.ts';
import { type Asked, addressOf, views } from './asked.ts';

/** The ways to look at the same localities; each is an address, so that the back button leads to the one before. */
export function Views({ asked }: { asked: Asked }) {
  const { messages } = useTranslation();
  return (
    <nav className="views" aria-label={messages.portfolio.views.title}>
      <ul>
        {views.map((view) => (
          <li key={view}>
            <Link
              href={addressOf({ ...asked, view })}
              aria-current={view === asked.view ? 'page' : undefined}
            >
              {messages.portfolio.views[view]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
