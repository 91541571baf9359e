import type { TFunction } from 'i18next';
import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import type { BackendChoice, BackendInfo } from '../../pipeline/generation-service.ts';
import { useStudio } from '../../store/studio-store.ts';
import { formatBytes, formatMilliseconds } from '../format/quantities.ts';
import { translateSentence } from '../i18n/translate-sentence.ts';
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
    <DropdownMenu.Root modal={false}>
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
          <DeviceFacts />
          {info?.reason && (
            <div className="device-reason hint" data-testid="device-reason">
              <Reason info={info} />
            </div>
          )}
          {device.error && (
            <div className="device-reason invalid">
              {translateSentence(device.error.message, language)}
            </div>
          )}
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

/** What a menu holds besides its items may have no role: lists and paragraphs have one. */
function DeviceFacts() {
  const { t, i18n } = useTranslation();
  const { info, memory, lastSampleMs } = useStudio((state) => state.device);
  const { language } = i18n;
  const software = info?.software ? ` (${t('device.softwareAdapter')})` : '';
  const onGpu = memory?.bytesOnGpu ?? null;
  const facts: [name: string, value: string | null][] = [
    [t('device.adapter'), info && `${info.device}${software}`],
    [t('device.memory'), memory && formatBytes(memory.bytes, language)],
    [t('device.gpuMemory'), onGpu === null ? null : formatBytes(onGpu, language)],
    [
      t('device.lastSample'),
      lastSampleMs === null ? null : formatMilliseconds(lastSampleMs, language),
    ],
  ];
  return (
    <div className="device-facts number">
      {facts
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name}>
            <span>{name}</span>
            <span>{value}</span>
          </div>
        ))}
    </div>
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
