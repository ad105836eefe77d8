// The buttons and keys that act on the picture and the sound.

import { timeOf } from "./words.js";

const find = (id) => document.getElementById(id);

export class Controls {
  #video = find("video");
  #seek = find("seek");
  #isSeeking = false;
  #actions;

  constructor(chapters, toggleCaptions) {
    this.#actions = {
      " ": () => this.toggle(),
      k: () => this.toggle(),
      arrowleft: () => this.#skip(-5),
      arrowright: () => this.#skip(5),
      j: () => this.#skip(-10),
      l: () => this.#skip(10),
      arrowup: () => this.#louder(0.1),
      arrowdown: () => this.#louder(-0.1),
      home: () => this.#go(0),
      end: () => this.#go(this.#video.duration),
      p: () => chapters.step(-1),
      n: () => chapters.step(1),
      c: toggleCaptions,
      m: () => this.#mute(),
      f: () => this.#fill(),
    };
    this.#joinVideo();
    this.#joinButtons();
    document.addEventListener("keydown", (event) => this.#onKey(event));
  }

  toggle() {
    if (this.#video.paused || this.#video.ended) {
      this.#video.play().catch(() => {}); // what is wrong is told by the stream
    } else {
      this.#video.pause();
    }
  }

  #joinVideo() {
    const video = this.#video;
    const on = (names, call) => names.forEach((name) => video.addEventListener(name, call));
    on(["timeupdate", "durationchange", "seeking", "emptied"], () => this.#showTime());
    on(["play", "pause", "ended", "emptied"], () => this.#showPlaying());
    on(["volumechange"], () => this.#showVolume());
    on(["waiting", "seeking"], () => this.#showBusy(!video.paused));
    on(["playing", "canplay", "seeked", "pause", "error", "emptied"], () => this.#showBusy(false));
    on(["click"], () => this.toggle());
    on(["dblclick"], () => this.#fill());
    this.#showVolume();
  }

  #joinButtons() {
    find("play").addEventListener("click", () => this.toggle());
    find("start").addEventListener("click", () => this.toggle());
    find("mute").addEventListener("click", () => this.#mute());
    find("volume").addEventListener("input", ({ target }) => {
      this.#video.volume = Number(target.value);
      this.#video.muted = false;
    });
    this.#seek.addEventListener("input", () => {
      this.#isSeeking = true;
      this.#go(Number(this.#seek.value));
    });
    this.#seek.addEventListener("change", () => {
      this.#isSeeking = false;
    });
    find("full").hidden = !(document.fullscreenEnabled || this.#video.webkitEnterFullscreen);
    find("full").addEventListener("click", () => this.#fill());
    find("small").hidden = !document.pictureInPictureEnabled;
    find("small").addEventListener("click", () => this.#shrink());
  }

  #onKey(event) {
    const isOurs = !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing;
    const action = this.#actions[event.key.toLowerCase()];
    if (!isOurs || !action || this.#isTaken(event)) {
      return;
    }
    event.preventDefault();
    action();
  }

  // Keys that the focused control needs for itself.
  #isTaken({ key, target }) {
    if (target.matches("select, a, summary")) {
      return true;
    }
    if (target.matches("button")) {
      return key === " ";
    }
    return target.matches("input") && (key.startsWith("Arrow") || ["Home", "End", " "].includes(key));
  }

  #skip(seconds) {
    this.#go(this.#video.currentTime + seconds);
  }

  #go(seconds) {
    const end = this.#video.duration;
    if (Number.isFinite(end)) {
      this.#video.currentTime = Math.min(Math.max(0, seconds), end);
    }
  }

  #louder(by) {
    this.#video.muted = false;
    this.#video.volume = Math.min(1, Math.max(0, this.#video.volume + by));
  }

  #mute() {
    this.#video.muted = !this.#video.muted;
  }

  #fill() {
    if (document.fullscreenElement) {
      document.exitFullscreen();
    } else if (document.fullscreenEnabled) {
      find("player").requestFullscreen().catch(() => {});
    } else {
      this.#video.webkitEnterFullscreen?.(); // phones of Apple fill the screen with video only
    }
  }

  #shrink() {
    if (document.pictureInPictureElement) {
      document.exitPictureInPicture();
    } else {
      this.#video.requestPictureInPicture().catch(() => {}); // before there is a picture
    }
  }

  #showTime() {
    const { currentTime, duration } = this.#video;
    const words = `${timeOf(currentTime)} / ${timeOf(duration)}`;
    find("time").textContent = words;
    this.#seek.max = Number.isFinite(duration) ? duration : 0;
    this.#seek.setAttribute("aria-valuetext", words.replace("/", "of"));
    if (!this.#isSeeking) {
      this.#seek.value = currentTime;
    }
  }

  #showPlaying() {
    const isPlaying = !this.#video.paused && !this.#video.ended;
    find("player").dataset.playing = isPlaying;
    find("play").setAttribute("aria-label", isPlaying ? "Pause" : "Play");
    find("play").title = isPlaying ? "Pause (Space)" : "Play (Space)";
    find("start").hidden = isPlaying || this.#video.currentTime > 0;
  }

  #showVolume() {
    const { muted, volume } = this.#video;
    const isSilent = muted || volume === 0;
    find("player").dataset.muted = isSilent;
    find("mute").setAttribute("aria-label", isSilent ? "Unmute" : "Mute");
    find("mute").title = isSilent ? "Unmute (M)" : "Mute (M)";
    find("volume").value = muted ? 0 : volume;
  }

  #showBusy(isBusy) {
    find("busy").hidden = !isBusy;
  }
}
