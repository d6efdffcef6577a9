// One cell of a workbook as plain data: what it holds, how it looks. The conventions are workbook-data's.

/** '' is an empty cell (it may still carry a style); an error is its text, e.g. '#N/A'. Dates are serial numbers. */
export type CellValue = string | number | boolean;

export interface BorderLine {
  /** Excel.BorderLineStyle: Continuous, Dash, DashDot, DashDotDot, Dot, Double, SlantDashDot, None */
  style: string;
  color?: string;
  /** Excel.BorderWeight: Hairline, Thin, Medium, Thick */
  weight?: string;
}

export interface CellStyle {
  font?: {
    name?: string;
    size?: number;
    bold?: boolean;
    italic?: boolean;
    color?: string;
    strikethrough?: boolean;
    /** Excel.RangeUnderlineStyle: None, Single, Double, ... */
    underline?: string;
  };
  /** solid fill colour; absent = no fill */
  fill?: string;
  borders?: { top?: BorderLine; bottom?: BorderLine; left?: BorderLine; right?: BorderLine; diagonal?: BorderLine };
  /** Excel.HorizontalAlignment: General, Left, Center, Right, Fill, Justify, CenterAcrossSelection, Distributed */
  horizontal?: string;
  /** Excel.VerticalAlignment: Top, Center, Bottom, Justify, Distributed */
  vertical?: string;
  wrap?: boolean;
  shrink?: boolean;
  indent?: number;
  /** degrees, -90..90; 180 is vertical stacked text */
  textRotation?: number;
  /** false = an input cell of a protected sheet; absent = locked */
  locked?: boolean;
}

export interface RichRun {
  text: string;
  font?: CellStyle['font'];
}

/** a check box of the form controls over a cell; Office.js knows nothing of it */
export interface CheckBoxData {
  cell: string;
  isTicked: boolean;
  label?: string;
  linkedCell?: string;
}

export interface CellData {
  value: CellValue;
  /** with its '='; `value` is then the cached result */
  formula?: string;
  /** absent = General */
  numberFormat?: string;
  style?: CellStyle;
  /** a text formatted in parts: its runs, each with what differs from the cell's font */
  richText?: RichRun[];
  hyperlink?: { address?: string; documentReference?: string; screenTip?: string; textToDisplay?: string };
}
