// Draws the add-in's icons (addin/assets/icon-*.png): node commands/icons.ts. Shapes are in parts of the icon's side, and
// each pixel is the mean of 64 samples, so that one drawing serves every size.

import { writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';

const sizes = [16, 32, 64, 80];
const SAMPLES = 8;

type Color = readonly [red: number, green: number, blue: number, alpha: number];

interface Shape {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly color: Color;
}

const green: Color = [16, 124, 65, 255];
const paper: Color = [255, 255, 255, 255];
const light: Color = [98, 173, 133, 255];

/** A white page on green; on it a heading and three bars, the longest first. Edges lie on whole pixels at 16. */
const shapes: readonly Shape[] = [
  { x: 0, y: 0, width: 16, height: 16, radius: 3, color: green },
  { x: 3, y: 2, width: 10, height: 12, radius: 1, color: paper },
  { x: 5, y: 4, width: 6, height: 1, radius: 0, color: light },
  { x: 5, y: 6, width: 6, height: 2, radius: 0, color: green },
  { x: 5, y: 9, width: 5, height: 1, radius: 0, color: light },
  { x: 5, y: 11, width: 3, height: 1, radius: 0, color: light },
];

for (const size of sizes) {
  writeFileSync(new URL(`../addin/assets/icon-${size}.png`, import.meta.url), png(size));
  console.log(`addin/assets/icon-${size}.png`);
}

function png(size: number): Buffer {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) rows.set(pixel(x, y, size), y * (size * 4 + 1) + 1 + x * 4);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

/** Colours are weighed by their alpha, so that edges do not darken. */
function pixel(x: number, y: number, size: number): number[] {
  const sum = [0, 0, 0, 0];
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
    const [red, green_, blue, alpha] = colorAt(((x + ((sample % SAMPLES) + 0.5) / SAMPLES) / size) * 16, ((y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size) * 16);
    sum[0]! += red * alpha;
    sum[1]! += green_ * alpha;
    sum[2]! += blue * alpha;
    sum[3]! += alpha;
  }
  const weight = sum[3]!;
  if (weight === 0) return [0, 0, 0, 0];
  return [sum[0]! / weight, sum[1]! / weight, sum[2]! / weight, weight / (SAMPLES * SAMPLES)].map(Math.round);
}

function colorAt(x: number, y: number): Color {
  return shapes.findLast((shape) => covers(shape, x, y))?.color ?? [0, 0, 0, 0];
}

function covers({ x: left, y: top, width, height, radius }: Shape, x: number, y: number): boolean {
  if (x < left || y < top || x >= left + width || y >= top + height) return false;
  const outX = Math.max(left + radius - x, x - (left + width - radius), 0);
  const outY = Math.max(top + radius - y, y - (top + height - radius), 0);
  return outX * outX + outY * outY <= radius * radius || (outX === 0 || outY === 0);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc(body), body.length + 4);
  return framed;
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
