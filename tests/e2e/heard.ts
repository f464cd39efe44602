import type { CDPSession, Page } from 'playwright-core';

/** A node of Chromium's accessibility tree; the part that is spoken. */
type AxNode = Readonly<{
  nodeId: string;
  ignored: boolean;
  role?: Readonly<{ value?: string }>;
  name?: Readonly<{ value?: string }>;
  properties?: readonly Readonly<{ name: string; value: Readonly<{ value?: unknown }> }>[];
  childIds?: readonly string[];
}>;

/** Roles whose name is all their text: what stands inside is not said again. */
const NAMED_BY_CONTENT = ['button', 'heading', 'link', 'LabelText', 'DisclosureTriangle'];
/** Containers a screen reader passes without a word. */
const SILENT = ['generic', 'none', 'paragraph', 'InlineTextBox', 'LineBreak', 'group'];
const STATES = ['expanded', 'pressed', 'disabled', 'checked', 'level', 'busy', 'invalid'];

/** Times differ from run to run and are said as they come. */
const TIME = /(?:\b\d{1,2} \p{L}+ \d{4}, )?\b\d{1,2}:\d{2}\b/gu;

/** What is heard in the elements a selector finds, one line an object, in reading order. */
export async function heardIn(page: Page, selector: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument');
    const found = { nodeId: root.nodeId, selector };
    const { nodeIds } = await session.send('DOM.querySelectorAll', found);
    const parts = await Promise.all(nodeIds.map((nodeId) => linesOf(session, nodeId)));
    return parts.flat();
  } finally {
    await session.detach();
  }
}

async function linesOf(session: CDPSession, nodeId: number): Promise<string[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const partial = { nodeId, fetchRelatives: false };
  const { nodes: own } = await session.send('Accessibility.getPartialAXTree', partial);
  const byId = new Map((nodes as readonly AxNode[]).map((node) => [node.nodeId, node]));
  const start = own[0] && byId.get(own[0].nodeId);
  return start ? spoken(start, byId, 0) : [];
}

function spoken(node: AxNode, byId: ReadonlyMap<string, AxNode>, depth: number): string[] {
  const role = node.role?.value ?? '';
  const isSaid = !node.ignored && !SILENT.includes(role);
  const line = isSaid ? [`${'  '.repeat(depth)}${lineOf(node, role)}`] : [];
  if (isSaid && (NAMED_BY_CONTENT.includes(role) || role === 'StaticText')) {
    return [...line, ...controlsIn(node, byId, depth + 1)];
  }
  const children = childrenOf(node, byId);
  return [...line, ...children.flatMap((child) => spoken(child, byId, depth + Number(isSaid)))];
}

/** A heading may hold a button: its text is said, and what can be done with it. */
function controlsIn(node: AxNode, byId: ReadonlyMap<string, AxNode>, depth: number): string[] {
  return childrenOf(node, byId).flatMap((child) =>
    child.role?.value === 'button' && !child.ignored
      ? spoken(child, byId, depth)
      : controlsIn(child, byId, depth),
  );
}

function childrenOf({ childIds = [] }: AxNode, byId: ReadonlyMap<string, AxNode>): AxNode[] {
  return childIds.flatMap((id) => byId.get(id) ?? []);
}

function lineOf({ name, properties = [] }: AxNode, role: string): string {
  const text = (name?.value ?? '').replace(TIME, '(time)').replace(/\s+/g, ' ').trim();
  const states = properties
    .filter((property) => STATES.includes(property.name) && property.value.value !== 'false')
    .map((property) => `${property.name} ${property.value.value}`);
  const said = role === 'StaticText' ? text : `${role} ${text && `“${text}”`}`.trim();
  return [said, ...states].join(', ');
}
