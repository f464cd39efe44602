import { declared, SETTING_NAMES, type SettingName } from '../../policy/settings.ts';
import { BROWSER_FACTS, managedKey } from '../browsers.ts';
import { type Browser, browsersOn, type Deployment } from '../deployment.ts';
import { type Element, element, xmlText } from '../encode/xml.ts';
import type { SettingWords } from '../setting-words.ts';

const NAMESPACE = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';
const SCHEMA = { xmlns: NAMESPACE, revision: '1.0', schemaVersion: '1.0' };

/** Group Policy's own limit for one line of text. */
const MAX_LENGTH = '1023';

/** Values that a setting is chosen from; none for free text and lists. */
function choices(name: SettingName): readonly string[] {
  const { values, offered } = declared(name);
  return values ?? offered ?? [];
}

/**
 * Group Policy template of every setting, for each chosen browser. It refers to nothing outside
 * itself, so that Intune imports it alone.
 * https://learn.microsoft.com/previous-versions/windows/desktop/policy/admx-schema
 */
export function admxText(deployment: Deployment): string {
  const browsers = browsersOn('windows', deployment);
  const definitions = browsers.map((browser) =>
    element('definition', { name: `on_${browser}`, displayName: `$(string.${browser})` }),
  );
  return xmlText(
    element('policyDefinitions', SCHEMA, [
      element('policyNamespaces', {}, [
        element('target', { prefix: 'waymark', namespace: 'Waymark.Policies' }),
      ]),
      element('resources', { minRequiredRevision: '1.0' }),
      element('supportedOn', {}, [element('definitions', {}, definitions)]),
      element('categories', {}, [
        element('category', { name: 'waymark', displayName: '$(string.waymark)' }),
        ...browsers.map(category),
      ]),
      element(
        'policies',
        {},
        browsers.flatMap((browser) =>
          SETTING_NAMES.map((name) => policy(browser, name, deployment)),
        ),
      ),
    ]),
  );
}

function category(browser: Browser): Element {
  const attributes = { name: `in_${browser}`, displayName: `$(string.${browser})` };
  return element('category', attributes, [element('parentCategory', { ref: 'waymark' })]);
}

function policy(browser: Browser, name: SettingName, deployment: Deployment): Element {
  const attributes = {
    name: `${browser}_${name}`,
    class: 'Both',
    displayName: `$(string.${name})`,
    explainText: `$(string.${name}_explained)`,
    key: managedKey(browser, deployment),
    presentation: `$(presentation.${name})`,
  };
  return element('policy', attributes, [
    element('parentCategory', { ref: `in_${browser}` }),
    element('supportedOn', { ref: `on_${browser}` }),
    element('elements', {}, [control(browser, name, deployment)]),
  ]);
}

function control(browser: Browser, name: SettingName, deployment: Deployment): Element {
  if (declared(name).type === 'array') {
    return element('list', {
      id: name,
      key: `${managedKey(browser, deployment)}\\${name}`,
      valuePrefix: '',
    });
  }
  const attributes = { id: name, valueName: name, required: 'true' };
  if (choices(name).length === 0) {
    return element('text', { ...attributes, maxLength: MAX_LENGTH });
  }
  const items = choices(name).map((value) =>
    element('item', { displayName: `$(string.value_${value})` }, [
      element('value', {}, [element('string', {}, value)]),
    ]),
  );
  return element('enum', attributes, items);
}

/** The words of the template in one language. */
export function admlText(words: SettingWords): string {
  const names = SETTING_NAMES.flatMap((name) => [
    string(name, words[name].title),
    string(`${name}_explained`, explained(name, words)),
  ]);
  const values = [...new Set(SETTING_NAMES.flatMap(choices))];
  return xmlText(
    element('policyDefinitionResources', SCHEMA, [
      element('displayName', {}, 'Waymark'),
      element('description', {}, 'Waymark'),
      element('resources', {}, [
        element('stringTable', {}, [
          string('waymark', 'Waymark'),
          ...(['chrome', 'edge', 'firefox'] as const).map((browser) =>
            string(browser, BROWSER_FACTS[browser].title),
          ),
          ...names,
          ...values.map((value) => string(`value_${value}`, value)),
        ]),
        element(
          'presentationTable',
          {},
          SETTING_NAMES.map((name) => presentation(name, words[name].title)),
        ),
      ]),
    ]),
  );
}

function explained(name: SettingName, words: SettingWords): string {
  const { default: unset, example } = declared(name);
  const known = unset ? ` [${unset}]` : choices(name).length > 0 ? '' : ` [${example}]`;
  return words[name].description + known;
}

function string(id: string, text: string): Element {
  return element('string', { id }, text);
}

function presentation(name: SettingName, title: string): Element {
  if (declared(name).type === 'array') {
    return element('presentation', { id: name }, [element('listBox', { refId: name }, title)]);
  }
  if (choices(name).length > 0) {
    const attributes = { refId: name, noSort: 'true', defaultItem: '0' };
    return element('presentation', { id: name }, [element('dropdownList', attributes, title)]);
  }
  const box = element('textBox', { refId: name }, [element('label', {}, title)]);
  return element('presentation', { id: name }, [box]);
}
