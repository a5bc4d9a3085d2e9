import { NoConnection, ProblemError } from '../api/problem.ts';
import { useTranslation } from '../words/use-translation.ts';
import { Notice } from './notice.tsx';

interface ProblemNoticeProps {
  problem: unknown;
  /** Tries it once more, where that makes sense. */
  again?: () => void;
}

/** What went wrong, in the words of whoever refused it, with every field that was wrong. */
export function ProblemNotice({ problem, again }: ProblemNoticeProps) {
  const { messages } = useTranslation();
  if (!problem) return null;
  const told = problem instanceof ProblemError ? problem : undefined;
  const text =
    told?.detail ||
    (problem instanceof NoConnection ? messages.problems.noConnection : messages.problems.unknown);
  return (
    <Notice tone="problem">
      <p>{text}</p>
      {told && told.errors.length > 0 && (
        <ul>
          {told.errors.map(({ path, message }) => (
            <li key={path + message}>{message}</li>
          ))}
        </ul>
      )}
      {told && told.missing.length > 0 && (
        <ul className="dotted">
          {told.missing.map(({ what }) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
      )}
      {again && (
        <p>
          <button type="button" onClick={again}>
            {messages.problems.again}
          </button>
        </p>
      )}
    </Notice>
  );
}
