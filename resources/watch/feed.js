// The feed: cards of what is published, newest first, page by page.

import { refused, timeOf, unreachable } from "./words.js";

const PER_PAGE = 24;
const find = (id) => document.getElementById(id);
const search = find("search");
const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });

let items = [];
let page = 0;

function tell(state, words) {
  document.body.dataset.state = state;
  find("status").textContent = words;
}

async function load() {
  tell("loading", "Loading…");
  find("notice").hidden = true;
  try {
    const answer = await fetch(document.body.dataset.feed, { cache: "no-cache" });
    if (!answer.ok) {
      throw new RangeError(refused("The list of videos", answer.status));
    }
    items = (await answer.json()).items;
  } catch (error) {
    complain(error instanceof RangeError ? error.message : wordsOf(error));
    return;
  }
  show();
}

function wordsOf(error) {
  return error instanceof SyntaxError
    ? "The list of videos is damaged. Write the site again."
    : unreachable();
}

function complain(words) {
  tell("failed", "");
  find("words").textContent = words;
  find("notice").hidden = false;
}

function found() {
  const words = search.value.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    const text = [item.name, item.description, ...item.spaces].join("\n").toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function show() {
  const all = found();
  const last = Math.max(0, Math.ceil(all.length / PER_PAGE) - 1);
  page = Math.min(Math.max(0, page), last);
  const shown = all.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  find("cards").replaceChildren(...shown.map(cardOf));
  find("pages").hidden = last === 0;
  find("page").textContent = `${page + 1} of ${last + 1}`;
  find("newer").disabled = page === 0;
  find("older").disabled = page === last;
  tell(all.length ? "ready" : "empty", countOf(all.length));
  remember();
}

function countOf(count) {
  if (!items.length) {
    return "Nothing is published yet.";
  }
  if (!count) {
    return `Nothing found for “${search.value.trim()}”.`;
  }
  return count === 1 ? "1 video" : `${count} videos`;
}

function cardOf(item) {
  const card = document.createElement("li");
  const link = document.createElement("a");
  link.href = item.page;
  const facts = [item.date && day.format(new Date(item.date)), ...item.spaces].filter(Boolean);
  link.append(pictureOf(item), lineOf("name", item.name), lineOf("facts", facts.join(" · ")));
  card.append(link);
  return card;
}

function pictureOf(item) {
  const frame = document.createElement("span");
  frame.className = "frame";
  if (item.poster) {
    const picture = document.createElement("img");
    picture.loading = "lazy";
    picture.alt = "";
    picture.src = item.poster;
    picture.addEventListener("error", () => picture.remove());
    frame.append(picture);
  }
  if (item.seconds) {
    frame.append(lineOf("length", timeOf(item.seconds)));
  }
  return frame;
}

function lineOf(kind, text) {
  const line = document.createElement("span");
  line.className = kind;
  line.textContent = text;
  return line;
}

// So that Back returns to what was looked at.
function remember() {
  const query = new URLSearchParams();
  if (search.value.trim()) {
    query.set("q", search.value.trim());
  }
  if (page) {
    query.set("page", page + 1);
  }
  const words = query.toString();
  history.replaceState(null, "", words ? `?${words}` : location.pathname);
}

function turn(by) {
  page += by;
  show();
  window.scrollTo(0, 0);
}

if (location.protocol !== "file:") {
  const query = new URLSearchParams(location.search);
  search.value = query.get("q") ?? "";
  page = (Number(query.get("page")) || 1) - 1;
  search.addEventListener("input", () => {
    page = 0;
    show();
  });
  find("newer").addEventListener("click", () => turn(-1));
  find("older").addEventListener("click", () => turn(1));
  find("retry").addEventListener("click", load);
  load();
}
