import { useTranslation } from '../words/use-translation.ts';
import type { Shape } from './drawn-map.ts';
import { MapFrame } from './map-frame.tsx';

interface MapPictureProps {
  shapes: readonly Shape[];
  chosen?: { id: string; isFromList: boolean };
  choose: (id: string) => void;
}

/** The picture; all that it says is in the list beside it too. */
export function MapPicture({ shapes, chosen, choose }: MapPictureProps) {
  const { messages } = useTranslation();
  const { map, mapHint, closer, farther, whole } = messages.territories;
  return (
    <MapFrame
      shapes={shapes}
      chosen={chosen?.id}
      isFromList={chosen?.isFromList ?? false}
      choose={choose}
      words={{ name: map, hint: mapHint, closer, farther, whole }}
    />
  );
}
