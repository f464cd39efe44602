/** Bars on a logarithmic scale, as an SVG that follows the reader's theme. */
export function barChart(
  title: string,
  unit: string,
  bars: readonly Readonly<{ label: string; value: number; isOurs: boolean }>[],
): string {
  const [left, width, high, top] = [300, 380, 22, 34];
  const least =
    10 ** Math.floor(Math.log10(Math.min(...bars.map(({ value }) => Math.max(value, 1e-3)))));
  const most = Math.max(...bars.map(({ value }) => value));
  const length = (value: number) =>
    (width * Math.log(Math.max(value, least) / least)) / Math.log(most / least);
  const rows = bars.map(({ label, value, isOurs }, index) => {
    const y = top + index * high;
    return `<text x="${left - 8}" y="${y + 14}" text-anchor="end">${label}</text>
<rect x="${left}" y="${y + 4}" width="${Math.max(2, length(value)).toFixed(1)}" height="13" rx="2" class="${isOurs ? 'ours' : 'other'}"/>
<text x="${left + Math.max(2, length(value)) + 6}" y="${y + 14}">${round(value)} ${unit}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 780 ${top + bars.length * high + 8}" role="img" aria-label="${title}">
<style>text{font:12px system-ui,sans-serif;fill:#3a4643}.t{font-weight:600;font-size:13px}.ours{fill:#0a6b5b}.other{fill:#74817d}@media(prefers-color-scheme:dark){text{fill:#ccd5d2}.ours{fill:#5fcab5}.other{fill:#7f8c88}}</style>
<text x="0" y="16" class="t">${title}</text>
${rows.join('\n')}
</svg>
`;
}

export function round(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 1 ? value.toFixed(1) : value.toFixed(3);
}
