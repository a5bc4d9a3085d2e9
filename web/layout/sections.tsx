import { Link, useLocation } from 'wouter';
import { may, type Role } from '../../domain/policies.ts';
import { Icon } from '../components/icon.tsx';
import { screens } from '../screens.tsx';
import { useTranslation } from '../words/use-translation.ts';

const isWithin = (at: string, href: string) => at === href || (href !== '/' && at.startsWith(`${href}/`));

/** The screens that everything else is reached from: at the foot of a phone, under the head elsewhere. */
export function Sections({ roles }: { roles: Role[] }) {
  const { messages } = useTranslation();
  const [at] = useLocation();
  const shown = screens
    .flatMap(({ navigation }) => navigation ?? [])
    .filter(({ policy }) => !policy || may(policy, { roles }));
  return (
    <nav className="sections" aria-label={messages.frame.main}>
      <ul>
        {shown.map(({ href, label, icon }) => (
          <li key={href}>
            <Link href={href} aria-current={isWithin(at, href) ? 'page' : undefined}>
              <Icon name={icon} />
              {messages.frame.sections[label]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
