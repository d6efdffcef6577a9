// The borders of a range, by Office.js' eight sides. Inside lines are kept on the cells on both sides of them.
import { HostError } from '../../wire/errors.ts';
import { HostCollection, HostObject } from '../../wire/host-object.ts';
import type { Rect } from '../address.ts';
import type { Side } from '../document/style.ts';
import { colorOf, withBorder } from '../document/style.ts';
import type { BorderLine } from '../workbook-data.ts';
import { FormatTarget } from './format-target.ts';

const sides = [
  'EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal', 'DiagonalDown', 'DiagonalUp',
];

interface Strip {
  rect: Rect;
  side: Side;
}

/** the cells and cell sides that make up one side of a rectangle */
function stripsOf(rect: Rect, side: string): Strip[] {
  const { row, column, rows, columns } = rect;
  switch (side) {
    case 'EdgeTop':
      return [{ rect: { ...rect, rows: 1 }, side: 'top' }];
    case 'EdgeBottom':
      return [{ rect: { ...rect, row: row + rows - 1, rows: 1 }, side: 'bottom' }];
    case 'EdgeLeft':
      return [{ rect: { ...rect, columns: 1 }, side: 'left' }];
    case 'EdgeRight':
      return [{ rect: { ...rect, column: column + columns - 1, columns: 1 }, side: 'right' }];
    case 'InsideVertical':
      if (columns < 2) return [];
      return [
        { rect: { ...rect, columns: columns - 1 }, side: 'right' },
        { rect: { ...rect, column: column + 1, columns: columns - 1 }, side: 'left' },
      ];
    case 'InsideHorizontal':
      if (rows < 2) return [];
      return [
        { rect: { ...rect, rows: rows - 1 }, side: 'bottom' },
        { rect: { ...rect, row: row + 1, rows: rows - 1 }, side: 'top' },
      ];
    case 'DiagonalDown':
      return [{ rect, side: 'diagonal' }];
    default:
      return [];
  }
}

class RangeBorder extends HostObject {
  static override readonly scalars = ['sideIndex', 'style', 'color', 'weight'];
  readonly sideIndex: string;
  readonly $target: FormatTarget;

  constructor(target: FormatTarget, sideIndex: string) {
    super();
    this.$target = target;
    this.sideIndex = sideIndex;
  }

  get $className(): string {
    return 'RangeBorder';
  }

  override get $wireId(): string {
    return this.sideIndex;
  }

  get style(): string | null {
    return this.$read((line) => line?.style ?? 'None');
  }

  set style(style: string) {
    this.$change({ style });
  }

  get color(): string | null {
    return this.$read((line) => line?.color ?? '#000000');
  }

  set color(color: string) {
    this.$change({ color: colorOf(color) });
  }

  get weight(): string | null {
    return this.$read((line) => line?.weight ?? 'Thin');
  }

  set weight(weight: string) {
    this.$change({ weight });
  }

  get #strips(): Strip[] {
    return this.$target.rects.flatMap((rect) => stripsOf(rect, this.sideIndex));
  }

  private $read(read: (line: BorderLine | undefined) => string): string | null {
    const values = new Set(
      this.#strips.map(({ rect, side }) =>
        new FormatTarget(this.$target.place, [rect]).uniform((cell) => read(cell.style?.borders?.[side])),
      ),
    );
    return values.size > 1 ? null : ([...values][0] ?? read(undefined));
  }

  private $change(change: Partial<BorderLine>): void {
    if (this.sideIndex === 'DiagonalUp')
      throw new HostError('ApiNotFound', '[simulator] rising diagonal borders are not implemented');
    for (const { rect, side } of this.#strips)
      new FormatTarget(this.$target.place, [rect]).change((style) => withBorder(style, side, change));
  }
}

export class RangeBorderCollection extends HostCollection<RangeBorder> {
  readonly $target: FormatTarget;

  constructor(target: FormatTarget) {
    super();
    this.$target = target;
  }

  get $className(): string {
    return 'RangeBorderCollection';
  }

  get $items(): RangeBorder[] {
    return sides.map((side) => new RangeBorder(this.$target, side));
  }

  getItem(side: unknown): RangeBorder {
    const found = sides.find((own) => own.toLowerCase() === String(side).toLowerCase());
    if (found === undefined) throw new HostError('InvalidArgument');
    return new RangeBorder(this.$target, found);
  }
}
