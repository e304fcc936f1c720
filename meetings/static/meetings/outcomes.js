"use strict";
// Minutes save themselves a moment after typing stops, say who else is writing, and never
// overwrite what somebody else has saved. Without a script each item has its button.

const PAUSE = 1_500; // after the last key
const LONGEST = 10_000; // for those who never pause
const AGAIN = 5_000; // after a failure
const LOOK = 10_000; // at what the others do
const PATIENCE = 20_000; // with an answer

const phrases = document.querySelector("[data-minutes]");
const place = phrases.parentElement;
const words = phrases.dataset;

// One place speaks, and only of the item at hand: each could say something at any time.
const voice = document.createElement("p");
voice.className = "visually-hidden";
voice.setAttribute("role", "status");
place.append(voice);

function tokens(page) {
  return [...page.querySelectorAll("input[name=csrfmiddlewaretoken]")];
}

// Whoever signed in again elsewhere needs another token; only a page has one.
async function renewTokens() {
  const answer = await fetch(location.pathname, { redirect: "manual" });
  if (!answer.ok) {
    return false;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [token] = tokens(page);
  tokens(document).forEach((input) => (input.value = token.value));
  return true;
}

async function post(address, values) {
  for (const isFirst of [true, false]) {
    const answer = await fetch(address, {
      method: "POST",
      headers: { Accept: "application/json", "X-CSRFToken": tokens(place)[0].value },
      body: new URLSearchParams(values),
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
    const isRefused = answer.type === "opaqueredirect" || answer.status === 403;
    if (!isRefused || !isFirst || !(await renewTokens())) {
      return answer;
    }
  }
}

class Minutes {
  constructor(form) {
    this.form = form;
    this.item = form.dataset.item;
    this.area = form.elements.text;
    this.version = form.elements.seen_version.value;
    for (const part of form.querySelectorAll("[data-part]")) {
      this[part.dataset.part] = part; // status, unsaved, writers, warning, theirs…
    }
    this.saved = this.area.defaultValue;
    this.isContested = !this.theirs.hidden;
    this.unanswered = new Set(); // texts that may have arrived, though nobody said so
    this.putBelow.hidden = false;
    this.listen();
    this.show();
  }

  listen() {
    this.area.addEventListener("input", () => this.onInput());
    this.area.addEventListener("focus", look);
    this.area.addEventListener("compositionstart", () => (this.isComposing = true));
    this.area.addEventListener("compositionend", () => (this.isComposing = false));
    this.putBelow.addEventListener("click", () => this.addTheirs());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.save();
    });
  }

  get isDirty() {
    return this.area.value !== this.saved;
  }

  get isAtHand() {
    return this.form.contains(document.activeElement);
  }

  onInput() {
    this.since ??= Date.now();
    this.status.textContent = "";
    this.show();
    this.saveIn(Math.min(PAUSE, Math.max(0, this.since + LONGEST - Date.now())));
  }

  saveIn(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.saveByItself(), delay);
  }

  saveByItself() {
    if (this.isComposing || this.isSending) {
      this.saveIn(PAUSE);
    } else if (this.isDirty && !this.isContested) {
      this.save();
    }
  }

  async save() {
    if (this.isSending) {
      return;
    }
    const text = this.area.value;
    clearTimeout(this.timer);
    this.isSending = true;
    this.isContested = false; // whoever saves by hand has seen theirs
    this.since = null;
    this.status.textContent = words.saving;
    this.show();
    try {
      const values = { text, seen_version: this.version };
      await this.take(await post(this.form.action, values), text);
    } catch {
      this.unanswered.add(text);
      this.fail(words.failed);
      this.saveIn(AGAIN);
    }
    this.isSending = false;
    this.show();
  }

  async take(answer, text) {
    if (answer.status >= 500) {
      throw new Error("The server is not well.");
    } else if (answer.ok) {
      this.markSaved(text, await answer.json());
    } else if (answer.status === 409) {
      this.contest(await answer.json());
    } else if (answer.status === 404) {
      this.fail(words.gone);
    } else if (answer.status === 400) {
      this.fail((await answer.json()).message);
    } else {
      this.fail(words.refused);
    }
  }

  markSaved(text, { version, message }) {
    this.saved = text;
    this.version = version;
    this.isContested = false;
    this.unanswered.clear();
    this.theirs.hidden = true;
    this.warning.hidden = true;
    this.status.textContent = message;
    this.speak(message);
    if (this.isDirty) {
      this.saveIn(PAUSE);
    }
  }

  // Somebody else saved; or we did, and never heard of it.
  contest(newer) {
    if (newer.text === this.area.value || this.unanswered.has(newer.text)) {
      this.markSaved(newer.text, newer);
      return;
    }
    this.version = newer.version;
    this.saved = newer.text;
    this.isContested = true;
    this.theirs.hidden = false;
    this.theirText.value = newer.text;
    this.theirTime.textContent = newer.message;
    this.fail(newer.warning);
  }

  // What the others saved, as long as nothing of ours is in its way.
  follow(newer) {
    if (this.isSending || newer.version <= this.version) {
      return;
    } else if (this.isDirty) {
      this.contest(newer);
    } else {
      const { selectionStart, selectionEnd } = this.area;
      this.area.value = newer.text;
      this.area.setSelectionRange(selectionStart, selectionEnd);
      this.markSaved(newer.text, newer);
    }
    this.show();
  }

  addTheirs() {
    this.area.value = [this.area.value, this.theirText.value].filter(Boolean).join("\n");
    this.area.focus();
    this.save();
  }

  fail(why) {
    this.status.textContent = "";
    this.warning.textContent = why;
    this.warning.hidden = false;
    this.speak(why);
  }

  speak(text) {
    if (this.isAtHand) {
      voice.textContent = text;
    }
  }

  nameWriters(text = "") {
    if (this.writers.textContent !== text) {
      this.writers.textContent = text;
      this.speak(text);
    }
  }

  show() {
    this.unsaved.hidden = !this.isDirty || this.isSending;
    this.saveButton.hidden = !this.isContested && this.warning.hidden;
    for (const area of [this.area, this.theirText]) {
      area.style.height = "auto";
      area.style.height = `${area.scrollHeight + 2}px`;
    }
  }
}

