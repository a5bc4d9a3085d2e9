import { policies } from '../../domain/policies.ts';
import { Screen } from '../components/screen.tsx';
import { useMay } from '../session/may.ts';
import { useTranslation } from '../words/use-translation.ts';
import { PlanBoard } from './plan-board.tsx';

/** The plan of the municipality. */
export default function PlanScreen() {
  const { messages } = useTranslation();
  const mayEdit = useMay(policies.plan.editMunicipal) === true;
  const mayRecord = useMay(policies.plan.recordMunicipal) === true;
  return (
    <Screen title={messages.plan.municipalTitle} aside={<p className="soft">{messages.plan.text}</p>}>
      <PlanBoard mayEdit={mayEdit} mayRecord={mayRecord} />
    </Screen>
  );
}
