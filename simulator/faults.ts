// Trouble on demand, for tests: a request that fails, a batch torn in the middle, cells that refuse to be written.
import { RangeBase } from './excel/objects/range-base.ts';
import { HostError } from './wire/errors.ts';
import type { HostObject } from './wire/host-object.ts';
import type { ActionInfo } from './wire/protocol.ts';
import { actionType } from './wire/protocol.ts';

interface Failure {
  code: string;
  message?: string;
  /** how many actions still run */
  after: number;
  /** how many requests pass before */
  skip: number;
}

export class Faults {
  private failures: Failure[] = [];
  private refusal: ((address: string) => string | undefined) | undefined;

  /** the next request fails before anything is done */
  failNext(code: string, message?: string): void {
    this.failures.push({ code, ...(message === undefined ? {} : { message }), after: 0, skip: 0 });
  }

  /** a coming request (the next one, or after `skip` more) stops after so many actions: the rest is not done */
  tearNext(afterActions: number, code = 'GeneralException', skip = 0): void {
    this.failures.push({ code, after: afterActions, skip });
  }

  /** writes to ranges for whose address ("Sheet1!A1:B2") an error code is returned are refused */
  refuseWrites(codeFor: (address: string) => string | undefined): void {
    this.refusal = codeFor;
  }

  clear(): void {
    this.failures = [];
    this.refusal = undefined;
  }

  /** the guard for one request */
  forRequest(): (action: ActionInfo, object: HostObject | null, index: number) => void {
    const due = this.failures.findIndex((failure) => failure.skip === 0);
    for (const failure of this.failures) if (failure.skip > 0) failure.skip--;
    const failure = due < 0 ? undefined : this.failures.splice(due, 1)[0];
    return (action, object, index) => {
      if (failure !== undefined && index >= failure.after) throw new HostError(failure.code, failure.message);
      if (action.ActionType !== actionType.setProperty || !(object instanceof RangeBase)) return;
      const code = this.refusal?.(object.address);
      if (code !== undefined) throw new HostError(code);
    };
  }
}
