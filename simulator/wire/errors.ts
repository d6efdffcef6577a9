// What a host may refuse with. A HostError becomes OfficeExtension.Error {code, message, debugInfo} in the add-in.

const messages: Record<string, string> = {
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  ItemNotFound: "The requested resource doesn't exist.",
  ItemAlreadyExists: 'The resource being created already exists.',
  InvalidReference: 'This reference is not valid for the current operation.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidSelection: 'The current selection is invalid for this operation.',
  AccessDenied: 'You cannot perform the requested operation.',
  GeneralException: 'There was an internal error while processing the request.',
  RequestPayloadSizeLimitExceeded: 'The request payload size has exceeded the limit.',
  ResponsePayloadSizeLimitExceeded: 'The response payload size has exceeded the limit.',
  RangeExceedsLimit: 'The cell count in the range has exceeded the maximum supported number.',
};

export class HostError extends Error {
  readonly code: string;
  readonly httpStatusCode: number;

  constructor(code: string, message?: string, httpStatusCode = 400) {
    super(message ?? messages[code] ?? code);
    this.code = code;
    this.httpStatusCode = httpStatusCode;
  }
}

/** Loud on purpose: what nobody has implemented must never look like a success. */
export function notImplemented(what: string): HostError {
  return new HostError('ApiNotFound', `[simulator] ${what} is not implemented`, 404);
}
