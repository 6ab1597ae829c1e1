/* Unpacks what the page carries. The engine and the page's own script are one inline script, kept compressed; the
   policy knows its hash. Nothing is fetched. Without script the page reads whole. */
(function () {
  "use strict";
  var DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%.()*+-;,=/?@^_`{|}~";

  /* Base 85, five characters for four bytes. */
  function bytesOf(text) {
    var value = new Uint8Array(128), bytes = new Uint8Array(text.length / 5 * 4), word = 0, to = 0;
    for (var d = 0; d < 85; d++) value[DIGITS.charCodeAt(d)] = d;
    for (var i = 0; i < text.length; i++) {
      word = word * 85 + value[text.charCodeAt(i)];
      if (i % 5 < 4) continue;
      bytes[to++] = word >>> 24; bytes[to++] = word >>> 16; bytes[to++] = word >>> 8; bytes[to++] = word;
      word = 0;
    }
    return bytes;
  }

  function inflate(name) {
    var element = document.getElementById(name), bytes = bytesOf(element.textContent).subarray(0, +element.dataset.bytes);
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  }

  function add(tag, text) {
    var element = document.createElement(tag);
    element.textContent = text;
    document.head.append(element);
  }

  Promise.all([inflate("engine"), inflate("style"), inflate("data")]).then(function (texts) {
    add("style", texts[1]);
    add("script", texts[0]);
    timelinePage(JSON.parse(texts[2]), inflate);
  }).catch(function (error) { console.warn("The picture stays still here: " + error.message); });
})();
