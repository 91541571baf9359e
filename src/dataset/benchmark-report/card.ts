import type { Figure } from '../../evaluation/figures.ts';

/** The figure by which algorithms are told apart where one has to be chosen. */
export const HEADLINE: Figure = 'ap50';

/** A frame around a table or a chart. @param content HTML. */
export const card = (content: string): string => `<section class="card">${content}</section>`;

/** What must be known to read a table. @param text HTML. */
export const note = (text: string): string => `<p class="soft">${text}</p>`;
