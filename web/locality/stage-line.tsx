import { Link } from 'wouter';
import type { Stage } from '../api/types.ts';
import { Icon } from '../components/icon.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { addressOf } from './addresses.ts';
import './stage-line.css';

interface StageLineProps {
  locality: string;
  stages: Stage[];
  /** The one that is looked at. */
  shown: string;
}

/** All stages in their order, where the locality stands among them, and the way to each. */
export function StageLine({ locality, stages, shown }: StageLineProps) {
  const { messages, language, formats } = useTranslation();
  return (
    <nav className="stage-line" aria-label={messages.locality.stages}>
      <ol>
        {stages.map(({ stage, name, state, planned }, at) => (
          <li key={stage} className={state}>
            <Link
              href={state === 'current' ? addressOf(locality) : addressOf(locality, `stages/${stage}`)}
              aria-current={stage === shown ? 'page' : undefined}
            >
              <span className="dot" aria-hidden="true">
                {state === 'behind' ? <Icon name="done" /> : at + 1}
              </span>
              <span className="name">{name[language]}</span>
              <span className="unseen">, {messages.locality.states[state]}</span>
              {state !== 'behind' && planned && (
                <span className="when soft">{formats.date(planned.targetOn)}</span>
              )}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
