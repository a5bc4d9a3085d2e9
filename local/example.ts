import * as z from 'zod';
import { apiClient, type Person } from './api-client.ts';
import { type Walkthrough, walkthrough } from './walkthrough.ts';

const coordinators: [Person, Person] = [
  { user: 'ana.lopez@juarez.example', role: 'coordinator' },
  { user: 'luis.ortega@juarez.example', role: 'coordinator' },
];
const approver: Person = { user: 'direccion@juarez.example', role: 'administrator' };

/** What happens to a locality of the example in one of its months. */
type Step = 'pass' | 'promise' | 'keep' | 'review' | 'hold' | 'return';

interface Course {
  name: string;
  population: number;
  /** About where it is, in degrees of longitude and latitude. */
  middle: [longitude: number, latitude: number];
  programme: string;
  /** How many months before today it begins. */
  monthsAgo: number;
  /** By the months since it began. */
  steps: Record<number, Step>;
}

const convivir = 'convivir-mejor';

/** Nine localities of Ciudad Juárez, each at another point of its way. Their figures and outlines are made up. */
const courses: Course[] = [
  {
    name: 'Francisco I. Madero',
    population: 8_120,
    middle: [-106.512, 31.727],
    programme: convivir,
    monthsAgo: 7,
    steps: { 1: 'pass', 2: 'pass', 3: 'pass', 4: 'pass', 5: 'keep', 6: 'pass' },
  },
  {
    name: 'Villas de Salvárcar',
    population: 6_430,
    middle: [-106.352, 31.622],
    programme: convivir,
    monthsAgo: 6,
    steps: { 1: 'pass', 2: 'pass', 3: 'pass', 4: 'pass', 5: 'keep' },
  },
  {
    name: 'Anapra',
    population: 18_900,
    middle: [-106.556, 31.771],
    programme: convivir,
    monthsAgo: 5,
    steps: { 1: 'pass', 2: 'pass', 3: 'pass', 4: 'promise' },
  },
  {
    name: 'Oasis Revolución',
    population: 9_340,
    middle: [-106.373, 31.583],
    programme: convivir,
    monthsAgo: 5,
    steps: { 1: 'pass', 3: 'hold' },
  },
  {
    name: 'Altavista',
    population: 7_510,
    middle: [-106.497, 31.749],
    programme: convivir,
    monthsAgo: 4,
    steps: { 1: 'pass', 2: 'pass', 3: 'review' },
  },
  {
    name: 'Riberas del Bravo',
    population: 21_700,
    middle: [-106.3, 31.604],
    programme: convivir,
    monthsAgo: 4,
    steps: { 1: 'pass', 2: 'pass' },
  },
  {
    name: 'Felipe Ángeles',
    population: 11_250,
    middle: [-106.527, 31.752],
    programme: convivir,
    monthsAgo: 3,
    steps: { 1: 'pass', 2: 'return' },
  },
  {
    name: 'Galeana',
    population: 5_080,
    middle: [-106.452, 31.69],
    programme: 'red-conectate',
    monthsAgo: 2,
    steps: { 1: 'pass' },
  },
  {
    name: 'Chaveña',
    population: 4_960,
    middle: [-106.487, 31.736],
    programme: convivir,
    monthsAgo: 0,
    steps: {},
  },
];

/** Who promises what in the action plan, by sector, and in how many days from today it is due. Nobody of them exists. */
const promises: Record<string, [name: string, action: string, days: number]> = {
  school: ['Directora de la primaria', 'Abrir la cancha de la escuela los sábados', -5],
  business: ['Comité de comerciantes', 'Alumbrado del corredor comercial', 2],
  community: ['Mesa directiva de vecinos', 'Recorridos vecinales cada quince días', 6],
  government: ['Dirección de Obras Públicas', 'Rehabilitar el parque', 13],
  religious: ['Parroquia del barrio', 'Taller de lectura para jóvenes', 20],
  social: ['Centro comunitario', 'Escuela para madres y padres', 40],
};

/** A hexagon of about half a kilometre around a point, in place of an outline. */
function outline([longitude, latitude]: Course['middle']) {
  const ring = Array.from({ length: 7 }, (_, corner) => {
    const angle = ((corner % 6) * Math.PI) / 3;
    return [longitude + 0.006 * Math.cos(angle), latitude + 0.005 * Math.sin(angle)];
  });
  return { type: 'Polygon', coordinates: [ring] };
}

const months = Math.max(...courses.map(({ monthsAgo }) => monthsAgo));

function monthsBefore(now: Date, count: number): Date {
  const day = new Date(now);
  day.setUTCMonth(day.getUTCMonth() - count);
  return day;
}

/** When the history of the example begins: the runner's clock has to stand there before it is made. */
export const exampleBegins = (now: Date) => new Date(monthsBefore(now, months).getTime() - 86_400_000);

const acts: Record<Step, (walk: Walkthrough, id: string, now: Date) => Promise<unknown>> = {
  pass: (walk, id) => walk.pass(id),
  // The action plan: people of every sector promise something, and the gate is passed.
  promise: async (walk, id, now) => {
    for (const [sector, [name, action, days]] of Object.entries(promises)) {
      const dueOn = new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
      await walk.promise(id, { name, sector, email: `${sector}@barrio.example` }, { action, dueOn });
    }
    await walk.pass(id);
  },
  keep: async (walk, id) => {
    await walk.keepAll(id);
    await walk.pass(id);
  },
  review: async (walk, id) => {
    await walk.complete(id, await walk.gate(id));
    await walk.review(id, undefined, 'Listo para su revisión.');
  },
  hold: (walk, id) =>
    walk.decide(id, { outcome: 'hold', reason: 'Obra pública en la zona; se reanuda al terminar.' }),
  return: async (walk, id, now) => {
    await acts.review(walk, id, now);
    await walk.decide(id, { outcome: 'return', reason: 'Falta caracterizar el polígono norte.' });
  },
};

/**
 * Makes the example municipality by driving the published interface month by month, with the clock moving up to
 * `now`. `told` hears of the progress.
 */
export async function seedExample(
  url: string,
  now: Date,
  told: (line: string) => void = () => {},
): Promise<void> {
  const api = apiClient(url);
  const ids = new Map<string, string>();
  for (let month = 0; month <= months; month += 1) {
    const moment = monthsBefore(now, months - month);
    await api.local(z.unknown(), 'POST', '/local/clock', { now: moment.toISOString() });
    await Promise.all(
      courses.map(async ({ name, population, middle, programme, monthsAgo, steps }, at) => {
        const coordinator = coordinators[at % 2] ?? approver;
        const walk = walkthrough(api, { coordinator, approver });
        const since = month - (months - monthsAgo);
        if (since === 0)
          ids.set(name, (await walk.begin(name, programme, { population, geometry: outline(middle) })).id);
        const [id, step] = [ids.get(name), steps[since]];
        if (id && step) await acts[step](walk, id, now);
      }),
    );
    if (month % 6 === 0)
      told(`  ${moment.toISOString().slice(0, 7)}: ${ids.size} of ${courses.length} localities under way`);
  }
  // The clock catches up with the machine's, and whatever the last month set off is done before anyone looks.
  await api.local(z.unknown(), 'POST', '/local/clock', { now: new Date().toISOString() });
}
