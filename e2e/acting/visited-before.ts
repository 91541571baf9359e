/** What a person's second visit finds in the browser: the tour of the first one was seen. */
export function visitedBefore(origin: string) {
  const localStorage = [{ name: 'cytoforge.tour', value: 'seen' }];
  return { cookies: [], origins: [{ origin, localStorage }] };
}
