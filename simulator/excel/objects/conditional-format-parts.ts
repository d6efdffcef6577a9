// The part of a conditional format that belongs to its type: rule and style. Kept in the data's own members where a
// drawing needs them (rule, format, dataBar), otherwise by path under `settings`.
import { notImplemented } from '../../wire/errors.ts';
import { HostObject } from '../../wire/host-object.ts';
import type { ConditionalFormatState } from '../document/sheet-document.ts';
import { colorOf } from '../document/style.ts';
import type { ConditionalFormatData } from '../workbook-data.ts';
import type { ConditionalFormat } from './conditional-formats.ts';
import type { Memory, Shape } from './recorded.ts';
import { Recorded } from './recorded.ts';

/** member of ConditionalFormat -> its type */
export const partTypes: Record<string, string> = {
  custom: 'Custom',
  cellValue: 'CellValue',
  dataBar: 'DataBar',
  colorScale: 'ColorScale',
  iconSet: 'IconSet',
  textComparison: 'ContainsText',
  topBottom: 'TopBottom',
  preset: 'PresetCriteria',
};

export type ConditionalFormatPart = HostObject;

const border: Shape = {
  className: 'ConditionalRangeBorder',
  scalars: { style: 'None', color: '#000000' },
};

const styleShape: Shape = {
  className: 'ConditionalRangeFormat',
  scalars: { numberFormat: '' },
  children: {
    fill: { className: 'ConditionalRangeFill', scalars: { color: null } },
    font: {
      className: 'ConditionalRangeFont',
      scalars: { color: null, bold: null, italic: null, strikethrough: null, underline: null },
    },
    borders: {
      className: 'ConditionalRangeBorderCollection',
      items: { EdgeTop: border, EdgeBottom: border, EdgeLeft: border, EdgeRight: border },
      children: { top: border, bottom: border, left: border, right: border },
    },
  },
};

const dataBarShape: Shape = {
  className: 'DataBarConditionalFormat',
  scalars: {
    showDataBarOnly: false, barDirection: 'Context', axisFormat: 'Automatic', axisColor: '#000000',
    lowerBoundRule: { type: 'Automatic' }, upperBoundRule: { type: 'Automatic' },
  },
  children: {
    positiveFormat: {
      className: 'ConditionalDataBarPositiveFormat',
      scalars: { fillColor: '#638EC6', gradientFill: true, borderColor: '' },
    },
    negativeFormat: {
      className: 'ConditionalDataBarNegativeFormat',
      scalars: { fillColor: '#FF0000', matchPositiveFillColor: false, borderColor: '', matchPositiveBorderColor: true },
    },
  },
};

const settingsShapes: Record<string, Shape> = {
  ColorScale: { className: 'ColorScaleConditionalFormat', scalars: { criteria: null, threeColorScale: false } },
  IconSet: {
    className: 'IconSetConditionalFormat',
    scalars: { criteria: null, style: 'ThreeTrafficLights1', reverseIconOrder: false, showIconOnly: false },
  },
};

export function partFor(type: string, format: ConditionalFormat): ConditionalFormatPart {
  if (type === 'DataBar') return new Recorded(dataBarShape, dataBarMemory(format));
  const shape = settingsShapes[type];
  if (shape !== undefined) return new Recorded(shape, settingsMemory(format));
  return new RulePart(type, format);
}

/** Custom, CellValue, ContainsText, TopBottom and PresetCriteria: a rule and a style */
class RulePart extends HostObject {
  readonly $className: string;
  readonly $format: ConditionalFormat;

  constructor(type: string, format: ConditionalFormat) {
    super();
    this.$className = `${type}ConditionalFormat`;
    this.$format = format;
  }

  override get $scalars(): readonly string[] {
    return this.$format.type === 'Custom' ? [] : ['rule'];
  }

  get format(): Recorded {
    return new Recorded(styleShape, styleMemory(this.$format));
  }

  get rule(): unknown {
    if (this.$format.type === 'Custom') return new CustomRule(this.$format);
    return this.$format.$state.rule ?? {};
  }

  set rule(rule: unknown) {
    this.$format.$change({ rule: rule as Record<string, unknown> });
  }
}

class CustomRule extends HostObject {
  static override readonly scalars = ['formula'];
  readonly $format: ConditionalFormat;

  constructor(format: ConditionalFormat) {
    super();
    this.$format = format;
  }

  get $className(): string {
    return 'ConditionalFormatRule';
  }

  get formula(): unknown {
    return this.$format.$state.rule?.['formula'] ?? '';
  }

  set formula(formula: unknown) {
    this.$format.$change({ rule: { formula } });
  }
}

function settingsMemory(format: ConditionalFormat): Memory {
  return {
    read: (path) => format.$state.settings?.[path],
    write: (path, value) => format.$change({ settings: { ...format.$state.settings, [path]: value } }),
  };
}

/** "fill/color", "font/bold", "borders/top/style", "numberFormat" */
function styleMemory(format: ConditionalFormat): Memory {
  const style = () => format.$state.format ?? {};
  return {
    read(path) {
      if (path === 'fill/color') return style().fill;
      return sidePath(path).split('/').reduce<unknown>((value, name) => (value as Record<string, unknown>)?.[name], style());
    },
    write(path, value) {
      const stored = path.endsWith('color') ? colorOf(value) : value;
      const [part = '', member = '', sideMember] = sidePath(path).split('/');
      format.$change({ format: withMember(style(), part, member, sideMember, stored) });
    },
  };
}

/** "borders/EdgeTop/style" is the same line as "borders/top/style" */
function sidePath(path: string): string {
  return path.replace(/\/Edge(\w+)\//, (_all, side: string) => `/${side.toLowerCase()}/`);
}

type Style = NonNullable<ConditionalFormatData['format']>;

function withMember(style: Style, part: string, member: string, sideMember: string | undefined, value: unknown): Style {
  if (part === 'fill') return { ...style, fill: value as string };
  if (part === 'font') return { ...style, font: { ...style.font, [member]: value } };
  if (part === 'numberFormat') return { ...style, numberFormat: value as string };
  if (part !== 'borders' || sideMember === undefined) throw notImplemented(`ConditionalRangeFormat.${part}`);
  const side = member as keyof NonNullable<Style['borders']>;
  const line = { style: 'Continuous', ...style.borders?.[side], [sideMember]: value };
  return { ...style, borders: { ...style.borders, [side]: line } };
}

const dataBarMembers: Record<string, keyof NonNullable<ConditionalFormatState['dataBar']>> = {
  'positiveFormat/fillColor': 'color',
  'positiveFormat/gradientFill': 'gradient',
  showDataBarOnly: 'showDataBarOnly',
  lowerBoundRule: 'lower',
  upperBoundRule: 'upper',
};

function dataBarMemory(format: ConditionalFormat): Memory {
  const other = settingsMemory(format);
  return {
    read(path) {
      const member = dataBarMembers[path];
      return member === undefined ? other.read(path) : format.$state.dataBar?.[member];
    },
    write(path, value) {
      const member = dataBarMembers[path];
      if (member === undefined) return other.write(path, value);
      format.$change({ dataBar: { ...format.$state.dataBar, [member]: member === 'color' ? colorOf(value) : value } });
    },
  };
}
