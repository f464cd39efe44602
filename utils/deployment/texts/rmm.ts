/** How any remote management tool runs the scripts. The same for all, so no tool is named. */
export function rmmNotes(): string {
  return `Waymark through a remote monitoring and management (RMM) tool
=============================================================

Any tool that runs PowerShell scripts on Windows will do.

  Job        Script                        When                       Success
  Monitor    windows/Detect-Waymark.ps1    daily, and after install   exit code 0
  Install    windows/Install-Waymark.ps1   once, and when Monitor     exit code 0
                                           ends with 1
  Remove     windows/Remove-Waymark.ps1    when a device leaves       exit code 0

- Run as SYSTEM (not as the user) and in 64-bit PowerShell.
- No parameters or variables: the configuration is inside. For another customer make another zip.
- The last line of output says which browser lacks what, or why nothing was changed.
- A script never stops half-way because of JSON it cannot read: everything is read first.
- Where policy allows only signed scripts, sign them; they are plain ASCII and do not change.
- Where PowerShell runs in constrained language mode the scripts cannot use .NET: use Group Policy.
- Browsers take the new policy within some minutes, or at their next start.
- macOS and Linux: hand the profile to the tool's MDM; run linux/waymark-linux.py install as root.
`;
}
