"use strict";
// Light or dark as the system has it; in the head, so that no page flashes.
{
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const show = () => {
    document.documentElement.dataset.bsTheme = dark.matches ? "dark" : "light";
  };
  dark.addEventListener("change", show);
  show();
}
