import { daysBetween } from '../words/format.ts';
import { useWords } from '../words/use-words.ts';

/** A day something is due: how far it is, and which it is; marked when it is past. */
export function Due({ on }: { on: string }) {
  const { words, formats } = useWords();
  const isLate = daysBetween(formats.today(), on) < 0;
  const say = isLate ? words.parts.wasDue : words.parts.due;
  return <span className={isLate ? 'late' : undefined}>{say(formats.relative(on), formats.date(on))}</span>;
}
