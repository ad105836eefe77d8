// The watch page: joins its menus to the stream that plays.

import { Chapters } from "./chapters.js";
import { Controls } from "./controls.js";
import { openStream } from "./streams.js";

const find = (id) => document.getElementById(id);
const video = find("video");
const quality = find("quality");
const captions = find("captions");
const sources = JSON.parse(find("sources").textContent);

let stream = null;
let source = sources[0];
let language = null; // of the captions, kept from one picture to the other

function tell(state, words) {
  document.body.dataset.state = state;
  find("status").textContent = words;
}

function show(chosen, { at = 0, isPlaying = false } = {}) {
  source = chosen;
  stream?.close();
  find("notice").hidden = true;
  find("quality-menu").hidden = find("captions-menu").hidden = true;
  delete document.body.dataset.rung;
  video.poster = source.poster ?? "";
  find("stage").style.aspectRatio = `${source.width || 16} / ${source.height || 9}`;
  tell("loading", "Loading…");
  stream = openStream(video, source.playlist, {
    ready: () => {
      tell("ready", "");
      if (at) {
        video.currentTime = at;
      }
      if (isPlaying) {
        video.play().catch(() => {}); // the browser wants a press first
      }
    },
    rungs: listRungs,
    rung: (index, words) => {
      document.body.dataset.rung = index;
      find("status").textContent = words;
    },
    captions: listCaptions,
    failed: complain,
  });
}

function listRungs(names) {
  const options = names.map((name, index) => new Option(name, index)).reverse();
  quality.replaceChildren(new Option("Auto", -1), ...options);
  find("quality-menu").hidden = names.length < 2;
}

function listCaptions(names) {
  captions.replaceChildren(new Option("Off", -1), ...names.map((name, at) => new Option(name, at)));
  find("captions-menu").hidden = !names.length;
  chooseCaptions(names.indexOf(language));
}

function chooseCaptions(index) {
  captions.value = index;
  stream?.showCaptions(index);
}

function onCaptionsChosen() {
  const index = Number(captions.value);
  language = index < 0 ? null : captions.selectedOptions[0].text;
  chooseCaptions(index);
}

function toggleCaptions() {
  if (captions.options.length > 1) {
    captions.value = Number(captions.value) < 0 ? 0 : -1;
    onCaptionsChosen();
  }
}

function complain(words) {
  video.pause();
  tell("failed", "");
  find("words").textContent = words;
  find("notice").hidden = false;
}

function tryAgain() {
  show(source, { at: video.currentTime, isPlaying: true });
}

if (location.protocol !== "file:") {
  new Controls(new Chapters(video), toggleCaptions);
  quality.addEventListener("change", () => stream.chooseRung(Number(quality.value)));
  captions.addEventListener("change", onCaptionsChosen);
  find("retry").addEventListener("click", tryAgain);
  window.addEventListener("online", () => {
    if (document.body.dataset.state === "failed") {
      tryAgain();
    }
  });
  for (const choice of document.querySelectorAll("input[name=source]")) {
    choice.addEventListener("change", () =>
      show(sources[Number(choice.value)], { at: video.currentTime, isPlaying: !video.paused }),
    );
  }
  video.addEventListener("playing", () => {
    document.body.dataset.state = "playing";
    find("notice").hidden = true; // past what was missing
  });
  show(source);
}