let isLooking = false;
let looksAgain = false;

// One look at a time: an earlier one that arrives later would take back who writes here.
async function look() {
  looksAgain = isLooking;
  if (isLooking) {
    return;
  }
  isLooking = true;
  await lookOnce();
  isLooking = false;
  if (looksAgain) {
    look();
  }
}

async function lookOnce() {
  const atHand = all.find((each) => each.isAtHand) ?? all.find((each) => each.isDirty);
  const values = all.map((each) => ["seen", `${each.item}-${each.version}`]);
  if (atHand) {
    values.push(["writing", atHand.item]);
  }
  try {
    const answer = await post(words.minutes, values);
    const { newer, writers } = await answer.json();
    for (const each of all) {
      each.nameWriters(writers[each.item]);
    }
    for (const one of newer) {
      all.find((each) => each.item === String(one.item))?.follow(one);
    }
  } catch {
    // the network comes back; what is unsaved says so itself
  }
}

const forms = place.querySelectorAll("form[data-item]");
const all = [...forms].map((form) => new Minutes(form));
const saveAll = () => all.forEach((each) => each.saveByItself());

if (all.length) {
  look();
  setInterval(() => document.hidden || look(), LOOK);
}
window.addEventListener("resize", () => all.forEach((each) => each.show()));
window.addEventListener("online", saveAll);
document.addEventListener("visibilitychange", saveAll);
window.addEventListener("beforeunload", (event) => {
  if (all.some((each) => each.isDirty)) {
    event.preventDefault();
    event.returnValue = true; // for browsers before 2024
  }
});
