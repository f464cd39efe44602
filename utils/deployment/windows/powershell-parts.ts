/**
 * The registry is used through .NET: `New-Item -Force` of the registry provider empties a key that
 * is there, and its paths take wildcards. The 64-bit view is named, whatever runs the script.
 *
 * `ExtensionSettings` may be one JSON text, or a key with one key per extension. A browser that
 * finds both takes the keys and drops the text, so the script writes in the form it finds, and
 * JSON when it finds neither.
 */
export const SHARED = String.raw`
$machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey('LocalMachine', 'Registry64')

function Get-Values([string]$path) {
  # Names and values of a key; an empty table when there is no such key.
  $found = @{}
  $key = $machine.OpenSubKey($path)
  if ($null -ne $key) {
    foreach ($name in $key.GetValueNames()) { $found[$name] = $key.GetValue($name) }
    $key.Close()
  }
  return $found
}

function Set-Value([string]$path, [string]$name, $value, [string]$kind) {
  # Cast here: a value that came through a pipeline is wrapped, and .NET refuses the wrapping.
  if ($kind -eq 'DWord') { $bare = [int]$value }
  elseif ($kind -eq 'MultiString') { $bare = [string[]]@($value) }
  else { $bare = [string]$value }
  $key = $machine.CreateSubKey($path)
  $key.SetValue($name, $bare, $kind)
  $key.Close()
}

function Remove-Value([string]$path, [string]$name) {
  $key = $machine.OpenSubKey($path, $true)
  if ($null -eq $key) { return }
  $key.DeleteValue($name, $false)
  $key.Close()
}

function Test-Key([string]$path) {
  $key = $machine.OpenSubKey($path)
  if ($null -eq $key) { return $false }
  $key.Close()
  return $true
}

function Get-KeyNames([string]$path) {
  $key = $machine.OpenSubKey($path)
  if ($null -eq $key) { return }
  $key.GetSubKeyNames()
  $key.Close()
}

function Find-Forced($browser) {
  # Names of the entries that install Waymark, whoever wrote them.
  $list = Get-Values ($browser.key + '\ExtensionInstallForcelist')
  return @($list.Keys | Where-Object { ([string]$list[$_]).Split(';')[0].Trim() -eq $browser.id })
}

function Read-Settings($browser) {
  # The organisation's ExtensionSettings as an object; an empty one when there is none.
  $found = Get-Values $browser.key
  if (-not $found.ContainsKey('ExtensionSettings')) { return New-Object PSObject }
  $text = @($found['ExtensionSettings']) -join [Environment]::NewLine
  if ($text.Trim() -eq '') { return New-Object PSObject }
  try { $read = $text | ConvertFrom-Json } catch { $read = $null }
  if ($null -eq $read -or $read.GetType().Name -ne 'PSCustomObject') {
    throw ('ExtensionSettings of ' + $browser.title + ' is not the JSON of an object. Nothing was changed in it.')
  }
  return $read
}

function Write-Settings($browser, $settings) {
  # In the kind of value that is there: Firefox also takes several lines.
  $kind = 'String'
  $key = $machine.OpenSubKey($browser.key)
  if ($null -ne $key) {
    if ($key.GetValueNames() -contains 'ExtensionSettings') { $kind = [string]$key.GetValueKind('ExtensionSettings') }
    $key.Close()
  }
  $json = ConvertTo-Json -InputObject $settings -Depth 100 -Compress
  if ($kind -ne 'MultiString') { $kind = 'String' }
  Set-Value $browser.key 'ExtensionSettings' $json $kind
}

function Test-Keyed($browser) {
  return (Test-Key ($browser.key + '\ExtensionSettings'))
}
`;

