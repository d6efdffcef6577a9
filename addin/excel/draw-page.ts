// How a drawn sheet looks and prints: A4, print area, page breaks, repeated rows, footers, frozen rows, tab colour.

import { addressOf, rangeAddress } from '../sheets/image.ts';
import type { SheetPlan } from '../sheets/plan.ts';

export function queuePage(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const { pageSetup } = plan;
  const layout = sheet.pageLayout;
  layout.orientation = pageSetup.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  layout.paperSize = 'A4';
  layout.setPrintArea(rangeAddress(pageSetup.printArea));
  layout.zoom = pageSetup.fitToHeight ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : { horizontalFitToPages: 1 };
  if (pageSetup.titleRows) layout.setPrintTitleRows(`$${pageSetup.titleRows[0] + 1}:$${pageSetup.titleRows[1] + 1}`);
  if (pageSetup.breaksAbove) {
    sheet.horizontalPageBreaks.removePageBreaks();
    for (const row of pageSetup.breaksAbove) sheet.horizontalPageBreaks.add(addressOf(row, 0));
  }
  layout.centerHorizontally = pageSetup.centerHorizontally ?? false;
  if (pageSetup.margins) {
    layout.topMargin = pageSetup.margins.top;
    layout.bottomMargin = pageSetup.margins.bottom;
    layout.leftMargin = pageSetup.margins.left;
    layout.rightMargin = pageSetup.margins.right;
  }
  const footers = layout.headersFooters.defaultForAllPages;
  if (pageSetup.footerLeft !== undefined) footers.leftFooter = pageSetup.footerLeft;
  if (pageSetup.footerRight !== undefined) footers.rightFooter = pageSetup.footerRight;
  sheet.showGridlines = plan.showGridlines;
  if (plan.frozenRows) sheet.freezePanes.freezeRows(plan.frozenRows);
  if (plan.tabColor) sheet.tabColor = plan.tabColor;
}
