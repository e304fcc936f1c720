"use strict";
// Importing a list: drop a file, see that work goes on, and see at once what a choice
// about the reading does. Without a script the same forms work by their buttons.

function showBusy(form) {
  const text = document.createElement("p");
  text.className = "busy";
  text.setAttribute("role", "status");
  const bar = document.createElement("progress");
  bar.setAttribute("aria-label", form.dataset.busy);
  text.append(bar, ` ${form.dataset.busy}`);
  form.append(text);
  // After the submission has been collected: a disabled button is not sent.
  setTimeout(() => {
    for (const button of form.querySelectorAll("button, input[type=submit]")) {
      button.disabled = true;
    }
  });
}

function calm(form) {
  form.querySelector(".busy")?.remove();
  for (const button of form.querySelectorAll("button, input[type=submit]")) {
    button.disabled = false;
  }
}

function takeDrops(form, input) {
  const zone = input.closest(".drop");
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
  document.addEventListener("dragleave", () => zone.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    if (event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      form.requestSubmit();
    }
  });
}

function takePastes(form) {
  const area = form.querySelector("textarea");
  document.addEventListener("paste", (event) => {
    if (document.activeElement.matches("input, textarea")) {
      return;
    }
    area.value = event.clipboardData.getData("text/plain");
    area.focus();
  });
}

for (const form of document.querySelectorAll("form[data-busy]")) {
  form.addEventListener("submit", () => showBusy(form));
  window.addEventListener("pageshow", (event) => event.persisted && calm(form));
  const input = form.querySelector(".drop input[type=file]");
  if (input) {
    takeDrops(form, input);
    takePastes(form);
  }
}

for (const form of document.querySelectorAll("form[data-resend]")) {
  form.addEventListener("change", () => form.requestSubmit());
}

// A link that is followed takes along what was answered on the page it leads away from.
for (const form of document.querySelectorAll("form[data-keep]")) {
  let isChanged = false;
  form.addEventListener("input", () => (isChanged = true));
  document.querySelector("main").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (!isChanged || !link?.matches("[href]:not([download])") || isElsewhere) {
      return;
    }
    event.preventDefault();
    const next = Object.assign(document.createElement("input"), {
      type: "hidden",
      name: "next",
      value: link.pathname + link.search + link.hash,
    });
    form.append(next);
    form.requestSubmit();
  });
}

// Whoever chooses from a list means that answer.
for (const question of document.querySelectorAll(".question")) {
  const choose = (value) => {
    const answer = question.querySelector(`input[type=radio][value=${value}]`);
    if (answer) {
      answer.checked = true;
    }
  };
  question.addEventListener("change", (event) => {
    if (event.target.name.endsWith("-other") && event.target.value) {
      choose("other");
    } else if (event.target.name.endsWith("-parent") && event.target.value) {
      choose("new");
    }
  });
}
