// What Excel this is: its name, version and the newest set of its API that it has. Asks nothing of the workbook.

import { supports } from './batch.ts';

export interface AboutExcel {
  readonly platform: string;
  readonly version: string;
  /** `1.17`, '' where it has none of those asked about. */
  readonly api: string;
}

const newestAskedAbout = 20;

const platforms: Readonly<Record<string, string>> = { PC: 'Excel（Windows）', Mac: 'Excel（Mac）', OfficeOnline: 'Excel 网页版', iOS: 'Excel（iPad）' };

export function aboutExcel(): AboutExcel {
  const { version, platform } = Office.context?.diagnostics ?? {};
  const minor = Array.from({ length: newestAskedAbout }, (_, index) => newestAskedAbout - index).find((number) => supports('ExcelApi', `1.${number}`));
  return { platform: platforms[String(platform)] ?? 'Excel', version: version ?? '', api: minor === undefined ? '' : `1.${minor}` };
}
