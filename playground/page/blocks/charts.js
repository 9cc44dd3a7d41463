/** Charts, drawn as bars in plain elements, with every number readable. */

import { h } from "../dom.js";

const part = (value, whole) => (whole ? Math.max(0, value / whole) : 0);

function bar(label, value, share, colour) {
  const meter = h("span", { class: `bar series-${colour}` });
  meter.style.setProperty("--share", `${Math.round(share * 100)}%`);
  const told = h("span", { class: "count" }, value.toLocaleString("en"));
  return h(
    "li",
    {},
    h("span", { class: "label" }, label),
    h("span", { class: "track" }, meter),
    told,
  );
}

function pie(chart) {
  const whole = chart.segments.reduce((sum, segment) => sum + segment.value, 0);
  const bars = chart.segments.map((segment, number) =>
    bar(segment.label, segment.value, part(segment.value, whole), number),
  );
  return h("ul", { class: "bars" }, bars);
}

function graph(chart) {
  const all = chart.series.flatMap((series) => series.data.map((point) => point.value));
  const most = Math.max(...all, 0);
  return chart.series.map((series, number) => {
    const bars = series.data.map((point) =>
      bar(point.label, point.value, part(point.value, most), number),
    );
    const name = chart.series.length > 1 && h("p", { class: "hint" }, series.name);
    return [name, h("ul", { class: "bars", "aria-label": series.name }, bars)];
  });
}

export function chart(block) {
  const drawn = block.chart.type === "pie" ? pie(block.chart) : graph(block.chart);
  return h("figure", { class: "chart" }, h("figcaption", {}, block.title), drawn);
}
