import type { BackendInfo } from '../../pipeline/generation-service.ts';

/** Why this backend runs: a key of `device.*` with its values, or the worker's own words. */
export type DeviceReason =
  | { key: 'reasonChosen' | 'reasonHardware' | 'reasonNoAdapter' }
  | { key: 'reasonSoftware'; adapter: string }
  | { text: string };

const SOFTWARE_ADAPTER = /^the WebGPU adapter \((.*)\) computes in software$/;
const KNOWN = {
  chosen: 'reasonChosen',
  'a hardware WebGPU adapter was found': 'reasonHardware',
  'no WebGPU adapter was found': 'reasonNoAdapter',
} as const;

/** Reads the worker's reason, which is English, so that the page can say it in its own language. */
export function deviceReason({ reason }: Pick<BackendInfo, 'reason'>): DeviceReason {
  if (Object.hasOwn(KNOWN, reason)) return { key: KNOWN[reason as keyof typeof KNOWN] };
  const software = SOFTWARE_ADAPTER.exec(reason);
  return software ? { key: 'reasonSoftware', adapter: software[1] } : { text: reason };
}
