import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { deviceReason } from './device-reason.ts';

it('knows every reason that the backend gives', () => {
  expect(deviceReason({ reason: 'chosen' })).toEqual({ key: 'reasonChosen' });
  expect(
    deviceReason({ reason: 'the WebGPU adapter (google swiftshader) computes in software' }),
  ).toEqual({ key: 'reasonSoftware', adapter: 'google swiftshader' });
  expect(deviceReason({ reason: 'The driver is on fire.' })).toEqual({
    text: 'The driver is on fire.',
  });

  const source = readFileSync(new URL('../../nn/backend/use-backend.ts', import.meta.url), 'utf8');
  const given = source.match(/onW\w+\([^,()]+, ['`](.+?)['`]\)/g) ?? [];
  const reasons = given.map((call) => /['`](.+)['`]/.exec(call)?.[1] ?? '');
  expect(reasons.length).toBeGreaterThan(3);
  for (const reason of reasons) expect(deviceReason({ reason })).toHaveProperty('key');
});
