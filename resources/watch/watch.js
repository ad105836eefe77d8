// Plays the production's playlists: hls.js where it runs, else the browser's own HLS.
"use strict";

const video = document.querySelector("video");
const quality = document.querySelector("#quality");
const status = document.querySelector("#status");
const sources = JSON.parse(document.querySelector("#sources").textContent);
let player = null;

function tell(state, words) {
  document.body.dataset.state = state;
  status.textContent = words;
}

function show(source) {
  const wasPlaying = !video.paused;
  if (player) {
    player.destroy();
    player = null;
  }
  quality.replaceChildren(new Option("Auto", "-1"));
  video.poster = source.poster || "";
  tell("loading", "Loading…");
  if (window.Hls && Hls.isSupported()) {
    playWithHlsJs(source);
  } else if (video.canPlayType("application/vnd.apple.mpegurl")) {
    video.src = source.playlist;
  } else {
    tell("failed", "This browser cannot play HLS. Open the page in another one.");
  }
  if (wasPlaying) {
    video.play().catch(() => {});
  }
}

function playWithHlsJs(source) {
  player = new Hls();
  player.on(Hls.Events.MANIFEST_PARSED, (_, { levels }) => {
    levels
      .map((level, index) => ({ index, name: nameOf(level) }))
      .reverse()
      .forEach(({ index, name }) => quality.add(new Option(name, String(index))));
    tell("ready", "");
  });
  player.on(Hls.Events.LEVEL_SWITCHED, (_, { level }) => {
    status.textContent = nameOf(player.levels[level]);
  });
  player.on(Hls.Events.ERROR, (_, error) => {
    if (error.fatal) {
      tell("failed", `Cannot play ${source.playlist}: ${error.details}. Send it again.`);
    }
  });
  player.loadSource(source.playlist);
  player.attachMedia(video);
}

function nameOf(level) {
  return `${level.width}×${level.height}, ${(level.bitrate / 1e6).toFixed(1)} Mb/s`;
}

quality.addEventListener("change", () => {
  if (player) {
    player.currentLevel = Number(quality.value);
  }
});
video.addEventListener("playing", () => {
  document.body.dataset.state = "playing";
});
video.addEventListener("error", () => {
  if (!player) {
    tell("failed", "The browser cannot play this video. Send it again.");
  }
});
for (const choice of document.querySelectorAll("input[name=source]")) {
  choice.addEventListener("change", () => show(sources[Number(choice.value)]));
}

if (location.protocol === "file:") {
  tell("failed", "Browsers play HLS from a server only: open this page from Timeline Studio.");
} else {
  show(sources[0]);
}
