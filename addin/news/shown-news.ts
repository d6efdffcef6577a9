// What colleagues changed, from `GET /api/news`, with the cells of this workbook that it is about. Pure.

import { formOf } from '../../domain/forms/registry.ts';
import type { NewsAnswer } from '../../domain/protocol/news.ts';
import type { ChangedPath, News } from '../panes/shared-services.ts';
import { rowName } from '../sync/conflict-views.ts';
import type { Look } from '../sync/look.ts';

export const nothingNew: News = { count: 0, more: false, rights: false, changes: [] };

export function shownNews(answer: NewsAnswer, look: Look | null): News {
  const changes = answer.changes.map((change) => {
    const known = look?.byId.get(change.record);
    const form = formOf(change.form);
    const paths = change.paths.map(({ path, ...values }): ChangedPath => {
      const row = form && rowName(form, known?.found.fields ?? {}, path);
      const place = known?.found.cells[path];
      return { path, ...values, ...(row === undefined ? {} : { row }), cell: known && place ? look!.linkOf(known.found.sheet, place) : null };
    });
    return { ...change, paths, cell: look?.cellOf(change.record, null) ?? null };
  });
  return { count: answer.count, more: answer.more, rights: answer.rights, changes };
}