export const DETECT = String.raw`
function Get-Missing($browser) {
  if ($browser.forcelist -ne '') {
    $list = Get-Values ($browser.key + '\ExtensionInstallForcelist')
    if (@($list.Values) -notcontains $browser.forcelist) { 'it is not in ExtensionInstallForcelist' }
  }
  if (Test-Keyed $browser) { $entry = Get-Values ($browser.key + '\ExtensionSettings\' + $browser.id) }
  else {
    $entry = @{}
    $own = (Read-Settings $browser).PSObject.Properties[$browser.id]
    if ($null -ne $own) { foreach ($one in $own.Value.PSObject.Properties) { $entry[$one.Name] = $one.Value } }
  }
  foreach ($one in $browser.entry.PSObject.Properties) {
    $value = $one.Value
    if ($value -is [bool]) { $value = [int]$value; $there = $entry[$one.Name] -as [int] } else { $there = $entry[$one.Name] }
    if (-not $entry.ContainsKey($one.Name) -or $there -cne $value) { 'ExtensionSettings lacks ' + $one.Name }
  }
  if ((@($wanted.texts).Count + @($wanted.lists).Count) -eq 0) { return }
  $texts = Get-Values $browser.managedKey
  $names = @(@($wanted.texts) + @($wanted.lists) | ForEach-Object { $_.name })
  foreach ($name in @(@($texts.Keys) + @(Get-KeyNames $browser.managedKey))) {
    if ($names -notcontains $name) { 'the setting ' + $name + ' is not wanted' }
  }
  foreach ($one in @($wanted.texts)) { if ($texts[$one.name] -cne $one.value) { 'the setting ' + $one.name + ' differs' } }
  foreach ($one in @($wanted.lists)) {
    $there = Get-Values ($browser.managedKey + '\' + $one.name)
    if ((@($there.Keys | Sort-Object { [int]$_ } | ForEach-Object { $there[$_] }) -join [char]10) -cne (@($one.values) -join [char]10)) {
      'the setting ' + $one.name + ' differs'
    }
  }
}

try {
  $complete = $true
  foreach ($browser in @($wanted.browsers)) {
    $missing = @(Get-Missing $browser)
    if ($missing.Count -gt 0) { $complete = $false; Write-Output ($browser.title + ': ' + ($missing -join '; ')) }
    else { Write-Output ($browser.title + ': as wanted') }
  }
  if ($complete) { exit 0 } else { exit 1 }
} catch {
  Write-Output ('Not readable: ' + $_.Exception.Message)
  exit 1
}
`;

export const INSTALL = String.raw`
function Add-Forced($browser) {
  if ($browser.forcelist -eq '') { return }
  $path = $browser.key + '\ExtensionInstallForcelist'
  $names = @(Find-Forced $browser)
  if ($names.Count -gt 0) { Set-Value $path $names[0] $browser.forcelist 'String'; return }
  $taken = Get-Values $path
  $number = 1
  while ($taken.ContainsKey([string]$number)) { $number = $number + 1 }
  Set-Value $path ([string]$number) $browser.forcelist 'String'
}

function Add-Entry($browser) {
  if (-not (Test-Keyed $browser)) {
    $settings = Read-Settings $browser
    $settings | Add-Member -MemberType NoteProperty -Name $browser.id -Value $browser.entry -Force
    Write-Settings $browser $settings
    return
  }
  $path = $browser.key + '\ExtensionSettings\' + $browser.id
  foreach ($one in $browser.entry.PSObject.Properties) {
    if ($one.Value -is [bool]) { Set-Value $path $one.Name ([int]$one.Value) 'DWord' }
    else { Set-Value $path $one.Name $one.Value 'String' }
  }
}

function Set-Managed($browser) {
  # The key is Waymark's own: a setting that is no longer wanted goes.
  if ((@($wanted.texts).Count + @($wanted.lists).Count) -eq 0) { return }
  $machine.DeleteSubKeyTree($browser.managedKey, $false)
  foreach ($one in @($wanted.texts)) { Set-Value $browser.managedKey $one.name $one.value 'String' }
  foreach ($one in @($wanted.lists)) {
    $number = 1
    foreach ($value in @($one.values)) {
      Set-Value ($browser.managedKey + '\' + $one.name) ([string]$number) $value 'String'
      $number = $number + 1
    }
  }
}

try {
  # Everything is read before anything is written.
  foreach ($browser in @($wanted.browsers)) { if (-not (Test-Keyed $browser)) { [void](Read-Settings $browser) } }
  foreach ($browser in @($wanted.browsers)) {
    Add-Forced $browser
    Add-Entry $browser
    Set-Managed $browser
    Write-Output ($browser.title + ': written')
  }
  exit 0
} catch {
  Write-Output ('Stopped: ' + $_.Exception.Message)
  exit 1
}
`;

export const REMOVE = String.raw`
function Remove-Entry($browser) {
  $machine.DeleteSubKeyTree($browser.key + '\ExtensionSettings\' + $browser.id, $false)
  $settings = Read-Settings $browser
  if ($null -eq $settings.PSObject.Properties[$browser.id]) { return }
  $settings.PSObject.Properties.Remove($browser.id)
  if (@($settings.PSObject.Properties).Count -eq 0) { Remove-Value $browser.key 'ExtensionSettings' }
  else { Write-Settings $browser $settings }
}

try {
  foreach ($browser in @($wanted.browsers)) { [void](Read-Settings $browser) }
  foreach ($browser in @($wanted.browsers)) {
    foreach ($name in @(Find-Forced $browser)) { Remove-Value ($browser.key + '\ExtensionInstallForcelist') $name }
    Remove-Entry $browser
    $machine.DeleteSubKeyTree($browser.managedKey, $false)
    Write-Output ($browser.title + ': removed')
  }
  exit 0
} catch {
  Write-Output ('Stopped: ' + $_.Exception.Message)
  exit 1
}
`;
