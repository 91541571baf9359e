import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CytoForgeError } from '../../errors.ts';
import {
  assertGpuHealthy,
  onFatalGpuError,
  settleGpuErrors,
  unwatchGpuDevice,
  watchGpuDevice,
} from './gpu-faults.ts';

class ValidationError {
  message = 'the shader does not compile';
}
class OutOfMemoryError {
  message = 'allocation of 4 GiB failed';
}

/** A device that fails when it is told to. */
class FakeDevice extends EventTarget {
  lose: (info: { reason: string; message: string }) => void = () => undefined;
  lost = new Promise((resolve) => {
    this.lose = resolve;
  });
  pushErrorScope = vi.fn();
  popErrorScope = vi.fn(async () => null);
  refuse(error: object): void {
    this.dispatchEvent(Object.assign(new Event('uncapturederror'), { error }));
  }
}

const watch = () => {
  const device = new FakeDevice();
  watchGpuDevice(device as unknown as GPUDevice);
  return device;
};

beforeEach(() => vi.stubGlobal('GPUOutOfMemoryError', OutOfMemoryError));
afterEach(() => {
  unwatchGpuDevice();
  vi.unstubAllGlobals();
});

describe('watchGpuDevice', () => {
  it('makes every later read throw, and tells once', async () => {
    const heard: CytoForgeError[] = [];
    const stop = onFatalGpuError((error) => heard.push(error));
    const device = watch();
    await settleGpuErrors();
    device.refuse(new ValidationError());
    device.refuse(new OutOfMemoryError());
    expect(assertGpuHealthy).toThrow('refused');
    await expect(settleGpuErrors()).rejects.toMatchObject({ code: 'gpu-error' });
    expect(heard.map(({ details }) => details.found)).toEqual(['the shader does not compile']);
    stop();
  });

  it('sees an error that arrives while the work is being waited for', async () => {
    const device = watch();
    device.popErrorScope.mockImplementation(async () => {
      device.refuse(new OutOfMemoryError());
      return null;
    });
    await expect(settleGpuErrors()).rejects.toThrow('memory');
  });

  it('tells a lost device from a refused one', async () => {
    const device = watch();
    device.lose({ reason: 'unknown', message: 'driver reset' });
    await device.lost;
    await expect(settleGpuErrors()).rejects.toMatchObject({ code: 'device-lost' });
  });

  it('forgets the fault with the device', async () => {
    const first = watch();
    first.refuse(new ValidationError());
    const second = watch();
    expect(assertGpuHealthy).not.toThrow();
    first.refuse(new ValidationError());
    expect(assertGpuHealthy).not.toThrow();
    unwatchGpuDevice();
    second.lose({ reason: 'destroyed', message: '' });
    await second.lost;
    expect(assertGpuHealthy).not.toThrow();
  });
});
