// Speed of chrono-node on the text of standard input: `node chrono_node.mjs fr|en < TEXT`.
// Needs `npm install chrono-node`, in this folder.

import { readFileSync } from 'node:fs';

let chrono;
try {
  chrono = await import('chrono-node');
} catch {
  console.error('chrono-node is not installed here: npm install chrono-node');
  process.exit(1);
}
const parser = chrono[process.argv[2]];
if (!parser) {
  console.error('usage: node chrono_node.mjs fr|en < TEXT');
  process.exit(2);
}
const text = readFileSync(0, 'utf8');
const paragraphs = text.split('\n\n');
const anchor = new Date(2024, 2, 5);
let best = Infinity;
for (const end = performance.now() + 5000; performance.now() < end; ) {
  const begin = performance.now();
  for (const paragraph of paragraphs) parser.parse(paragraph, anchor);
  best = Math.min(best, performance.now() - begin);
}
console.log(`chrono-node, a paragraph at a time: ${(Buffer.byteLength(text) / 1e3 / best).toFixed(3)} MB/s`);
