import { useTranslation } from '../words/use-translation.ts';

/** A day something is due: how far it is, and which it is; marked when it is past. */
export function Due({ on }: { on: string }) {
  const { messages, formats } = useTranslation();
  const isLate = formats.isLate(on);
  const say = isLate ? messages.parts.wasDue : messages.parts.due;
  return <span className={isLate ? 'late' : undefined}>{say(formats.relative(on), formats.date(on))}</span>;
}
