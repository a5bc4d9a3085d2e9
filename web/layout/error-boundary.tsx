import { Component, type ReactNode } from 'react';
import { Notice } from '../components/notice.tsx';
import { useTranslation } from '../words/use-translation.ts';

function ErrorScreen() {
  const { messages } = useTranslation();
  return (
    <div className="screen">
      <h1>{messages.frame.broken}</h1>
      <Notice tone="problem">
        <p>{messages.frame.brokenText}</p>
        <p>
          <button type="button" onClick={() => location.reload()}>
            {messages.frame.reload}
          </button>
        </p>
      </Notice>
    </div>
  );
}

/** Around a screen: one that fails leaves the frame, and the way to the others. `at` is where it is. */
export class ErrorBoundary extends Component<{ at: string; children: ReactNode }, { failedAt?: string }> {
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
    return this.state.failedAt === undefined ? this.props.children : <ErrorScreen />;
  }
}
