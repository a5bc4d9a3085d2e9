import { Link } from 'wouter';
import { useTranslation } from '../words/use-translation.ts';

/** The way back to the list of rankings. */
export function BackToRankings() {
  const { messages } = useTranslation();
  return (
    <p>
      <Link href="/targeting" className="lone">
        {messages.targeting.back}
      </Link>
    </p>
  );
}
