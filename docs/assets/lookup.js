// The look-up on the start page and the glossary's: forms that are what is typed come first, then those
// that begin with it, then those that have it in them.
(function () {
  "use strict";
  const most = 30;
  const input = document.getElementById("lookup");
  const folder = document.currentScript.dataset.glossary;
  const list = document.getElementById("found");
  let terms = null;

  function rank(forms, wanted) {
    const ranks = forms.map((form) => {
      const text = form.toLowerCase();
      if (text === wanted) return 0;
      if (text.startsWith(wanted)) return 1 + text.length / 1000;
      return text.includes(wanted) ? 3 + text.length / 1000 : Infinity;
    });
    return Math.min(...ranks);
  }

  function show() {
    const wanted = input.value.trim().toLowerCase();
    list.replaceChildren();
    if (!wanted || !terms) return;
    terms
      .map(([address, chinese, english]) => [rank([...chinese, ...english], wanted), address, chinese, english])
      .filter(([place]) => place < Infinity)
      .sort((one, other) => one[0] - other[0])
      .slice(0, most)
      .forEach(([, address, chinese, english]) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = folder + address;
        link.textContent = chinese[0] + " – " + english[0];
        item.append(link);
        list.append(item);
      });
    if (!list.children.length) list.append("not in the glossary");
  }

  input.addEventListener("input", show);
  input.addEventListener(
    "focus",
    async () => {
      terms = await (await fetch(folder + "terms.json")).json();
      show();
    },
    { once: true }
  );
})();
