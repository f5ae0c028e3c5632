// Runs in the oldest browser there is, and says what went wrong in any: the page is never blank.
var said = @SAID@;

// A text in the first language of the browser's that there is; the app knows its own later.
function tr(text) {
  var asked = navigator.languages || [navigator.language || "en"];
  for (var place = 0; place < asked.length; place++) {
    var language = asked[place].split("-")[0];
    if (language in said) {
      document.documentElement.lang = language;
      return said[language][text] || text;
    }
  }
  return text;
}

var meanwhile = {
  TOO_OLD: tr("This browser is too old for Meanwhile, or keeps it from using what it needs. " +
    "A current version of Chrome, Edge, Firefox or Safari can open it."),
  NOT_LOADED: tr("A part of Meanwhile could not be loaded. " +
    "With a connection to where it came from, load this page again."),
  failed: "",

  // Show one sentence in the place of everything, with what went wrong in the console alone.
  fail: function (sentence) {
    if (meanwhile.failed) return;
    meanwhile.failed = sentence;
    var show = function () {
      if (!document.getElementById("opening")) document.body.appendChild(meanwhile.opening);
      document.getElementById("told").textContent = sentence;
      document.getElementById("told").setAttribute("role", "alert");
      document.getElementById("again").hidden = sentence === meanwhile.TOO_OLD;
    };
    if (document.body) show(); else document.addEventListener("DOMContentLoaded", show);
  }
};

if (!window.WebAssembly || !window.Worker || !window.Promise ||
  !("noModule" in document.createElement("script")) ||
  !navigator.storage || !navigator.storage.getDirectory) {
  meanwhile.fail(meanwhile.TOO_OLD);
}
// A script or a style that does not come tells only those who listen on the way down.
window.addEventListener("error", function (event) {
  if (event.target && event.target.tagName === "SCRIPT") meanwhile.fail(meanwhile.NOT_LOADED);
}, true);
