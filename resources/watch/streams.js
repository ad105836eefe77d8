// What plays a playlist: hls.js where it runs, else the browser's own HLS. Both tell
// `{ ready, rungs, rung, captions, failed }`, the functions that they are given.

import { failureOf, isFormat, rungOf } from "./words.js";

export function openStream(video, url, tell) {
  if (window.Hls?.isSupported()) {
    return new HlsJsStream(video, url, tell);
  }
  if (video.canPlayType("application/vnd.apple.mpegurl")) {
    return new NativeStream(video, url, tell);
  }
  tell.failed("This browser cannot play HLS. Open the page in another one.");
  return new NoStream();
}

const PATIENCE_MS = 1500; // hls.js looks for the part in other rungs first

class HlsJsStream {
  #hls = new window.Hls({ capLevelToPlayerSize: true, enableCEA708Captions: false });
  #video;
  #tell;
  #missing = null; // the last part that could not be had, as hls.js tells it
  #hasRecovered = false;
  #ended = new AbortController();

  constructor(video, url, tell) {
    this.#video = video;
    this.#tell = tell;
    const { Events } = window.Hls;
    const hls = this.#hls;
    hls.on(Events.MANIFEST_PARSED, (_, { levels }) => {
      tell.rungs(levels.map(rungOf));
      tell.ready();
    });
    hls.on(Events.LEVEL_SWITCHED, (_, { level }) => tell.rung(level, rungOf(hls.levels[level])));
    hls.on(Events.SUBTITLE_TRACKS_UPDATED, (_, { subtitleTracks }) =>
      tell.captions(subtitleTracks.map(({ name, lang }) => name || lang || "Captions")),
    );
    hls.on(Events.ERROR, (_, error) => this.#onError(error));
    const { signal } = this.#ended;
    video.addEventListener("waiting", () => this.#lookSoon(), { signal });
    video.addEventListener("seeking", () => this.#goOn(), { signal });
    hls.loadSource(url);
    hls.attachMedia(video);
  }

  chooseRung(index) {
    if (index < 0) {
      this.#hls.loadLevel = -1;
    } else {
      this.#hls.currentLevel = index;
    }
  }

  showCaptions(index) {
    this.#hls.subtitleDisplay = index >= 0;
    this.#hls.subtitleTrack = index;
  }

  close() {
    this.#ended.abort();
    this.#hls.destroy();
  }

  #onError(error) {
    if (!error.fatal) {
      if (error.details.startsWith("fragLoad") && error.frag.type === "main") {
        this.#missing = error;
        this.#lookSoon();
      }
    } else if (error.type === "mediaError" && !isFormat(error) && !this.#hasRecovered) {
      this.#hasRecovered = true;
      this.#hls.recoverMediaError();
    } else {
      this.#hls.stopLoad();
      this.#tell.failed(failureOf(error));
    }
  }

  // hls.js itself never gives up on a part that is missing: it would stand still for ever.
  #lookSoon() {
    const at = this.#video.currentTime;
    setTimeout(() => {
      const { currentTime, readyState } = this.#video;
      const stands = currentTime === at && readyState < HTMLMediaElement.HAVE_FUTURE_DATA;
      if (!this.#ended.signal.aborted && stands && this.#isMissing(at)) {
        this.#tell.failed(failureOf(this.#missing));
      }
    }, PATIENCE_MS);
  }

  // Past what is missing there may be more.
  #goOn() {
    if (this.#missing && !this.#isMissing(this.#video.currentTime)) {
      this.#missing = null;
      this.#hls.startLoad(this.#video.currentTime);
    }
  }

  #isMissing(time) {
    const frag = this.#missing?.frag;
    return frag && frag.start <= time + 0.5 && time < frag.end;
  }
}

class NativeStream {
  #video;
  #ended = new AbortController();

  constructor(video, url, tell) {
    this.#video = video;
    const listen = (target, name, call) =>
      target.addEventListener(name, call, { signal: this.#ended.signal });
    const list = () => tell.captions(this.#captions().map((t) => t.label || t.language));
    listen(video, "loadedmetadata", () => tell.ready());
    listen(video.textTracks, "addtrack", list);
    listen(video, "error", () =>
      tell.failed("The browser cannot play this video. Try again, or open it in another one."),
    );
    video.src = url;
  }

  chooseRung() {}

  showCaptions(index) {
    this.#captions().forEach((track, at) => {
      track.mode = at === index ? "showing" : "disabled";
    });
  }

  close() {
    this.#ended.abort();
    this.#video.removeAttribute("src");
    this.#video.load();
  }

  #captions() {
    return [...this.#video.textTracks].filter(({ kind }) => kind !== "chapters" && kind !== "metadata");
  }
}

class NoStream {
  chooseRung() {}
  showCaptions() {}
  close() {}
}
