import type { TFunction } from 'i18next';
import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import type { BackendChoice, BackendInfo } from '../../pipeline/generation-service.ts';
import { useStudio } from '../../store/studio-store.ts';
import { formatBytes, formatMilliseconds } from '../format/quantities.ts';
import { deviceReason } from './device-reason.ts';

const CHOICES: BackendChoice[] = ['auto', 'webgpu', 'wasm', 'cpu'];

/** What the networks run on, why, how much memory they take; and the choice of another backend. */
export function DeviceMenu() {
  const { t, i18n } = useTranslation();
  const device = useStudio((state) => state.device);
  const chooseBackend = useStudio((state) => state.chooseBackend);
  const { status, info, memory, lastSampleMs } = device;
  const language = i18n.language;
  const bytes = memory && (memory.bytesOnGpu ?? memory.bytes);
  const name = status === 'ready' && info ? t(`device.${info.backend}`) : statusText(status, t);
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className="chip device-chip number"
          data-testid="device-chip"
          data-status={status}
          data-backend={info?.backend}
          data-tensors={memory?.tensors}
          data-bytes={memory?.bytes}
          aria-label={`${t('device.label')}: ${name}`}
        >
          <i className="dot" aria-hidden />
          <span className="chip-value">{name}</span>
          {status === 'ready' && (
            <span className="chip-facts">
              {info && <span className="chip-adapter">{info.device}</span>}
              {bytes !== null && bytes > 0 && <span>{formatBytes(bytes, language)}</span>}
              {lastSampleMs !== null && <span>{formatMilliseconds(lastSampleMs, language)}</span>}
            </span>
          )}
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu device-menu" align="end" sideOffset={6}>
          <dl className="facts device-facts number">
            {info && (
              <>
                <dt>{t('device.adapter')}</dt>
                <dd>
                  {info.device}
                  {info.software && ` (${t('device.softwareAdapter')})`}
                </dd>
              </>
            )}
            {memory && (
              <>
                <dt>{t('device.memory')}</dt>
                <dd>{formatBytes(memory.bytes, language)}</dd>
              </>
            )}
            {memory?.bytesOnGpu != null && (
              <>
                <dt>{t('device.gpuMemory')}</dt>
                <dd>{formatBytes(memory.bytesOnGpu, language)}</dd>
              </>
            )}
            {lastSampleMs !== null && (
              <>
                <dt>{t('device.lastSample')}</dt>
                <dd>{formatMilliseconds(lastSampleMs, language)}</dd>
              </>
            )}
          </dl>
          {info?.reason && (
            <p className="device-reason hint" data-testid="device-reason">
              <Reason info={info} />
            </p>
          )}
          {device.error && <p className="device-reason invalid">{device.error.message}</p>}
          <div className="menu-separator" />
          <DropdownMenu.Label className="menu-label">{t('device.run')}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={device.choice}
            onValueChange={(choice) => void chooseBackend(choice as BackendChoice)}
          >
            {CHOICES.map((choice) => (
              <DropdownMenu.RadioItem
                key={choice}
                value={choice}
                className="menu-item"
                data-testid={`backend-${choice}`}
              >
                <DropdownMenu.ItemIndicator className="menu-check">
                  <Check aria-hidden />
                </DropdownMenu.ItemIndicator>
                <span>
                  {t(`device.${choice}`)}
                  <small>{t(`device.${choice}Hint`)}</small>
                </span>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Reason({ info }: { info: BackendInfo }) {
  const { t } = useTranslation();
  const reason = deviceReason(info);
  if ('text' in reason) return reason.text;
  return reason.key === 'reasonSoftware'
    ? t('device.reasonSoftware', { adapter: reason.adapter })
    : t(`device.${reason.key}`);
}

function statusText(status: 'starting' | 'ready' | 'restarting' | 'failed', t: TFunction): string {
  if (status === 'restarting') return t('device.restarting');
  return t(status === 'failed' ? 'device.failed' : 'device.starting');
}
