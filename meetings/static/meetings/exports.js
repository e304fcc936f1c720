"use strict";
// Exports: columns are listed in the order in which they are ticked, and a file that is
// being made is watched until it can be fetched. Without a script columns keep their
// usual order, and the page of a file is looked at again by its link.

function followTicks(form) {
  const sequence = form.querySelector("input[name=sequence]");
  const boxes = [...form.querySelectorAll("input[name=columns], input[name=sensitive]")];
  const list = form.querySelector("#column-order");
  let keys = sequence.value.split(",").filter(Boolean);

  const show = () => {
    sequence.value = keys.join(",");
    const names = keys.map((key) => {
      const item = document.createElement("li");
      const box = boxes.find((each) => each.value === key);
      item.textContent = box.labels[0].textContent.trim();
      return item;
    });
    const ordered = document.createElement("ol");
    ordered.append(...names);
    list.replaceChildren(form.dataset.export, ordered);
  };

  const ticked = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  keys = keys.filter((key) => ticked.has(key));
  for (const key of ticked) {
    if (!keys.includes(key)) {
      keys.push(key);
    }
  }
  list.setAttribute("aria-live", "polite");
  form.addEventListener("change", (event) => {
    if (boxes.includes(event.target)) {
      keys = keys.filter((key) => key !== event.target.value);
      if (event.target.checked) {
        keys.push(event.target.value);
      }
      show();
    }
  });
  show();
  // The Enter key in the name of a profile means that profile, not a download.
  form.querySelector("input[name=name]").addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      form.querySelector("button[name=keep]").click();
    }
  });
}

async function watch(place) {
  const bar = place.querySelector("progress");
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 700));
    let state;
    try {
      const answer = await fetch(place.dataset.progress);
      if (answer.redirected) {
        location.reload(); // signed out meanwhile: to signing in, and back
        return;
      }
      state = await answer.json();
    } catch {
      continue; // the network comes back, or the user looks again
    }
    if (state.total) {
      bar.max = state.total;
      bar.value = state.done;
    }
    if (!state.is_in_the_making) {
      location.hash = "fetch";
      location.reload();
      return;
    }
  }
}

for (const form of document.querySelectorAll("form[data-export]")) {
  followTicks(form);
}
for (const place of document.querySelectorAll("[data-progress]")) {
  watch(place);
}
// Whoever has waited for the file gets it without another click.
if (location.hash === "#fetch") {
  const link = document.getElementById("fetch");
  history.replaceState(null, "", location.pathname);
  link?.click();
}
