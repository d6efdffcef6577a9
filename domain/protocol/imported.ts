// Ids of records that came from old files. An id says where its record came from, so that every workbook can leave such
// records at the Worker until somebody asks for them (decision 0011), without a word more on the wire.

const prefix = 'imported-';

/** `content`: what names the record for its sender; the same content is the same record, however often it is imported. */
export function importedId(content: string): string {
  return `${prefix}${content}`;
}

export function isImported(record: string): boolean {
  return record.startsWith(prefix);
}
