import { DOMParser, type Element } from '@xmldom/xmldom';

const NAMESPACE = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';

/** A strict XML parser that had no part in writing; anything it complains of is an error. */
export function readXml(text: string): Element {
  const onError = (level: string, message: string) => {
    throw new Error(`${level}: ${message}`);
  };
  const root = new DOMParser({ onError }).parseFromString(text, 'text/xml').documentElement;
  if (!root || root.namespaceURI !== NAMESPACE) throw new Error('Another namespace.');
  return root;
}

export function all(root: Element, name: string): readonly Element[] {
  return [...root.getElementsByTagName(name)];
}

export function attribute(element: Element, name: string): string {
  return element.getAttribute(name) ?? '';
}

/** What a template and one language file of it lack of each other. */
export function dangling(admx: Element, adml: Element): readonly string[] {
  const strings = new Set(all(adml, 'stringTable').flatMap((one) => ids(one, 'string')));
  const presentations = new Map(
    all(adml, 'presentation').map((one) => [attribute(one, 'id'), one] as const),
  );
  const every = [admx, ...all(admx, '*')];
  const used = every.flatMap((one) => [...one.attributes].map(({ value }) => value));
  return [
    ...references(used, 'string').filter((id) => !strings.has(id)),
    ...references(used, 'presentation').filter((id) => !presentations.has(id)),
    ...all(admx, 'policy').flatMap((policy) => controls(policy, presentations)),
    ...unknownNames(admx, 'category', 'parentCategory'),
    ...unknownNames(admx, 'definition', 'supportedOn'),
  ];
}

function ids(root: Element, name: string): readonly string[] {
  return all(root, name).map((one) => attribute(one, 'id'));
}

function references(values: readonly string[], kind: string): readonly string[] {
  const pattern = new RegExp(`^\\$\\(${kind}\\.([^)]+)\\)$`);
  return values.flatMap((value) => pattern.exec(value)?.[1] ?? []);
}

/** Each element of a policy needs a control that names it, and each control an element. */
function controls(policy: Element, presentations: ReadonlyMap<string, Element>): readonly string[] {
  const [elements] = all(policy, 'elements');
  const wanted = elements
    ? all(elements, '*')
        .map((one) => attribute(one, 'id'))
        .filter(Boolean)
    : [];
  const [id = ''] = references([attribute(policy, 'presentation')], 'presentation');
  const presentation = presentations.get(id);
  const shown = presentation
    ? all(presentation, '*')
        .map((one) => attribute(one, 'refId'))
        .filter(Boolean)
    : [];
  const lacking = [
    ...wanted.filter((one) => !shown.includes(one)),
    ...shown.filter((one) => !wanted.includes(one)),
  ];
  return lacking.map((one) => `${attribute(policy, 'name')}: ${one}`);
}

/** References to names the file does not define. */
function unknownNames(admx: Element, definition: string, reference: string): readonly string[] {
  const names = all(admx, definition).map((one) => attribute(one, 'name'));
  return all(admx, reference)
    .map((one) => attribute(one, 'ref'))
    .filter((ref) => ref !== '' && !names.includes(ref));
}
