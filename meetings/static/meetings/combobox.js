"use strict";
// Makes one combobox of a <select data-lookup> and the text beside it: the server finds
// what is typed, by any name. The select stays, hidden, and is what is submitted; a text
// that was not chosen from is submitted, too, and looked up then. An input with a
// <datalist data-lookup> takes what is chosen as text.
// After the combobox pattern of the ARIA Authoring Practices Guide.

const PAUSE = 120; // after the last key
const PATIENCE = 10_000; // with an answer
const { found, nothing, failed } = document.currentScript.dataset;

async function ask(address, text, signal) {
  const token = document.querySelector("input[name=csrfmiddlewaretoken]").value;
  const answer = await fetch(address, {
    method: "POST",
    headers: { Accept: "application/json", "X-CSRFToken": token },
    body: new URLSearchParams({ q: text }),
    redirect: "manual", // to the page where one signs in
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
  });
  if (!answer.ok) {
    throw new Error(answer.statusText);
  }
  return answer.json();
}

// A key that an input method takes; Safari tells the last one by its code alone.
function isOfEditor(event) {
  return event.isComposing || event.keyCode === 229;
}

// Where a chosen row is kept: in the select, and the text only if nothing was chosen.
class Chosen {
  constructor(select, input) {
    this.select = select;
    this.input = input;
    this.typed = input.name;
    this.address = select.dataset.lookup;
    select.hidden = true;
    if (!input.value) {
      this.show(); // else it is a text that nothing was found by
    }
  }

  get offered() {
    const options = [...this.select.options].filter(({ value }) => value);
    return options.length > 1 ? options.map(({ value, text }) => ({ value, text })) : [];
  }

  get text() {
    const { value, selectedOptions } = this.select;
    return value ? selectedOptions[0].text : "";
  }

  show() {
    this.input.value = this.text;
    this.input.name = "";
  }

  keep() {
    this.input.name = this.typed;
  }

  choose({ value, text }) {
    this.select.add(new Option(text, value, true, true));
    this.tell();
  }

  clear() {
    if (this.select.value) {
      this.select.value = "";
      this.tell();
    }
  }

