import { Link } from 'wouter';
import { policies } from '../../domain/policies.ts';
import type { LocalityDetail } from '../api/types.ts';
import { useMay } from '../session/may.ts';
import { useTranslation } from '../words/use-translation.ts';
import { PlanBoard } from './plan-board.tsx';

/** The plan of a locality. */
export default function PlanTab({ locality: { id, status } }: { locality: LocalityDetail }) {
  const { messages } = useTranslation();
  const isUnderWay = status === 'active' || status === 'on-hold';
  const mayEdit = useMay(policies.plan.edit) === true && isUnderWay;
  const mayRecord = useMay(policies.plan.record) === true && isUnderWay;
  return (
    <section className="stack" aria-label={messages.plan.title}>
      <div className="stack-close">
        <h2>{messages.plan.title}</h2>
        <p className="soft">{messages.plan.text}</p>
        <p className="row">
          <Link href="/plan" className="button">
            {messages.plan.toMunicipal}
          </Link>
        </p>
      </div>
      <PlanBoard locality={id} mayEdit={mayEdit} mayRecord={mayRecord} />
    </section>
  );
}
