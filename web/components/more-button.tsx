import { useTranslation } from '../words/use-translation.ts';

interface MoreButtonProps {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
  label: string;
}

/** Below a list of which more can be asked for; nothing where all of it is there. */
export function MoreButton({ list, label }: MoreButtonProps) {
  const { messages } = useTranslation();
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  if (!hasNextPage) return null;
  return (
    <p>
      <button type="button" aria-disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {isFetchingNextPage ? messages.parts.loading : label}
      </button>
    </p>
  );
}
