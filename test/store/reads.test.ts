import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sources = ['functions', 'store', 'domain', 'workflows'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file: join(folder, file), text: readFileSync(join(root, folder, file), 'utf8') })),
);
const filesWith = (pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

describe('the table', () => {
  it('is never scanned', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(filesWith(/\bScan(Command|Input)?\b|paginateScan/)).toEqual([]);
  });

  it('is asked by its indexes for pending outbox messages, the log of mails, what is due and lists, and for nothing else', () => {
    expect(filesWith(/IndexName[:,]/)).toEqual([
      'store/commitments.ts',
      'store/mail-log.ts',
      'store/outbox.ts',
      'store/places.ts',
      'store/work.ts',
    ]);
  });

  it('is read consistently wherever the base table is read', () => {
    const reads = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/new (?:Get|Query|BatchGet)Command\(\s*\{.*?\n? *\}\),?\n/gs)].map(([call]) => ({
        file,
        call,
      })),
    );
    expect(reads.length).toBeGreaterThan(6);
    // The helpers that read whole queries and batches do so consistently; theirs is the only paging.
    expect(filesWith(/paginateQuery|BatchGetCommand/)).toEqual(['store/read.ts']);
    const lax = reads.filter(({ call }) => !/ConsistentRead: true|IndexName/.test(call));
    expect(lax).toEqual([]);
  });

  it('is reached from the store only', () => {
    const commands = /from '@aws-sdk\/(lib|client)-dynamodb'/;
    expect(filesWith(commands).filter((file) => !file.startsWith('store/'))).toEqual([
      'functions/runtime/environment.ts',
    ]);
  });
});
