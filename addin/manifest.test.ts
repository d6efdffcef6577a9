// Holds manifest.xml to what Office asks of it and does not say clearly itself: order, references, lengths, icons, locales.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actionOf } from './excel/commands.ts';
import { all, child, parseXml } from './manifest-reading.test-support.ts';
import type { Element } from './manifest-reading.test-support.ts';

const manifest = parseXml(readFileSync(new URL('../manifest.xml', import.meta.url), 'utf8'));
const overrides = child(manifest, 'VersionOverrides');
const resources = child(overrides, 'Resources');
const strings = [...child(resources, 'bt:ShortStrings').children, ...child(resources, 'bt:LongStrings').children];
const urls = child(resources, 'bt:Urls').children;
const images = child(resources, 'bt:Images').children;

/** Children in the order of the schema; what may be left out may be left out, nothing else may come. */
function followsOrder(element: Element, order: readonly string[]): boolean {
  const places = element.children.map((entry) => order.indexOf(entry.name));
  return places.every((place, index) => place >= 0 && (index === 0 || place >= places[index - 1]!));
}

test('elements come in the order that Office requires', () => {
  const order = ['Id', 'AlternateId', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'AppDomains', 'Hosts', 'Requirements', 'DefaultSettings', 'Permissions', 'VersionOverrides', 'ExtendedOverrides'];
  expect(followsOrder(manifest, order)).toBe(true);
  expect(followsOrder(overrides, ['WebApplicationInfo', 'Description', 'Requirements', 'Hosts', 'Resources'])).toBe(true);
  expect(followsOrder(resources, ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'])).toBe(true);
  for (const group of all(overrides, 'Group')) expect(followsOrder(group, ['Label', 'Icon', 'Control'])).toBe(true);
  for (const control of all(overrides, 'Control')) expect(followsOrder(control, ['Label', 'Supertip', 'Icon', 'Action'])).toBe(true);
  for (const tab of all(overrides, 'CustomTab')) expect(tab.children.map((entry) => entry.name)).toEqual(['Group', 'Label']);
});

test('id, version, permission and requirement are what the product needs', () => {
  expect(child(manifest, 'Id').text).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(child(manifest, 'Version').text).toMatch(/^\d{1,5}(\.\d{1,5}){3}$/);
  expect(child(manifest, 'Permissions').text).toBe('ReadWriteDocument');
  const sets = [...all(manifest, 'Set'), ...all(manifest, 'bt:Set')];
  expect(sets.map((set) => `${set.attributes['Name']} ${set.attributes['MinVersion']}`)).toEqual(['ExcelApi 1.14', 'ExcelApi 1.14']);
});

test('every resource that is named exists once, and every resource is used', () => {
  const named = all(overrides).flatMap((entry) => entry.attributes['resid'] ?? []);
  const ids = [...images, ...urls, ...strings].map((entry) => entry.attributes['id']!);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...new Set(named)].sort()).toEqual([...ids].sort());
});

test('ids and texts keep within Office’s lengths', () => {
  for (const entry of [...images, ...urls, ...strings]) expect(entry.attributes['id']!.length).toBeLessThanOrEqual(32);
  const texts = (entry: Element): string[] => [entry.attributes['DefaultValue']!, ...entry.children.map((override) => override.attributes['Value']!)];
  for (const text of child(resources, 'bt:ShortStrings').children.flatMap(texts)) expect(text.length).toBeLessThanOrEqual(125);
  for (const text of child(resources, 'bt:LongStrings').children.flatMap(texts)) expect(text.length).toBeLessThanOrEqual(250);
  for (const text of texts(child(manifest, 'DisplayName'))) expect(text.length).toBeLessThanOrEqual(125);
  for (const text of texts(child(manifest, 'Description'))) expect(text.length).toBeLessThanOrEqual(250);
});

test('Chinese is the default, and every text has its English', () => {
  expect(child(manifest, 'DefaultLocale').text).toBe('zh-CN');
  for (const entry of [...strings, child(manifest, 'DisplayName'), child(manifest, 'Description')]) {
    expect(entry.children.map((override) => override.attributes['Locale'])).toEqual(['en-US']);
    expect(entry.attributes['DefaultValue']).toMatch(/[\u4e00-\u9fff]/);
  }
});

test('every address is https on one host', () => {
  const addresses = all(manifest).flatMap((entry) => [entry.attributes['DefaultValue'] ?? '', entry.text]).filter((text) => /^\w+:\/\//.test(text));
  expect(addresses.length).toBeGreaterThan(8);
  expect(new Set(addresses.map((address) => new URL(address).origin))).toEqual(new Set(['https://keybook.example.com']));
});

test('each icon is as large as it says', () => {
  const asked = [...all(overrides, 'bt:Image').filter((entry) => entry.attributes['size'])].map((entry) => {
    const image = images.find((candidate) => candidate.attributes['id'] === entry.attributes['resid'])!;
    return [new URL(image.attributes['DefaultValue']!).pathname, Number(entry.attributes['size'])] as const;
  });
  asked.push(['/assets/icon-32.png', 32], ['/assets/icon-64.png', 64]);
  for (const [path, size] of asked) {
    const file = readFileSync(new URL(`.${path}`, import.meta.url));
    expect([path, file.toString('latin1', 1, 4), file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([path, 'PNG', size, size]);
  }
  for (const icon of all(overrides, 'Icon')) {
    expect(icon.children.map((image) => Number(image.attributes['size']))).toEqual(expect.arrayContaining([16, 32, 80]));
  }
});

test('the three ribbon buttons open one pane, each at its own action', () => {
  const buttons = all(overrides, 'Control');
  expect(buttons.map((button) => textOf(child(button, 'Label')))).toEqual(['同步', '生成考核表', '佣金分成']);
  expect(new Set(all(overrides, 'TaskpaneId').map((entry) => entry.text)).size).toBe(1);
  const actions = all(overrides, 'SourceLocation').map((entry) => {
    const url = urls.find((candidate) => candidate.attributes['id'] === entry.attributes['resid'])!;
    return actionOf(new URL(url.attributes['DefaultValue']!));
  });
  expect(actions).toEqual(['sync', 'kpi', 'slip']);
});

function textOf(label: Element): string {
  return strings.find((entry) => entry.attributes['id'] === label.attributes['resid'])!.attributes['DefaultValue']!;
}
