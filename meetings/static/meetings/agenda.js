"use strict";
// The editor of an agenda: every edit is sent at once, and the editor comes back as it
// then is. Without a script the same forms load the page anew.

const editor = document.getElementById("editor");

async function send(form, button) {
  if (editor.hasAttribute("aria-busy")) {
    return; // the Enter key in a length both changes and submits it
  }
  const focus = (button || document.activeElement)?.id;
  const body = new FormData(form);
  if (button?.name) {
    body.append(button.name, button.value);
  }
  editor.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body,
      headers: { Accept: "text/html;fragment" },
    });
    if (answer.redirected) {
      location.reload(); // signed out meanwhile: the page leads to signing in, and back
      return;
    }
    if (!answer.ok && answer.status !== 409) {
      throw new Error(answer.status);
    }
    const text = await answer.text();
    const unsent = unsentBeside(form);
    const elsewhere = document.activeElement?.id; // where somebody types by now
    editor.innerHTML = text;
    for (const [id, value] of unsent) {
      const field = document.getElementById(id);
      if (field) {
        field.value = value;
      }
    }
    refocus(elsewhere || focus);
  } catch {
    showError(editor.dataset.lost);
  } finally {
    editor.removeAttribute("aria-busy");
  }
}

// What was typed meanwhile in other forms is kept.
function unsentBeside(form) {
  const fields = [...editor.querySelectorAll("input[id]")];
  return fields
    .filter((field) => field.form !== form && field.value !== field.defaultValue)
    .map((field) => [field.id, field.value]);
}

// An item at the top has no way up: then the way down gets the focus, and the reverse.
function refocus(id) {
  const other = id?.replace(/^(up|down)/, (way) => (way === "up" ? "down" : "up"));
  (document.getElementById(id) || document.getElementById(other))?.focus();
}

function showError(sentence) {
  const alert = document.createElement("div");
  alert.className = "alert alert-danger";
  alert.setAttribute("role", "alert");
  alert.textContent = sentence;
  editor.prepend(alert);
}

editor.addEventListener("submit", (event) => {
  if (event.target.matches("form[data-action]")) {
    event.preventDefault();
    send(event.target, event.submitter);
  }
});

editor.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-on-change]");
  if (form?.reportValidity()) {
    send(form, event.target);
  }
});

// Dragging: the item goes before the one it is dropped on, or to the end of a session.
let dragged = null;

editor.addEventListener("dragstart", (event) => {
  dragged = event.target.closest("[data-item]");
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged?.dataset.item || "");
});

editor.addEventListener("dragover", (event) => {
  const session = event.target.closest("[data-session]");
  if (dragged && session) {
    event.preventDefault();
    mark(event.target.closest("[data-item]") || session);
  }
});

editor.addEventListener("dragend", () => {
  dragged = null;
  mark(null);
});

editor.addEventListener("drop", (event) => {
  const session = event.target.closest("[data-session]");
  if (!dragged || !session) {
    return;
  }
  event.preventDefault();
  const others = [...session.querySelectorAll("[data-item]")].filter((i) => i !== dragged);
  const before = event.target.closest("[data-item]");
  if (before === dragged) {
    return;
  }
  const form = document.getElementById("move");
  form.action = dragged.dataset.move;
  form.elements.session.value = session.dataset.session;
  form.elements.place.value = before ? others.indexOf(before) : others.length;
  dragged = null;
  send(form);
});

function mark(place) {
  for (const marked of editor.querySelectorAll(".drop-here")) {
    marked.classList.remove("drop-here");
  }
  place?.classList.add("drop-here");
}
