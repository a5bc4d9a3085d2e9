import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { download } from '../components/download.tsx';
import { Icon } from '../components/icon.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useTranslation } from '../words/use-translation.ts';

const files = { form: 'form.html', template: 'template.csv' } as const;

/** What a survey is made with: the form to be printed, and the file into which its answers go. */
export function QuestionnaireFiles({ questionnaire }: { questionnaire: string }) {
  const { messages } = useTranslation();
  const fetched = useMutation({
    mutationFn: async (which: keyof typeof files) => {
      const file = files[which];
      const written = await api('GET /api/questionnaires/{questionnaire}/{file}', {
        params: { questionnaire, file },
      });
      download(written, `${questionnaire}-${file}`);
    },
  });
  return (
    <>
      <div className="row">
        {(['form', 'template'] as const).map((which) => (
          <button
            key={which}
            type="button"
            aria-disabled={fetched.isPending}
            onClick={() => fetched.mutate(which)}
          >
            <Icon name="file" />
            {fetched.isPending && fetched.variables === which
              ? messages.evaluation.preparing
              : messages.evaluation[which]}
          </button>
        ))}
      </div>
      <ProblemNotice problem={fetched.error} />
    </>
  );
}
