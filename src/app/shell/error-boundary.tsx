import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What broke, if anything did. */
interface Broken {
  error: Error | null;
}

/** When the page itself breaks: the recipe is in the address, so a reload goes on where it was. */
export class ErrorBoundary extends Component<{ children: ReactNode }, Broken> {
  override state: Broken = { error: null };

  /** Shows the message in place of the page. */
  static getDerivedStateFromError(error: Error): Broken {
    return { error };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    return this.state.error ? <BrokenPage error={this.state.error} /> : this.props.children;
  }
}

function BrokenPage({ error }: { error: Error }) {
  const { t } = useTranslation();
  return (
    <main className="broken" role="alert" data-testid="broken-page">
      <h1>{t('error.boundaryTitle')}</h1>
      <p>{t('error.boundaryText')}</p>
      <input
        className="field"
        readOnly
        value={location.href}
        aria-label={t('error.copyLink')}
        onFocus={(event) => event.target.select()}
      />
      <div className="broken-actions">
        <button type="button" className="button primary" onClick={() => location.reload()}>
          {t('error.reload')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void navigator.clipboard?.writeText(location.href)}
        >
          {t('error.copyLink')}
        </button>
      </div>
      <details>
        <summary>{t('error.details')}</summary>
        <pre>{error.stack ?? error.message}</pre>
      </details>
    </main>
  );
}
