// Before the first paint: the theme, the language and the title, so that nothing flashes.
(function () {
  "use strict";

  function kept(key) {
    try {
      return localStorage.getItem("customer-value." + key);
    } catch (refused) {
      return null;
    }
  }

  function theme() {
    var chosen = kept("theme");
    if (chosen === "light" || chosen === "dark" || chosen === "projector") return chosen;
    return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }

  function language() {
    var chosen = kept("language");
    if (chosen === "zh") return "zh-CN";
    if (chosen === "en") return "en";
    var asked = navigator.languages || [navigator.language || ""];
    for (var i = 0; i < asked.length; i++) {
      if (/^zh\b/i.test(asked[i])) return "zh-CN";
      if (/^en\b/i.test(asked[i])) return "en";
    }
    return "zh-CN";
  }

  var page = document.documentElement;
  page.setAttribute("data-theme", theme());
  page.lang = language();
  document.title = page.lang === "en" ? "Customer value" : "客户价值";
})();
