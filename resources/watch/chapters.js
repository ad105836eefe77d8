// The chapters of the page's <track>: a list to press, marks on the position's line.

import { timeOf } from "./words.js";

export class Chapters {
  #video;
  #cues = [];

  constructor(video) {
    this.#video = video;
    const element = video.querySelector("track[kind=chapters]");
    if (!element) {
      return;
    }
    element.addEventListener("load", () => this.#show([...element.track.cues]));
    element.track.mode = "hidden"; // loads it
    video.addEventListener("timeupdate", () => this.#mark());
    video.addEventListener("durationchange", () => this.#place());
  }

  step(by) {
    const now = this.#video.currentTime;
    const next =
      by > 0
        ? this.#cues.find((cue) => cue.startTime > now + 0.05)
        : this.#cues.findLast((cue) => cue.startTime < now - 2) ?? this.#cues[0];
    if (next) {
      this.#video.currentTime = next.startTime;
    }
  }

  #show(cues) {
    this.#cues = cues;
    const lines = cues.map((cue) => {
      const line = document.createElement("li");
      const button = document.createElement("button");
      const time = document.createElement("span");
      const name = document.createElement("span");
      button.type = "button";
      time.className = "time";
      time.textContent = timeOf(cue.startTime);
      name.textContent = cue.getCueAsHTML().textContent;
      button.append(time, " ", name);
      button.addEventListener("click", () => {
        this.#video.currentTime = cue.startTime;
      });
      line.append(button);
      return line;
    });
    document.querySelector("#chapter-list").replaceChildren(...lines);
    document.querySelector("#chapters").hidden = !cues.length;
    this.#place();
    this.#mark();
  }

  #place() {
    const { duration } = this.#video;
    const ticks = Number.isFinite(duration)
      ? this.#cues
          .filter(({ startTime }) => startTime > 0 && startTime < duration)
          .map(({ startTime }) => {
            const tick = document.createElement("i");
            tick.style.left = `${(startTime / duration) * 100}%`;
            return tick;
          })
      : [];
    document.querySelector("#ticks").replaceChildren(...ticks);
  }

  #mark() {
    const now = this.#cues.findLastIndex(({ startTime }) => startTime <= this.#video.currentTime + 0.01);
    document.querySelectorAll("#chapter-list button").forEach((button, index) => {
      if (index === now) {
        button.setAttribute("aria-current", "true");
      } else {
        button.removeAttribute("aria-current");
      }
    });
  }
}
