import { Icon } from '../components/icon.tsx';

/** The small picture beside a file's name, or the sign for what has none. */
export const Thumbnail = ({ address }: { address?: string }) =>
  address ? <img className="thumbnail" src={address} alt="" /> : <Icon name="file" />;
