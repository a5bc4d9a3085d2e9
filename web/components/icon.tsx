/** Drawn on 24 by 24 with strokes, so that they take the colour and weight of the text beside them. */
const shapes = {
  today: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  places:
    'M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2 .8 3.2 2.6 3.5 5.5',
  target: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 12h.01',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M14 4v6M6 14v6',
  done: 'M4.5 12.5l5 5L19.5 7',
  missing: 'M12 3.5 22 20.5H2zM12 10v5M12 17.8v.01',
  late: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.5l3.5 2',
  waiting: 'M12 4v9M8 9.5l4 4 4-4M5 20h14',
  offline:
    'M3 3l18 18M8.5 16a5 5 0 0 1 7 0M5 12.5a10 10 0 0 1 4-2.3M19 12.5a10 10 0 0 0-5.5-2.7M2 9a15 15 0 0 1 4.5-2.8M22 9A15 15 0 0 0 10.5 5M12 19.5h.01',
  paused: 'M8 5v14M16 5v14',
  next: 'M9 5l7 7-7 7',
  out: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c.6-4.5 3.5-7 8-7s7.4 2.5 8 7',
  note: 'M5 4h14v12l-4 4H5zM8.5 9h7M8.5 13h4',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  add: 'M12 5v14M5 12h14',
  edit: 'M5 19h4L19.5 8.5l-4-4L5 15zM13 7l4 4',
  download: 'M12 4v11M7.5 10.5 12 15l4.5-4.5M5 20h14',
  camera: 'M3 7h4l2-3h6l2 3h4v13H3zM12 17a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
  upload: 'M12 15V4M7.5 8.5 12 4l4.5 4.5M5 20h14',
  print: 'M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z',
  mail: 'M3 6h18v12H3zM3 7l9 7 9-7',
} as const;
export type IconName = keyof typeof shapes;

/** A picture beside words that say the same; never by itself. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg
    className="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={shapes[name]} />
  </svg>
);
