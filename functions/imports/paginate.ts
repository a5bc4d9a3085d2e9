/** Room in one transaction for what goes with a page: the answer under an Idempotency-Key, the page's own removal. */
const besides = 4;
const mostItems = 100 - besides;
/** An item of the table holds 400 kB, and a transaction 4 MB. */
const mostBytes = 300_000;

/** Rows in pages that each fit one transaction, when a page takes `fixed` items and each row so many more as `itemsOf` tells. */
export function paginate<Row>(rows: readonly Row[], itemsOf: (row: Row) => number, fixed: number): Row[][] {
  const pages: Row[][] = [];
  let room = 0;
  let places = 0;
  for (const row of rows) {
    const size = Buffer.byteLength(JSON.stringify(row));
    const items = itemsOf(row);
    const page = pages.at(-1);
    if (!page || items > places || size > room) {
      pages.push([row]);
      room = mostBytes - size;
      places = mostItems - fixed - items;
    } else {
      page.push(row);
      room -= size;
      places -= items;
    }
  }
  return pages;
}
