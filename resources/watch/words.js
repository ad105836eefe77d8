// What the pages say: times, sizes, and what went wrong.

export function timeOf(seconds) {
  const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = String(whole % 60).padStart(2, "0");
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

export function rungOf({ width, height, bitrate }) {
  const kilobits = Math.round(bitrate / 1e3);
  const rate = kilobits < 1000 ? `${kilobits} kb/s` : `${(kilobits / 1e3).toFixed(1)} Mb/s`;
  return width && height ? `${width}×${height}, ${rate}` : rate;
}

export function unreachable() {
  const isOurs = ["127.0.0.1", "localhost"].includes(location.hostname);
  return isOurs
    ? "Timeline Studio does not answer: it serves this page while its window is open."
    : "The server does not answer. Check the connection, then try again.";
}

export function refused(name, status) {
  if (status === 404 || status === 410) {
    return `${name} is missing on the server. Publish the video again.`;
  }
  if (status === 401 || status === 403) {
    return `The server does not give ${name} to you (${status}). Ask who published the video.`;
  }
  return `The server cannot give ${name} now (${status}). Try again in a moment.`;
}

const FORMATS = [
  "manifestIncompatibleCodecsError",
  "bufferAddCodecError",
  "bufferIncompatibleCodecsError",
];

// That the browser cannot decode it. `error` is what hls.js tells.
export function isFormat(error) {
  return FORMATS.includes(error.details);
}

export function failureOf(error) {
  const name = nameOf(error.frag?.url ?? error.context?.url ?? error.url);
  if (isFormat(error)) {
    return "This browser cannot play the video's format. Open the page in another one.";
  }
  if (error.type === "networkError") {
    const status = error.response?.code;
    if (!status) {
      return error.details.endsWith("ParsingError")
        ? `${name} is no playlist. Publish the video again.`
        : unreachable();
    }
    if (status >= 200 && status < 300) {
      return `${name} is damaged. Publish the video again.`;
    }
    return error.frag ? `A part of the video cannot be had: ${refused(name, status)}` : refused(name, status);
  }
  if (error.frag) {
    return `A part of the video is damaged: ${name}. Publish the video again.`;
  }
  return `The video cannot be played (${error.details}). Try again.`;
}

function nameOf(url) {
  const path = new URL(url ?? "", location.href).pathname;
  return decodeURIComponent(path.slice(path.lastIndexOf("/") + 1)) || "The video";
}
