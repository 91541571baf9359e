import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toErrorView } from '../../store/error-view.ts';
import { Failure } from '../controls/failure.tsx';

/** When one workspace breaks or cannot be fetched the others stay; give it a `key` for each. */
export class RoomBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null };

  /** Keeps the failure in place of the workspace. */
  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override render(): ReactNode {
    return this.state.error ? <BrokenRoom error={this.state.error} /> : this.props.children;
  }
}

function BrokenRoom({ error }: { error: unknown }) {
  const { t } = useTranslation();
  return (
    <div className="room-broken" data-testid="room-broken">
      <Failure error={toErrorView(error)}>
        <p>{t('shell.roomBroken')}</p>
        <div>
          <button type="button" className="button small" onClick={() => location.reload()}>
            {t('error.reload')}
          </button>
        </div>
      </Failure>
    </div>
  );
}
