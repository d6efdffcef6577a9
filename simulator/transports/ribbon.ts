// Ribbon buttons that run a function: invoking one, and knowing when the add-in said event.completed().

interface Waiting {
  resolve: () => void;
  reject: (reason: Error) => void;
}

export class RibbonCommands {
  private nextId = 1;
  private readonly waiting = new Map<string, Waiting>();

  press(actionName: string, send: (payload: unknown[]) => void): Promise<void> {
    const id = `command-${this.nextId++}`;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      send([id, actionName, JSON.stringify({ source: { id: actionName } })]);
    });
  }

  /** parameters: [id, status, data]; status 0 is success */
  completed(parameters: unknown): void {
    const [id, status] = (parameters as { toArray?: () => unknown[] }).toArray?.() ?? (parameters as unknown[]);
    const waiting = this.waiting.get(String(id));
    this.waiting.delete(String(id));
    if (status === 0) waiting?.resolve();
    else waiting?.reject(new Error(`[simulator] the ribbon command ended with status ${String(status)}`));
  }
}
