import { readSurvey } from '../../functions/surveys/read-survey.ts';
import { convivencia } from '../support/questionnaires.ts';
import { arriving, generatedSurvey } from './generated.ts';

// A process of its own, whose memory holds nothing else: reads so many rows and says what it took.
const { rows, packs, summary } = await readSurvey(
  arriving(generatedSurvey(Number(process.argv[2]))),
  convivencia,
);
console.log(
  JSON.stringify({
    rows,
    largestPack: Math.max(...packs.map(({ length }) => length)),
    degreesOfFreedom: summary.items.roots?.estimate?.degreesOfFreedom,
    // Reported in kilobytes.
    peakBytes: process.resourceUsage().maxRSS * 1_024,
  }),
);
