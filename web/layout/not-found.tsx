import { Link } from 'wouter';
import { Screen } from '../components/screen.tsx';
import { useTranslation } from '../words/use-translation.ts';

export function NotFound() {
  const { messages } = useTranslation();
  return (
    <Screen title={messages.frame.notFound}>
      <p>{messages.frame.notFoundText}</p>
      <p>
        <Link href="/" className="button">
          {messages.frame.toToday}
        </Link>
      </p>
    </Screen>
  );
}
