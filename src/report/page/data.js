// Reads the data of the report: base64 of gzip of JSON, in <script id="data">.

function bytesOf(base64) {
  if (typeof Uint8Array.fromBase64 === 'function') return Uint8Array.fromBase64(base64);
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let k = 0; k < letters.length; ++k) bytes[k] = letters.charCodeAt(k);
  return bytes;
}

// Throws where the data is torn. The element goes away, so that its text need not stay in memory.
async function readData() {
  const element = document.getElementById('data');
  const bytes = bytesOf(element.textContent.trim());
  element.remove();
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(plain).json();
}
