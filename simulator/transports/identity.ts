// What the simulated Excel says of itself, over either transport.

/** the manifest's requirement set and what Office 2021 has beside it; strings, because 1.10 as a number is 1.1 */
export const defaultRequirements: Record<string, string> = {
  ExcelApi: '1.14',
  SharedRuntime: '1.1',
  AddinCommands: '1.1',
  DialogApi: '1.2',
  Settings: '1.1',
  DocumentEvents: '1.1',
  Selection: '1.1',
  File: '1.1',
  CompressedFile: '1.1',
  RibbonApi: '1.1',
  RichApiRuntime: '1.1',
};

export const hostFullVersion = '16.0.14332.20000';

export interface HostIdentity {
  requirements?: Record<string, string>;
  /** UI language */
  displayLanguage?: string;
  /** language of the data */
  contentLanguage?: string;
}

export interface CompleteIdentity {
  requirements: Record<string, string>;
  displayLanguage: string;
  contentLanguage: string;
}

export function completed(identity: HostIdentity): CompleteIdentity {
  return {
    requirements: identity.requirements ?? defaultRequirements,
    displayLanguage: identity.displayLanguage ?? 'zh-CN',
    contentLanguage: identity.contentLanguage ?? identity.displayLanguage ?? 'zh-CN',
  };
}

/** read by office.js before anything else; disableLogging keeps its telemetry script from loading */
export function hostInfoText(platform: 'Win32' | 'Web', language: string): string {
  return `Excel$${platform}$16.01$${language}$$$disableLogging$`;
}
