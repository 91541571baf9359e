import { expose } from 'comlink';
import { installBridge } from './install-bridge.ts';

/** Offers a service to whoever started this worker. */
export function exposeService(service: object): void {
  installBridge();
  expose(service);
}
