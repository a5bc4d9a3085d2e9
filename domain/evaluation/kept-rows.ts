/** A cell within the rows that are kept: codes and numbers, quoted only where they must be (RFC 4180). */
const kept = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A line of what is kept of a survey: the titles of its columns, or a row. Its checksum is over these lines. */
export const keptLine = (cells: readonly string[]): string => `${cells.map(kept).join(',')}\n`;
