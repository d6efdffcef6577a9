// What a ribbon button asks of the pane: the command's id stands in the pane's address (`?action=sync`).

export type RibbonAction = 'sync' | 'kpi' | 'slip';

const actions: readonly string[] = ['sync', 'kpi', 'slip'] satisfies RibbonAction[];

export function actionOf(address: { readonly search: string; readonly hash: string }): RibbonAction | null {
  const inHash = address.hash.split('?')[1] ?? address.hash.slice(1);
  const action = new URLSearchParams(address.search).get('action') ?? new URLSearchParams(inHash).get('action');
  return action !== null && actions.includes(action) ? (action as RibbonAction) : null;
}
