import type { StageRecord } from '../../domain/stage-record.ts';
import { heading, plain, small } from './blocks.ts';
import type { Facts } from './facts.ts';
import { heightOf, type Style } from './set-lines.ts';
import { ink, key, rule, type Sheet, soft } from './sheet.ts';
import { table } from './table.ts';
import type { Translator } from './translator.ts';

/** So many stages stand beside each other; more go on in a line below. */
const beside = 6;
const radius = 6.5;

const nameStyle: Style = { ...plain, size: 8.5, weight: 'strong' };
const stateStyle: Style = { ...small, size: 8 };

/** What is said of a stage: that a locality was closed in it, too. */
export function stateOf(
  { state, visits }: StageRecord,
  { locality }: Facts,
  { messages }: Translator,
): string {
  const { stages } = messages;
  const last = visits.at(-1)?.decisions.at(-1)?.outcome;
  return locality.status === 'closed' && state === 'behind' && last === 'close'
    ? stages.left
    : stages.state[state];
}

function drawnDot(sheet: Sheet, { state }: StageRecord, x: number, y: number): void {
  const { pdf } = sheet;
  pdf.circle(x, y, radius).lineWidth(1.75);
  if (state === 'behind') pdf.fillAndStroke(key, key);
  else pdf.fillAndStroke('#ffffff', state === 'current' ? key : soft);
  if (state === 'behind')
    pdf
      .path(`M${x - 3} ${y} L${x - 0.8} ${y + 2.6} L${x + 3.2} ${y - 2.8}`)
      .lineWidth(1.5)
      .stroke('#ffffff');
  if (state === 'current') pdf.circle(x, y, 3).fill(key);
}

/** Some stages beside each other, the first of them at the left: how high that is, and how it is drawn. */
function rowOf(sheet: Sheet, stages: readonly StageRecord[], facts: Facts, translator: Translator) {
  const { shortDate, language } = translator;
  const column = sheet.width / Math.min(beside, Math.max(stages.length, 4));
  const centre = (at: number) => sheet.left + column * (at + 0.5);
  const texts = stages.map((one) => {
    const since = one.openedOn ? sheet.lines(`${shortDate(one.openedOn)} –`, stateStyle, column - 8) : [];
    const until = one.state === 'behind' ? shortDate(one.endedOn) : shortDate(one.plan?.targetOn);
    return [
      ...sheet.lines(
        one.stage.name[language],
        { ...nameStyle, colour: one.state === 'ahead' ? soft : ink },
        column - 8,
      ),
      ...sheet.lines(stateOf(one, facts, translator), stateStyle, column - 8),
      ...since,
      ...sheet.lines(until, stateStyle, column - 8),
    ];
  });
  const draw = (top: number) => {
    const y = top + radius + 2;
    for (const [at, one] of stages.entries()) {
      if (at > 0)
        sheet.pdf
          .moveTo(centre(at - 1) + radius, y)
          .lineTo(centre(at) - radius, y)
          .lineWidth(1.75)
          .stroke(one.state === 'ahead' ? rule : key);
      drawnDot(sheet, one, centre(at), y);
      sheet.put(texts[at] ?? [], centre(at) - column / 2 + 4, y + radius + 5, 'center', column - 8);
    }
  };
  return { height: 2 * radius + 9 + Math.max(...texts.map(heightOf)), draw };
}

/** The stages as a line, and the days that were planned for them beside those that came of it. */
export function stageLine(sheet: Sheet, facts: Facts, translator: Translator): void {
  const { messages, language, shortDate, number, list } = translator;
  const { stages } = facts;
  heading(sheet, 'H2', messages.stages.title);
  const heard = stages.map((one) => `${one.stage.name[language]} (${stateOf(one, facts, translator)})`);
  const figure = sheet.part('Figure', undefined, { alt: messages.stages.drawing(list(heard)) });
  for (let from = 0; from < stages.length; from += beside) {
    const { height, draw } = rowOf(sheet, stages.slice(from, from + beside), facts, translator);
    sheet.need(height);
    sheet.mark(figure, () => draw(sheet.y));
    sheet.y += height + 12;
  }

  const span = (plan: { startOn: string; targetOn: string } | undefined) =>
    plan ? messages.stages.from(shortDate(plan.startOn), shortDate(plan.targetOn)) : messages.none;
  const { stage, planned, now, opened, ended, visits } = messages.stages;
  table(
    sheet,
    [
      { heading: stage, width: 116 },
      { heading: planned, width: 116 },
      { heading: now, width: 116 },
      { heading: opened, width: 60 },
      { heading: ended, width: 60 },
      { heading: visits, width: 36, align: 'right' },
    ],
    stages.map((one, at) => [
      { texts: [`${at + 1}. ${one.stage.name[language]}`, [stateOf(one, facts, translator), stateStyle]] },
      { texts: [span(one.firstPlan)] },
      { texts: [span(one.plan)] },
      { texts: [shortDate(one.openedOn)] },
      { texts: [shortDate(one.endedOn)] },
      { texts: [number(one.visits.length)] },
    ]),
  );
}
