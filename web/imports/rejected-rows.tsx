import { useTranslation } from '../words/use-translation.ts';
import './imports.css';

/** More than anybody reads; the first of them are enough to mend the file. */
const mostShown = 200;

interface RejectedRowsProps {
  rejected: { row: number; column: string; sheet?: string; message: string }[];
  /** What can be done about them. */
  text: string;
}

/** The rows of a file that cannot be taken, by row and column, and why. */
export function RejectedRows({ rejected, text }: RejectedRowsProps) {
  const { messages, formats } = useTranslation();
  const beyond = rejected.length - mostShown;
  return (
    <section className="stack-close import" aria-label={messages.imports.rejectedTitle}>
      <h3>{messages.imports.rejectedTitle}</h3>
      <p>{text}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{messages.imports.row}</th>
            <th scope="col">{messages.imports.column}</th>
            <th scope="col">{messages.imports.reason}</th>
          </tr>
        </thead>
        <tbody>
          {rejected.slice(0, mostShown).map(({ row, column, sheet, message }) => (
            <tr key={`${sheet}/${row}/${column}/${message}`}>
              <td>
                {sheet !== undefined && `${sheet}, `}
                {formats.number(row)}
              </td>
              <td>{column}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {beyond > 0 && <p>{messages.imports.more(formats.number(beyond))}</p>}
    </section>
  );
}
