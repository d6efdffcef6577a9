// Objects that office.js itself asks a host for, beside the workbook.
import { HostObject } from './wire/host-object.ts';

class AddinInternalService extends HostObject {
  get $className(): string {
    return 'AddinInternalService';
  }

  notifyActionHandlerReady(): void {}
}

export const officeServices: Record<string, () => HostObject> = {
  'Microsoft.InternalService.AddinInternalService': () => new AddinInternalService(),
};
