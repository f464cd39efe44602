import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

function page(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${title}</title>
    <link rel="stylesheet" href="/shared/sign-in.css">
    <script src="/shared/sign-in.js" defer></script>
  </head>
  <body><main id="lightbox"><div>Microsoft (simulated)</div>${body}</main></body>
</html>`;
}

/** A form of the sign-in: posts `step` and its fields back for the flow `id`. */
function form(id: string, step: string, body: Html): Html {
  return html`<form method="post" action="/common/login">
    <input type="hidden" name="ctx" value="${id}">
    <input type="hidden" name="step" value="${step}">
    ${body}
  </form>`;
}

function problem(text: string | undefined): Html {
  return text ? html`<p role="alert" id="error">${text}</p>` : html``;
}

export function usernamePage(id: string, error?: string): Html {
  return page(
    'Sign in to your account',
    form(
      id,
      'username',
      html`<h1 id="loginHeader">Sign in</h1>${problem(error)}
      <input type="email" name="loginfmt" id="i0116" autocomplete="username" aria-label="Enter your email, phone, or Skype." placeholder="Email, phone, or Skype" required>
      <div class="buttons"><input type="submit" id="idSIButton9" value="Next"></div>`,
    ),
  );
}

export function passwordPage(id: string, username: string, error?: string): Html {
  return page(
    'Sign in to your account',
    form(
      id,
      'password',
      html`<div id="displayName">${username}</div>
      <h1 id="loginHeader">Enter password</h1>${problem(error)}
      <input type="hidden" name="loginfmt" value="${username}">
      <input type="password" name="passwd" id="i0118" autocomplete="current-password" aria-label="Enter the password for ${username}" placeholder="Password" required>
      <div class="buttons"><input type="submit" id="idSIButton9" value="Sign in"></div>`,
    ),
  );
}

export function pickerPage(id: string, usernames: readonly string[]): Html {
  const tiles = usernames.map(
    (name) =>
      html`<button class="tile" name="loginfmt" value="${name}" data-test-id="${name}">${name}</button>`,
  );
  return page(
    'Pick an account',
    form(
      id,
      'pick',
      html`<h1 id="loginHeader">Pick an account</h1>${tiles}
      <button class="tile" id="otherTile" name="loginfmt" value="">Use another account</button>`,
    ),
  );
}

export function changePasswordPage(id: string, username: string, error?: string): Html {
  return page(
    'Update your password',
    form(
      id,
      'change-password',
      html`<div id="displayName">${username}</div>
      <h1>Update your password</h1>
      <p>You need to update your password because this is the first time you are signing in, or because your password has expired.</p>
      ${problem(error)}
      <input type="password" name="currentPassword" id="currentPassword" aria-label="Current password" placeholder="Current password" required>
      <input type="password" name="newPassword" id="newPassword" aria-label="New password" placeholder="New password" required>
      <input type="password" name="confirmNewPassword" id="confirmNewPassword" aria-label="Confirm password" placeholder="Confirm password" required>
      <div class="buttons"><input type="submit" id="idSIButton9" value="Sign in"></div>`,
    ),
  );
}

export function codePage(id: string, username: string, error?: string): Html {
  return page(
    'Sign in to your account',
    form(
      id,
      'code',
      html`<div id="displayName">${username}</div>
      <h1>Enter code</h1>
      <p>Enter the code displayed in the authenticator app on your mobile device</p>
      ${problem(error)}
      <input type="tel" name="otc" id="idTxtBx_SAOTCC_OTC" maxlength="6" autocomplete="one-time-code" aria-label="Code" placeholder="Code" required>
      <div class="buttons"><input type="submit" id="idSubmit_SAOTCC_Continue" value="Verify"></div>`,
    ),
  );
}

/** Shown before the visit to My Sign-Ins that registers a method. */
export function registerPage(id: string, username: string): Html {
  return page(
    'More information required',
    form(
      id,
      'register',
      html`<div id="displayName">${username}</div>
      <h1>Let's keep your account secure</h1>
      <p>Your organization needs more information to keep your account secure.</p>
      <div class="buttons"><input type="submit" id="idSIButton9" value="Next"></div>`,
    ),
  );
}

export function consentPage(
  id: string,
  app: string,
  username: string,
  scopes: readonly string[],
  forAll: boolean,
): Html {
  const all = html`<label><input type="checkbox" name="forAll" id="forAll" value="yes">
    Consent on behalf of your organization</label>`;
  return page(
    'Permissions requested',
    form(
      id,
      'consent',
      html`<div id="displayName">${username}</div>
      <h1>Permissions requested</h1>
      <p><strong>${app}</strong></p>
      <p>This app would like to:</p>
      <ul>${scopes.map((scope) => html`<li data-scope="${scope}">${scope}</li>`)}</ul>
      ${forAll ? all : ''}
      <div class="buttons">
        <button id="idBtn_Back" name="answer" value="cancel">Cancel</button>
        <button id="idSIButton9" name="answer" value="accept">Accept</button>
      </div>`,
    ),
  );
}

export function needAdminPage(id: string, app: string, scopes: readonly string[]): Html {
  return page(
    'Need admin approval',
    form(
      id,
      'need-admin',
      html`<h1>Need admin approval</h1>
      <p><strong>${app}</strong></p>
      <p>${app} needs permission to access resources in your organization that only an admin can grant. Please ask an admin to grant permission to this app before you can use it.</p>
      <ul>${scopes.map((scope) => html`<li data-scope="${scope}">${scope}</li>`)}</ul>
      <p id="error-code">AADSTS90094</p>
      <div class="buttons"><button id="idBtn_Back" name="answer" value="cancel">Return to the application without granting consent</button></div>`,
    ),
  );
}

/** The service's own error page; the browser stays on it. */
export function errorPage(text: string, correlationId: string): Html {
  return page(
    'Sign in to your account',
    html`<h1>Sorry, but we're having trouble signing you in.</h1>
    <p role="alert" id="exceptionMessageContainer">${text}</p>
    <p>Correlation Id: ${correlationId}</p>`,
  );
}

export function signedOutPage(): Html {
  return page(
    'Sign out',
    html`<h1>You signed out of your account</h1>
    <p>It's a good idea to close all browser windows.</p>`,
  );
}
