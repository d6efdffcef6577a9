// A chart as plain data, with enough to be drawn. It knows ranges by their address only, never a cell.

export interface ChartSeriesData {
  name?: string;
  /** with the sheet's name: "Sheet1!$B$2:$B$5" */
  values?: string;
  categories?: string;
  chartType?: string;
  /** Primary or Secondary */
  axisGroup?: string;
  color?: string;
}

export interface ChartData {
  name: string;
  /** Excel.ChartType: ColumnClustered, Line, Pie, ... */
  type: string;
  /** with the sheet's name */
  source?: string;
  /** Auto, Columns or Rows */
  seriesBy?: string;
  title?: string;
  titleVisible?: boolean;
  series: ChartSeriesData[];
  top: number;
  left: number;
  width: number;
  height: number;
  legend?: { visible?: boolean; position?: string };
  /** everything else that was set, by Office.js path ("axes/valueAxis/minimum") */
  settings?: Record<string, unknown>;
}
