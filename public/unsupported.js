// What public/boot.js, a module, cannot say itself: that modules do not run here,
// because the browser is too old or the page was opened as a file.
(function () {
  "use strict";

  function say(language, text) {
    var line = document.createElement("p");
    line.className = "boot-words";
    line.lang = language;
    line.appendChild(document.createTextNode(text));
    return line;
  }

  function explain(chinese, english) {
    var page = document.querySelector(".boot-page");
    var bar = document.getElementById("boot-progress");
    if (bar) bar.parentNode.removeChild(bar);
    page.appendChild(say("zh-CN", chinese));
    page.appendChild(say("en", english));
  }

  if (!("noModule" in document.createElement("script"))) {
    explain(
      "这个浏览器打不开本页。请更新，或改用 Chrome、Edge 99 以上，Firefox 102 以上，Safari 16 以上。",
      "This browser cannot run the page. Please update it, or use Chrome or Edge 99, Firefox 102, Safari 16, or newer."
    );
  } else if (location.protocol === "file:") {
    explain(
      "本页要从网址打开，不能直接双击文件。在项目文件夹里运行 make serve，再打开它给出的地址。",
      "The page needs a web address and cannot be opened as a file. Run make serve in the project’s folder and open the address it prints."
    );
  }
})();
