import { words } from '@/utils/domain/words.ts';
import { CopyButton } from '../CopyButton.tsx';
import { Icon } from '../Icon.tsx';
import { Mark, type MarkName } from '../Mark.tsx';
import { useSpeech } from '../speech.ts';
import { type OptionsAct, type OptionsModel, type Permission, settingOf } from './model.ts';
import { Section } from './Section.tsx';

type Props = Readonly<{ model: OptionsModel; act: OptionsAct }>;

/** What is asked for, why, and whether it was given. */
export function PermissionsSection({ model, act }: Props) {
  const { say } = useSpeech();
  const { consentLink } = model;
  return (
    <Section id="permissions" aside={say(words('options.permissions.aside'))}>
      <p>{say(words('options.permissions.lead'))}</p>
      <Extent model={model} act={act} />
      <div class="box table">
        <table class="perms">
          <thead>
            <tr>
              <th scope="col">{say(words('options.permissions.name'))}</th>
              <th scope="col">{say(words('options.permissions.why'))}</th>
              <th scope="col">{say(words('options.permissions.state'))}</th>
            </tr>
          </thead>
          <tbody>
            {model.permissions.map((permission) => (
              <PermissionRow key={permission.scope} permission={permission} />
            ))}
          </tbody>
        </table>
      </div>
      {consentLink && (
        <div class="box">
          <p>{say(words('options.consent.lead'))}</p>
          <div class="actions">
            <a class="btn" href={consentLink} target="_blank" rel="noreferrer">
              <Icon name="open" flip />
              {say(words('options.consent.open'))}
            </a>
            <CopyButton
              action="copy-consent"
              text={consentLink}
              label={say(words('options.consent.copy'))}
            />
          </div>
        </div>
      )}
    </Section>
  );
}

const STATES: Readonly<
  Record<Permission['state'], Readonly<{ mark: MarkName; tone: 'ok' | 'bad' | 'quiet' }>>
> = {
  granted: { mark: 'done-graph', tone: 'ok' },
  'not-granted': { mark: 'regressed', tone: 'bad' },
  unknown: { mark: 'unchecked', tone: 'quiet' },
};

function PermissionRow({ permission }: Readonly<{ permission: Permission }>) {
  const { say } = useSpeech();
  const { mark, tone } = STATES[permission.state];
  return (
    <tr>
      <th scope="row" class="mono">
        {permission.scope}
      </th>
      <td>
        {say(words(permission.reason))}
        {permission.adminConsent && <small>{say(words('options.permissions.admin'))}</small>}
      </td>
      <td>
        <span class={`is ${tone}`}>
          <Mark name={mark} tone={tone} />
          {say(words(`permission.${permission.state}`))}
        </span>
      </td>
    </tr>
  );
}

/** All that the guides read, or only what a user may grant without an administrator. */
function Extent({ model, act }: Props) {
  const { say } = useSpeech();
  const { value, fixed } = settingOf(model.settings, 'permissions');
  return (
    <div class="choices two" role="radiogroup" aria-labelledby="permissions-title">
      {(['full', 'basic'] as const).map((extent) => (
        <label key={extent} class="choice">
          <input
            type="radio"
            name="permissions"
            checked={(value || 'full') === extent}
            disabled={fixed}
            onChange={() => act.save('permissions', extent)}
          />
          <b>{say(words(`options.extent.${extent}`))}</b>
          <small>{say(words(`options.extent.${extent}.more`))}</small>
        </label>
      ))}
    </div>
  );
}
