"use strict";
const form = document.getElementById("filters");
const findings = [...document.querySelectorAll(".finding")];
const marks = [...document.querySelectorAll("mark")];
const shown = document.getElementById("shown");
form.hidden = false;

const chosen = (name) =>
  new Set([...form.querySelectorAll(`input[name=${name}]:checked`)].map((box) => box.value));

function filter() {
  const severities = chosen("severity");
  const rules = chosen("rule");
  const visible = new Set();
  for (const finding of findings) {
    const on = severities.has(finding.dataset.severity) && rules.has(finding.dataset.rule);
    finding.hidden = !on;
    if (on) visible.add(finding.id);
  }
  for (const mark of marks) {
    const on = mark.dataset.findings.split(" ").some((id) => visible.has(id));
    mark.classList.toggle("off", !on);
    if (mark.id) mark.tabIndex = on ? 0 : -1;
  }
  shown.textContent = `${visible.size} of ${findings.length} findings shown.`;
}

function point(mark) {
  for (const old of document.querySelectorAll(".current")) old.classList.remove("current");
  if (!mark) return;
  mark.classList.add("current");
  for (const id of mark.dataset.findings.split(" ")) {
    const finding = document.getElementById(id);
    if (finding.hidden) continue;
    finding.classList.add("current");
    finding.scrollIntoView({ block: "nearest" });
  }
}

function step(by) {
  const places = marks.filter((mark) => mark.id && !mark.classList.contains("off"));
  if (!places.length) return;
  const now = places.findIndex((mark) => mark.classList.contains("current"));
  const next = places[now < 0 ? (by > 0 ? 0 : places.length - 1) : (now + by + places.length) % places.length];
  point(next);
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
}

form.addEventListener("change", filter);
document.addEventListener("click", (event) => {
  const mark = event.target.closest("mark:not(.off)");
  if (mark) point(mark);
  const link = event.target.closest(".places a");
  if (link) point(document.getElementById(link.hash.slice(1)));
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input")) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "Escape") point(null);
  else if (event.key === "Enter" && event.target.matches("mark")) point(event.target);
});
filter();
