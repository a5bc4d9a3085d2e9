import type { Block, EmailContent, FooterLink } from './content.ts';
import { linesOf, oneLine } from './values.ts';

const width = 72;

/** Words in lines of at most 72 characters; `first` begins the first line, `rest` the others. Long words stay whole. */
function wrap(value: string, first = '', rest = first): string {
  const lines: string[] = [];
  let line = '';
  for (const word of oneLine(value).split(/ +/)) {
    const start = lines.length === 0 ? first : rest;
    if (line && start.length + line.length + 1 + word.length > width) {
      lines.push(start + line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, (lines.length === 0 ? first : rest) + line].map((each) => each.trimEnd()).join('\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'title':
      return wrap(block.text);
    case 'paragraph':
      return `${wrap(block.text)}\n`;
    case 'facts':
      return `${block.facts.map(({ label, value }) => wrap(`${label}: ${value}`, '', '  ')).join('\n')}\n`;
    case 'list':
      return `${block.items.map((item) => wrap(item, '- ', '  ')).join('\n')}\n`;
    case 'places':
      return `${block.items.map(({ text, url }) => `${wrap(`${text}:`, '- ', '  ')}\n${url}`).join('\n')}\n`;
    case 'quote':
      return `${linesOf(block.text)
        .map((line) => wrap(line, '> '))
        .join('\n')}\n`;
    case 'link':
      return `${wrap(`${block.label}:`)}\n${block.url}\n`;
  }
}

/** The plain text of a mail. */
export function textOf(
  { sender, heading, blocks, footer }: EmailContent,
  footerLinks: readonly FooterLink[],
): string {
  const title = wrap(heading);
  const rule = '='.repeat(Math.min(width, Math.max(...title.split('\n').map((line) => line.length))));
  const end = footerLinks.flatMap(({ label, url }) => [wrap(`${label}:`), url]);
  return [
    wrap(sender),
    '',
    title,
    rule,
    '',
    ...blocks.map(blockText),
    '-'.repeat(8),
    wrap(footer),
    ...end,
    '',
  ].join('\n');
}
