const form =
  /^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/**
 * The instant that lies an ISO 8601 duration (`P14D`, `PT2H`, `P1Y2M`) after another, by the calendar of UTC: a month
 * after 31 January is the last day of February.
 * @returns nothing when the text is no such duration
 */
export function addDuration(instant: number, duration: string): number | undefined {
  const parts = form.exec(duration);
  if (!parts) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  const date = new Date(instant);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + 12 * years + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  date.setUTCDate(date.getUTCDate() + 7 * weeks + days);
  const moved = date.getTime() + ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return Number.isNaN(moved) ? undefined : moved;
}
