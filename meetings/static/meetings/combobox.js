"use strict";
// Makes a <select data-combobox> one that is searched by typing any name of an option,
// as in its text or its data-names. The select stays, hidden, and is what is submitted.
// After the combobox pattern of the ARIA Authoring Practices Guide.

const MOST_SHOWN = 30;

function fold(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[\s-]/g, "");
}

class Combobox {
  constructor(select) {
    this.select = select;
    this.options = [...select.options].map((option) => ({
      value: option.value,
      text: option.text,
      folded: fold(`${option.text} ${option.dataset.names ?? ""}`),
    }));
    this.makeElements();
    this.input.addEventListener("input", (event) => event.isComposing || this.search());
    this.input.addEventListener("compositionend", () => this.search());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.input.addEventListener("focus", () => this.input.select());
    this.input.addEventListener("blur", () => this.leave());
    this.list.addEventListener("mousedown", (event) => this.onMouse(event));
  }

  makeElements() {
    const { select } = this;
    const label = document.querySelector(`label[for="${select.id}"]`);
    this.input = document.createElement("input");
    this.input.id = `${select.id}-search`;
    this.input.type = "text";
    this.input.className = select.className.replace("form-select", "form-control");
    this.input.autocomplete = "off";
    this.input.required = select.required;
    this.list = document.createElement("ul");
    this.list.id = `${select.id}-list`;
    this.list.className = "list-group";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", label.textContent.trim());
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": this.list.id,
      "aria-describedby": select.getAttribute("aria-describedby") ?? "",
    })) {
      this.input.setAttribute(name, value);
    }
    label.htmlFor = this.input.id;
    select.hidden = true;
    select.required = false;
    const box = document.createElement("div");
    box.className = "combobox";
    select.after(box);
    box.append(this.input, this.list);
    this.showChosen();
    this.close();
  }

  showChosen() {
    const { value, selectedOptions } = this.select;
    this.input.value = value ? selectedOptions[0].text : "";
  }

  search() {
    const words = this.input.value.trim().split(/\s+/).map(fold);
    const matching = this.options
      .filter(({ value, folded }) => value && words.every((w) => folded.includes(w)))
      .slice(0, MOST_SHOWN);
    this.list.replaceChildren(...matching.map((option, n) => this.makeItem(option, n)));
    this.mark(matching.length ? 0 : -1);
    this.list.hidden = !matching.length;
    this.input.setAttribute("aria-expanded", String(Boolean(matching.length)));
  }

  makeItem({ value, text }, n) {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${n}`;
    item.className = "list-group-item list-group-item-action py-1";
    item.setAttribute("role", "option");
    item.dataset.value = value;
    item.textContent = text;
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

  choose(item) {
    this.select.value = item.dataset.value;
    this.select.dispatchEvent(new Event("change", { bubbles: true }));
    this.showChosen();
    this.close();
  }

  close() {
    this.list.hidden = true;
    this.at = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  leave() {
    if (!this.input.value.trim()) {
      this.select.value = "";
    }
    this.showChosen();
    this.close();
  }

  onMouse(event) {
    event.preventDefault();
    const item = event.target.closest("li");
    if (item) {
      this.choose(item);
    }
  }

  onKey(event) {
    if (event.isComposing) {
      return;
    }
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (this.list.hidden) {
        this.search();
      } else {
        const count = this.list.children.length;
        this.mark((this.at + (key === "ArrowDown" ? 1 : count - 1)) % count);
      }
    } else if (key === "Enter" && !this.list.hidden) {
      event.preventDefault();
      this.choose(this.list.children[this.at]);
    } else if (key === "Tab" && !this.list.hidden) {
      this.choose(this.list.children[this.at]);
    } else if (key === "Escape") {
      this.showChosen();
      this.close();
    }
  }
}

for (const select of document.querySelectorAll("select[data-combobox]")) {
  new Combobox(select);
}
