import { Link } from 'wouter';
import { Screen } from '../parts/screen.tsx';
import { useWords } from '../words/use-words.ts';

export function NotFound() {
  const { words } = useWords();
  return (
    <Screen title={words.frame.notFound}>
      <p>{words.frame.notFoundText}</p>
      <p>
        <Link href="/" className="button">
          {words.frame.toToday}
        </Link>
      </p>
    </Screen>
  );
}
