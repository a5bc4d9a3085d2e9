import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../workflows/programmes');

/**
 * SHA-256 of each programme version as it was released, without its names, which stand beside it in `words/`. Add a line with a new version; never change one.
 */
const released: Record<string, string> = {
  'convivir-mejor.v1.yaml': '76c11e7e58cc1bc8972135b7fa4ed99fc8ecb324ca207974d13c9f42172d16d8',
  'red-conectate.v1.yaml': 'f971a972de03a776510bd858ac2d9945402190065ceea27133172d117c1736a5',
};

const found = readdirSync(folder).sort();

describe('a released programme', () => {
  it.each(found)('%s is as it was released', (file) => {
    const now = createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
    const message =
      released[file] === undefined
        ? `${file} is new: record its checksum ${now} in this test when it is released`
        : `${file} was released and must not change, since localities walk it: ` +
          'undo the change and make a new version of the programme, in a file of its own';
    expect(now, message).toBe(released[file]);
  });

  it('stays in its place, so that the localities that walk it can go on', () => {
    expect(Object.keys(released).filter((file) => !found.includes(file))).toEqual([]);
  });
});
