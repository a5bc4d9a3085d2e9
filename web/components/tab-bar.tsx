import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import './tab-bar.css';

interface TabBarProps {
  /** What it leads to the parts of. */
  label: string;
  tabs: { href: string; label: string; isHere: boolean }[];
}

/** The ways to the parts of something, each on an address of its own; where one is stays in sight. */
export function TabBar({ label, tabs }: TabBarProps) {
  const bar = useRef<HTMLUListElement>(null);
  const here = tabs.find(({ isHere }) => isHere)?.href;
  useEffect(() => {
    if (here) bar.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  return (
    <nav className="tabs" aria-label={label}>
      <ul ref={bar}>
        {tabs.map(({ href, label, isHere }) => (
          <li key={href}>
            <Link href={href} aria-current={isHere ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