  tell() {
    this.show();
    this.select.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

// The same for an input that is free to have any text.
class Written {
  constructor(input) {
    this.input = input;
    this.address = input.list.dataset.lookup;
    this.offered = [];
    input.removeAttribute("list");
  }

  choose({ value }) {
    this.input.value = value;
  }

  show() {}

  keep() {}

  clear() {}
}

class Combobox {
  constructor(input, choice) {
    this.input = input;
    this.choice = choice;
    this.asking = null; // the request under way
    this.isHasty = false; // whether to choose as soon as there is an answer
    this.makeElements();
    input.addEventListener("input", (event) => event.isComposing || this.onInput());
    input.addEventListener("compositionend", () => this.onInput());
    input.addEventListener("keydown", (event) => isOfEditor(event) || this.onKey(event));
    input.addEventListener("focus", () => input.select());
    input.addEventListener("blur", () => this.leave());
    input.addEventListener("change", (event) => event.stopPropagation());
    this.list.addEventListener("mousedown", (event) => this.onMouse(event));
  }

  makeElements() {
    const { input } = this;
    const label = this.takeLabel();
    this.list = document.createElement("ul");
    this.list.id = `${input.id}-list`;
    this.list.className = "list-group";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", label);
    this.voice = document.createElement("p");
    this.voice.className = "form-text mb-0";
    this.voice.setAttribute("role", "status");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", this.list.id);
    const box = document.createElement("div");
    box.className = "combobox";
    input.after(box);
    box.append(input, this.list, this.voice);
    this.close();
  }

  takeLabel() {
    const { select } = this.choice;
    const label = document.querySelector(`label[for="${(select ?? this.input).id}"]`);
    label.htmlFor = this.input.id;
    this.input.removeAttribute("aria-label");
    return label.textContent.trim();
  }

  onInput() {
    this.close();
    this.choice.keep();
    this.search(PAUSE);
  }

  async search(pause) {
    this.stop();
    const text = this.input.value.trim();
    if (!text) {
      return;
    }
    const asking = new AbortController();
    this.asking = asking;
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (asking.signal.aborted) {
      return;
    }
    try {
      this.show(await ask(this.choice.address, text, asking.signal));
    } catch {
      if (this.asking === asking) {
        this.fail();
      }
    }
  }

  stop() {
    this.asking?.abort();
    this.asking = null;
    this.say("");
  }

  fail() {
    this.asking = null;
    this.isHasty = false;
    this.say(failed);
  }

  show(options) {
    this.asking = null;
    this.options = options;
    const isHasty = this.isHasty;
    this.isHasty = false;
    if (isHasty && options.length === 1) {
      this.choose(0);
    } else if (document.activeElement === this.input) {
      this.open();
    }
  }

  open() {
    this.list.replaceChildren(...this.options.map((option, n) => this.makeItem(option, n)));
    const count = this.options.length;
    this.list.hidden = !count;
    this.input.setAttribute("aria-expanded", String(count > 0));
    this.mark(count ? 0 : -1);
    this.say(count ? found.replace("{count}", count) : nothing, count > 0);
  }

  // What the list shows anyway is for ears alone.
  say(text, isForEars = false) {
    this.voice.textContent = text;
    this.voice.classList.toggle("visually-hidden", isForEars || !text);
  }

  makeItem({ text, detail }, n) {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${n}`;
    item.className = "list-group-item list-group-item-action py-1";
    item.setAttribute("role", "option");
    item.textContent = text;
    if (detail) {
      const small = document.createElement("small");
      small.textContent = ` ${detail}`;
      item.append(small);
    }
    return item;
  }

  mark(n) {
    this.at = n;
    [...this.list.children].forEach((item, i) => {
      item.classList.toggle("active", i === n);
      item.setAttribute("aria-selected", String(i === n));
    });
    const item = this.list.children[n];
    if (item) {
      this.input.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  choose(n) {
    this.choice.choose(this.options[n]);
    this.close();
    this.say("");
  }

  close() {
    this.list.hidden = true;
    this.options = [];
    this.at = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  leave() {
    if (this.asking) {
      this.isHasty = true;
      return;
    }
    if (!this.input.value.trim()) {
      this.choice.clear();
    }
    this.close();
  }

  onMouse(event) {
    event.preventDefault();
    const item = event.target.closest("li");
    if (item) {
      this.choose([...this.list.children].indexOf(item));
    }
  }

  onKey(event) {
    const { key } = event;
    const isOpen = !this.list.hidden;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      this.move(key === "ArrowDown" ? 1 : -1);
    } else if (key === "Enter" && (isOpen || this.asking)) {
      event.preventDefault();
      this.take(isOpen);
    } else if (key === "Tab" && isOpen) {
      this.choose(this.at);
    } else if (key === "Escape" && (isOpen || this.asking)) {
      this.stop();
      this.choice.show();
      this.close();
    }
  }

  take(isOpen) {
    if (isOpen) {
      this.choose(this.at);
    } else {
      this.isHasty = true;
    }
  }

  move(step) {
    const count = this.list.children.length;
    if (!this.list.hidden) {
      this.mark((this.at + step + count) % count);
    } else if (this.input.value.trim()) {
      this.search(0);
    } else if (this.choice.offered.length) {
      this.options = this.choice.offered;
      this.open();
    }
  }
}

for (const select of document.querySelectorAll("select[data-lookup]")) {
  const input = select.nextElementSibling;
  new Combobox(input, new Chosen(select, input));
}
for (const input of document.querySelectorAll("input[list]")) {
  if (input.list?.dataset.lookup) {
    new Combobox(input, new Written(input));
  }
}
