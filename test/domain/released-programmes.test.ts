import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../workflows/programmes');

/** SHA-256 of each programme version as it was released. Add a line with a new version; never change one. */
const released: Record<string, string> = {
  'convivir-mejor.v1.yaml': '452c0d8f7d02cf99b816a3f62cd2c853080181b0ddc72d0909fc9ed551c2428a',
  'red-conectate.v1.yaml': '14b072df97c4b881738b1b06b59cc0cef2106d6665eeba2d689f61556b3835b7',
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
