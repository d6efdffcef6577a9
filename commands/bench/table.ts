// The table of budgets: name, budget, measured, whether it holds.

interface Line {
  readonly name: string;
  readonly budget: string;
  readonly measured: string;
  readonly isOk: boolean | null;
}

export class Table {
  readonly #lines: Line[] = [];

  get isGood(): boolean {
    return this.#lines.every((line) => line.isOk !== false);
  }

  atMost(name: string, budget: number, measured: number): void {
    this.#lines.push({ name, budget: `<= ${budget}`, measured: String(measured), isOk: measured <= budget });
  }

  exactly(name: string, budget: number, measured: number): void {
    this.#lines.push({ name, budget: `= ${budget}`, measured: String(measured), isOk: measured === budget });
  }

  kilobytes(name: string, budget: number, bytes: number): void {
    this.#lines.push({ name, budget: `<= ${budget} kB`, measured: `${(bytes / 1000).toFixed(1)} kB`, isOk: bytes <= budget * 1000 });
  }

  /** For information: no budget, cannot fail. */
  shown(name: string, measured: string): void {
    this.#lines.push({ name, budget: '', measured, isOk: null });
  }

  print(): void {
    const width = (pick: (line: Line) => string) => Math.max(...this.#lines.map((line) => cells(pick(line))));
    const [names, budgets, values] = [width((line) => line.name), width((line) => line.budget), width((line) => line.measured)];
    console.log(`${padded('budget of', names)} | ${padded('budget', budgets)} | ${padded('measured', values)} | ok`);
    for (const line of this.#lines) {
      const ok = line.isOk === null ? '' : line.isOk ? 'yes' : 'NO';
      console.log(`${padded(line.name, names)} | ${padded(line.budget, budgets)} | ${padded(line.measured, values)} | ${ok}`);
    }
  }
}

/** Chinese characters are two columns wide on a terminal. */
function cells(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cells(text)));
}
