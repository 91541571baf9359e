import { useEffect, useState } from 'react';
import { useStudio } from '../../store/studio-store.ts';
import { keepOffline, type OfflineCopy } from './keep-offline.ts';

/** Milliseconds after which the studio is kept even when no sample came. */
const PATIENCE = 20_000;

/** A new version of the studio that waits to be taken. */
export interface WaitingUpdate {
  take(): void;
  later(): void;
}

/**
 * Keeps the studio for offline use, once the first sample is there: fetching all of it must not slow that down.
 * @returns The new version that waits, if any.
 */
export function useOffline(): WaitingUpdate | null {
  const shown = useStudio((state) => state.sample.status === 'done');
  const [copy, setCopy] = useState<OfflineCopy | null>(null);
  const [begun, setBegun] = useState(false);
  const [waiting, setWaiting] = useState(false);

  useEffect(() => {
    if (begun || !import.meta.env.PROD) return;
    const timer = setTimeout(() => setBegun(true), shown ? 0 : PATIENCE);
    return () => clearTimeout(timer);
  }, [begun, shown]);

  useEffect(() => {
    if (begun) void keepOffline(() => setWaiting(true)).then(setCopy);
  }, [begun]);

  if (!waiting || !copy) return null;
  return { take: copy.takeUpdate, later: () => setWaiting(false) };
}
