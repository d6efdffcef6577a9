// What an unformatted cell of a Chinese Excel looks like (see ../../assumptions.md, "Defaults").
export const defaultFont = {
  name: '等线',
  size: 11,
  bold: false,
  italic: false,
  color: '#000000',
  strikethrough: false,
  underline: 'None',
};
export const defaultColumnWidth = 54;
export const defaultRowHeight = 14.25;
export const defaultStandardWidth = 8.38;
