/**
 * How urgent a request to the networks' worker is: the large view before thumbnails on screen, those before
 * what nobody looks at; an export runs behind all of them but is never starved (`request-queue.ts`).
 */
export type RequestPriority = 'view' | 'visible' | 'idle' | 'export';

/** What accompanies a request: how urgent it is, and how it is withdrawn. */
export interface RequestOptions {
  priority: RequestPriority;
  signal?: AbortSignal;
}
