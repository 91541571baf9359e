import { useEffect } from 'react';
import { useStudio } from '../../store/studio-store.ts';
import type { Variant } from '../../store/variants-slice.ts';

/** Rest before masks are asked for: a slider that moves would ask for each of its positions. */
const REST_MS = 80;

/** Asks for the masks of what is on screen. @param variants The same array as long as it holds the same. */
export function useVariants(variants: readonly Variant[]): void {
  const showVariants = useStudio((state) => state.showVariants);
  useEffect(() => {
    const timer = setTimeout(() => showVariants(variants), REST_MS);
    return () => clearTimeout(timer);
  }, [variants, showVariants]);
}
