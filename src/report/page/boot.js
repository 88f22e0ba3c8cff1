// Tells the reader of a browser that is too old, in the language every browser can still run (ES5).
(function () {
  if (typeof DecompressionStream === 'function' && document.body.replaceChildren) return;
  document.getElementById('boot-loading').hidden = true;
  document.getElementById('boot-old').hidden = false;
})();
