const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Browsers and systems disagree on the types of these files; their names do not. */
const typeOf = ({ name, type }: File) => {
  if (/\.csv$/i.test(name)) return 'text/csv';
  if (/\.xlsx$/i.test(name)) return workbook;
  if (/\.(geo)?json$/i.test(name)) return 'application/geo+json';
  return type || 'application/octet-stream';
};

/** The file as it is now: what is confirmed later is what was checked, whatever becomes of it on the disk. */
export const taken = async (file: File): Promise<Blob> =>
  new Blob([await file.arrayBuffer()], { type: typeOf(file) });
