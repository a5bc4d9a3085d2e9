import { Component, type ReactNode } from 'react';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/use-words.ts';

function Broken() {
  const { words } = useWords();
  return (
    <div className="screen">
      <h1>{words.frame.broken}</h1>
      <Notice tone="problem">
        <p>{words.frame.brokenText}</p>
        <p>
          <button type="button" onClick={() => location.reload()}>
            {words.frame.reload}
          </button>
        </p>
      </Notice>
    </div>
  );
}

/** Around a screen: one that fails leaves the frame, and the way to the others. `at` is where it is. */
export class Unbroken extends Component<{ at: string; children: ReactNode }, { failedAt?: string }> {
  override state: { failedAt?: string } = {};

  override componentDidCatch() {
    this.setState({ failedAt: this.props.at });
  }

  static getDerivedStateFromError() {
    return { failedAt: '' };
  }

  override componentDidUpdate() {
    const { failedAt } = this.state;
    if (failedAt && failedAt !== this.props.at) this.setState({ failedAt: undefined });
  }

  override render() {
    return this.state.failedAt === undefined ? this.props.children : <Broken />;
  }
}
