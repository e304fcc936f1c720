"use strict";
// What is untranslated: each text is saved at once, the list comes back as it then is,
// and the next text has the focus. Without a script the same forms load the page anew.

const texts = document.getElementById("texts");
const FIELDS = "input[id]:not([type=hidden]):not([type=checkbox]), textarea[id]";

async function send(form, button) {
  if (texts.hasAttribute("aria-busy")) {
    return;
  }
  const body = new FormData(form);
  if (button?.name) {
    body.append(button.name, button.value);
  }
  texts.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body,
      headers: { Accept: "text/html;fragment" },
    });
    if (answer.redirected || answer.status === 403) {
      showError(texts.dataset.refused); // signed out, and perhaps in again, meanwhile
    } else if (answer.status === 404) {
      showError(texts.dataset.gone);
    } else if (answer.ok) {
      show(await answer.text(), form);
    } else {
      throw new Error(answer.status);
    }
  } catch {
    showError(texts.dataset.lost);
  } finally {
    texts.removeAttribute("aria-busy");
  }
}

function show(html, form) {
  const following = idsAfter(form);
  const elsewhere = document.activeElement?.form === form ? null : document.activeElement?.id;
  const unsent = unsentBeside(form);
  texts.innerHTML = html;
  for (const [id, value] of unsent) {
    const field = document.getElementById(id);
    if (field) {
      field.value = value;
    }
  }
  makeButtons();
  const next = following.map((id) => document.getElementById(id)).find(Boolean);
  const refused = texts.querySelector("[aria-invalid=true]");
  (refused || document.getElementById(elsewhere) || next || lastResort())?.focus();
}

// The texts behind the one that was sent, then those before it, the nearest first.
function idsAfter(form) {
  const ids = fields().map((field) => field.id);
  const place = ids.findIndex((id) => form.contains(document.getElementById(id)));
  return [...ids.slice(place + 1), ...ids.slice(0, place).reverse()];
}

function fields() {
  return [...texts.querySelectorAll(FIELDS)];
}

// What was typed meanwhile in other rows is kept.
function unsentBeside(form) {
  return fields()
    .filter((field) => field.form !== form && field.value !== field.defaultValue)
    .map((field) => [field.id, field.value]);
}

function lastResort() {
  return fields()[0] || texts.querySelector("a");
}

function showError(sentence) {
  const alert = document.createElement("div");
  alert.className = "alert alert-danger";
  alert.setAttribute("role", "alert");
  alert.textContent = sentence;
  texts.prepend(alert);
}

// Words of the glossary can be read without a script; with one they are put in.
function makeButtons() {
  for (const word of texts.querySelectorAll("form [data-insert]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-sm btn-outline-secondary";
    button.lang = word.lang;
    button.textContent = word.textContent;
    button.addEventListener("click", () => insert(button));
    word.replaceWith(button);
  }
}

function insert(button) {
  const field = button.form.querySelector(FIELDS);
  field.setRangeText(button.textContent, field.selectionStart, field.selectionEnd, "end");
  field.focus();
}

texts.addEventListener("submit", (event) => {
  if (event.target.matches("form[data-text]")) {
    event.preventDefault();
    send(event.target, event.submitter);
  }
});

// In a text of several lines Enter is a new line, and Ctrl+Enter saves. While an input
// method composes a word, Enter only ends the word.
texts.addEventListener("keydown", (event) => {
  const isSaving = event.key === "Enter" && (event.ctrlKey || event.metaKey);
  if (isSaving && !event.isComposing && event.target.matches("textarea")) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});

makeButtons();
