const MODULES = 25;
const SVG = 'http://www.w3.org/2000/svg';

function svg(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

/** A picture that looks like a QR code; the same text gives the same one. No scanner reads it. */
export function qrPicture(text: string, name: string): SVGElement {
  const picture = svg('svg', {
    viewBox: `-2 -2 ${MODULES + 4} ${MODULES + 4}`,
    role: 'img',
    class: 'qr',
  });
  picture.setAttribute('aria-label', name);
  picture.append(
    svg('rect', { x: -2, y: -2, width: MODULES + 4, height: MODULES + 4, fill: '#fff' }),
  );
  let state = [...text].reduce((sum, sign) => (sum * 33 + sign.charCodeAt(0)) >>> 0, 5381);
  let path = '';
  for (let at = 0; at < MODULES * MODULES; at += 1) {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    const [x, y] = [at % MODULES, Math.floor(at / MODULES)];
    if (state > 0x7fff_ffff && !isCorner(x, y)) path += `M${x} ${y}h1v1h-1z`;
  }
  picture.append(svg('path', { d: path + corners(), fill: '#000', 'fill-rule': 'evenodd' }));
  return picture;
}

const isCorner = (x: number, y: number): boolean =>
  (y < 8 && (x < 8 || x > MODULES - 9)) || (x < 8 && y > MODULES - 9);

function corners(): string {
  const far = MODULES - 7;
  return [
    [0, 0],
    [far, 0],
    [0, far],
  ]
    .map(([x = 0, y = 0]) => {
      const square = (inset: number) => {
        const side = 7 - 2 * inset;
        return `M${x + inset} ${y + inset}h${side}v${side}h-${side}z`;
      };
      return square(0) + square(1) + square(2);
    })
    .join('');
}
