/**
 * How large an imported file may be: what a function can be handed as base64 within the 6 MB of one invocation. Rows are
 * bounded by what is validated and written within one request.
 */
export const largestFile = 4 * 1024 * 1024;
export const mostRows = 20_000;
/** Points of all territories of a file of places that is to be compared. */
export const mostPointsInAll = 200_000;
/** Titles and blank rows that may stand above a header, besides. */
export const mostAbove = 100;
export const mostColumns = 100;
/** What a workbook may take once it is unpacked. */
export const largestUnpacked = 48 * 1024 * 1024;
