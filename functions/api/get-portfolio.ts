import * as z from 'zod';
import { LocalDate } from '../../domain/calendar.ts';
import { maySee } from '../../domain/caller.ts';
import { CommitmentStatus } from '../../domain/commitment.ts';
import { LocalityStatus } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import type { ApiDependencies } from './dependencies.ts';
import { Health, localityView } from './representations.ts';
import { noInput, route } from './route.ts';

const Due = z.object({
  locality: z.string(),
  name: z.string(),
  stage: z.string(),
  track: z.string().optional(),
  targetOn: LocalDate,
});

const Portfolio = z.object({
  localities: z.int(),
  status: z.record(LocalityStatus, z.int()),
  /** Of the active localities. */
  health: z.record(Health, z.int()),
  /** Active and paused localities by programme and stage. */
  stages: z.array(z.object({ programme: z.string(), stage: z.string(), localities: z.int() })),
  commitments: z.object({ total: z.int(), status: z.record(CommitmentStatus, z.int()) }),
  /** The gates that fall due next, soonest first. */
  nextDue: z.array(Due),
});

const shownDue = 10;
const zeroes = <Key extends string>(keys: readonly Key[]) =>
  keys.reduce((counts, key) => counts.set(key, 0), new Map<Key, number>());
const add = <Key>(counts: Map<Key, number>, key: Key, more = 1) =>
  counts.set(key, (counts.get(key) ?? 0) + more);

/** GET /api/portfolio: how all localities the caller may see are getting on. */
export const getPortfolio = route({
  method: 'GET',
  path: '/api/portfolio',
  summary: 'Counts by stage, health and status, and what falls due next',
  policy: policies.portfolio.read,
  params: noInput,
  query: noInput,
  body: noInput,
  responses: { 200: Portfolio },
  run:
    ({ localities, programmes, moment }: ApiDependencies) =>
    async ({ caller }) => {
      const { today } = moment();
      const status = zeroes(LocalityStatus.options);
      const health = zeroes(Health.options);
      const commitments = zeroes(CommitmentStatus.options);
      const stages = new Map<string, number>();
      const due: z.infer<typeof Due>[] = [];
      let counted = 0;
      for await (const locality of localities.all()) {
        if (!maySee(caller, locality)) continue;
        const view = localityView(locality, today);
        counted += 1;
        add(status, view.status);
        for (const one of CommitmentStatus.options) add(commitments, one, locality.commitmentsBy[one] ?? 0);
        if (view.status === 'active') add(health, view.health);
        if (locality.position) add(stages, `${view.programme}/${locality.position.stage}`);
        if (view.status === 'active')
          due.push(
            ...view.current.map(({ stage, track, targetOn }) => ({
              locality: view.id,
              name: view.name,
              stage,
              track,
              targetOn,
            })),
          );
      }
      const { shape } = Portfolio;
      const body = {
        localities: counted,
        status: shape.status.parse(Object.fromEntries(status)),
        health: shape.health.parse(Object.fromEntries(health)),
        stages: programmes.current.flatMap((programme) =>
          programme.stages.map(({ key }) => ({
            programme: programme.id,
            stage: key,
            localities: stages.get(`${programme.id}/${key}`) ?? 0,
          })),
        ),
        commitments: {
          total: [...commitments.values()].reduce((sum, count) => sum + count, 0),
          status: shape.commitments.shape.status.parse(Object.fromEntries(commitments)),
        },
        nextDue: due.sort((a, b) => a.targetOn.localeCompare(b.targetOn)).slice(0, shownDue),
      };
      return { response: { status: 200, body } };
    },
});
