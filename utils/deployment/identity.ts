/**
 * Who Waymark is to a browser, and what its packages are called: the one place for ids, file names
 * and update addresses. Manifest, packages and every deployment file follow from here.
 */
export const IDENTITY = {
  name: 'Waymark',
  /**
   * Public half of the key that fixes the Chromium extension id, and with it the sign-in redirect
   * address `https://<id>.chromiumapp.org/`. The private half is the publisher's and is not here.
   */
  chromiumKey:
    'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA37BIPYZNTMKjH1BJRJW5921LlDKOF5A1XBWzgjTShPRUOc3v7UqASBq5L75SgLeJcRGAx6zF9dnFRPke3GhUk7bOWghANp1485JY6Pc9IiBWdjfolqcvPtcvXnHjz/c55NmAGLc3PWBOiidIY7jtjKUh/F/KJ3kz/b3cYeRt7QHe72hzCyrmgtzBFZJUIXKvuq2NIANLC+MNEpQy5ew/FznCxUOdW8yGd+BRwmZIpyYppv3L+Ht+wo+3hqsJQmwpoyneC77tsXlEPQ/M0vRhVKnaz27XAa05m7Ko6gA+MA8vnjR1EYp8LmfArTsSZ7oZyBJLyluKYVd8plyzQUL+XwIDAQAB',
  /** First half of the key's SHA-256, its hex digits written as a to p. */
  chromiumId: 'fnabbnifphjenbikjacdpciopkjnlnjp',
  geckoId: 'waymark@waymark.example',
  /** Firefox makes its redirect address from the SHA-1 of the add-on id. */
  geckoRedirectHost: '3ccb0de761c6d60a99b9a909f8d387c7b8ed4645.extensions.allizom.org',
} as const;

/**
 * Names of the published files, the same in every version, so that a policy names them once. All
 * four lie in one folder of a web server.
 */
export const PACKAGE_FILES = {
  /** Signed package for Chrome, Edge and other Chromium browsers. */
  chromium: 'waymark.crx',
  /** What a Chromium browser asks for a newer version; a policy's `update_url`. */
  chromiumUpdates: 'update.xml',
  /** Signed package for Firefox; a policy's `install_url`. */
  firefox: 'waymark.xpi',
  /** What Firefox asks for a newer version; the manifest's `update_url`. */
  firefoxUpdates: 'updates.json',
} as const;

/** Where the packages of one organisation lie. */
export type PackageAddresses = Readonly<Record<keyof typeof PACKAGE_FILES, string>>;

/**
 * Addresses of the packages in a folder of a web server.
 *
 * @param folder absolute address, with or without the last slash
 */
export function addressesIn(folder: string): PackageAddresses {
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  return {
    chromium: base + PACKAGE_FILES.chromium,
    chromiumUpdates: base + PACKAGE_FILES.chromiumUpdates,
    firefox: base + PACKAGE_FILES.firefox,
    firefoxUpdates: base + PACKAGE_FILES.firefoxUpdates,
  };
}
