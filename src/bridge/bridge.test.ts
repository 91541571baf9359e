import { expose, type Remote, wrap } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import { CytoForgeError } from '../errors.ts';
import { releaseSignal } from './abort-transfer.ts';
import { installBridge } from './install-bridge.ts';
import { transferBuffers } from './transfer-buffers.ts';

const ports: MessagePort[] = [];

function connect<Service extends object>(service: Service): Remote<Service> {
  installBridge();
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  expose(service, port1);
  return wrap<Service>(port2);
}

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

describe('errors across a worker', () => {
  it('keep their code and details', async () => {
    const details = { found: 'posix.system', expected: 'a known global' };
    const remote = connect({
      async fail(): Promise<void> {
        throw new CytoForgeError('unsafe-pickle', 'Refused.', details);
      },
    });
    const error = await remote.fail().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(CytoForgeError);
    expect(error).toMatchObject({ code: 'unsafe-pickle', message: 'Refused.', details });
  });

  it('become internal when they are not ours', async () => {
    const remote = connect({
      async fail() {
        throw new TypeError('x is not a function');
      },
    });
    await expect(remote.fail()).rejects.toMatchObject({
      code: 'internal',
      message: 'x is not a function',
    });
  });

  it('name a WebAssembly trap and a refused allocation', async () => {
    const remote = connect({
      async trap() {
        throw new WebAssembly.RuntimeError('unreachable');
      },
      async allocate() {
        return new ArrayBuffer(2 ** 53 - 1).byteLength;
      },
    });
    await expect(remote.trap()).rejects.toMatchObject({ code: 'worker-crashed' });
    await expect(remote.allocate()).rejects.toMatchObject({ code: 'out-of-memory' });
  });
});

describe('an abort signal across a worker', () => {
  const service = {
    wait: (signal: AbortSignal) =>
      new Promise<boolean>((resolve) => {
        if (signal.aborted) resolve(signal instanceof AbortSignal);
        signal.addEventListener('abort', () => resolve(signal instanceof AbortSignal));
      }),
  };

  it('aborts there when it aborts here', async () => {
    const controller = new AbortController();
    const answer = connect(service).wait(controller.signal);
    controller.abort();
    expect(await answer).toBe(true);
  });

  it('arrives aborted when it was', async () => {
    expect(await connect(service).wait(AbortSignal.abort())).toBe(true);
  });

  it('is silent after it was released', async () => {
    const controller = new AbortController();
    const answer = connect(service).wait(controller.signal);
    releaseSignal(controller.signal);
    controller.abort();
    const first = await Promise.race([
      answer,
      new Promise((resolve) => setTimeout(() => resolve('silent'), 50)),
    ]);
    expect(first).toBe('silent');
  });
});

describe('transferBuffers', () => {
  it('moves whole buffers and copies parts', async () => {
    const whole = new Uint8Array([1, 2, 3]);
    const part = new Uint8Array([1, 2, 3, 4]).subarray(1, 3);
    const remote = connect({
      async sum(data: { image: { data: Uint8Array }; parts: Uint8Array[] }) {
        return [data.image.data, ...data.parts].flatMap((bytes) => [...bytes]);
      },
    });
    const sum = await remote.sum(transferBuffers({ image: { data: whole }, parts: [part] }));
    expect(sum).toEqual([1, 2, 3, 2, 3]);
    expect(whole.byteLength).toBe(0);
    expect(part.byteLength).toBe(2);
  });
});
