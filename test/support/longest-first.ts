import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The suites that take longest, longest first: begun last, each would go on alone when the others have ended. */
const longest = [
  'faults/29-killed-at-random',
  'api/corpora',
  'surveys/million',
  'journeys/promises',
  'browser/app/looks',
  'browser/app/journey',
];

const rank = ({ moduleId }: TestSpecification) => {
  const at = longest.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
  return at === -1 ? longest.length : at;
};

/** The longest suites before all others, which stay together by project: those share what they import. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
