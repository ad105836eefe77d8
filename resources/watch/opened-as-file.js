// Modules do not run in a page that was opened as a file: somebody has to say so.
"use strict";

if (location.protocol === "file:") {
  document.body.dataset.state = "failed";
  document.querySelector("#words").textContent =
    "Browsers play this page from a web server only. Open it from Timeline Studio, " +
    "or put the whole folder on a web server.";
  document.querySelector("#notice").hidden = false;
  document.querySelector("#retry").hidden = true;
  document.querySelector("#status").textContent = "";
}
