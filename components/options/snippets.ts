import { type Cloud, graphRootOf } from '@/utils/domain/cloud.ts';

/** What an app registration for Waymark must hold. */
export type Registration = Readonly<{
  cloud: Cloud;
  /** Addresses Microsoft sends sign-ins back to, of type “Single-page application”. */
  redirects: readonly string[];
  /** Delegated Microsoft Graph permissions, all of them reads. */
  scopes: readonly string[];
}>;

/** Microsoft Graph's own application id, the same in every cloud. */
const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';

/** https://learn.microsoft.com/powershell/microsoftgraph/authentication-commands */
const ENVIRONMENTS: Readonly<Record<Cloud, string>> = {
  global: 'Global',
  usgov: 'USGov',
  usgovdod: 'USGovDoD',
  china: 'China',
};

/** https://learn.microsoft.com/cli/azure/manage-clouds-azure-cli */
const AZURE_CLOUDS: Readonly<Record<Cloud, string>> = {
  global: 'AzureCloud',
  usgov: 'AzureUSGovernment',
  usgovdod: 'AzureUSGovernment',
  china: 'AzureChinaCloud',
};

function quoted(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(', ');
}

/**
 * Creates the app registration with Microsoft Graph PowerShell. Ids of permissions are looked up by
 * name in the tenant, so that nobody has to trust a list of ours.
 */
export function powerShell({ cloud, redirects, scopes }: Registration): string {
  return `Connect-MgGraph -Environment ${ENVIRONMENTS[cloud]} -Scopes "Application.ReadWrite.All"
$graph = Get-MgServicePrincipal -Filter "appId eq '${GRAPH_APP_ID}'"
$wanted = ${quoted(scopes)}
$access = $graph.Oauth2PermissionScopes | Where-Object Value -in $wanted |
  ForEach-Object { @{ Id = $_.Id; Type = "Scope" } }
$app = New-MgApplication -DisplayName "Waymark" -SignInAudience "AzureADMyOrg" \`
  -Spa @{ RedirectUris = @(${quoted(redirects)}) } \`
  -RequiredResourceAccess @(@{ ResourceAppId = $graph.AppId; ResourceAccess = @($access) })
New-MgServicePrincipal -AppId $app.AppId | Out-Null
"Client id $($app.AppId), tenant id $((Get-MgContext).TenantId)"`;
}

/** The same with the Azure CLI, for a POSIX shell. */
export function azureCli({ cloud, redirects, scopes }: Registration): string {
  const spa = JSON.stringify({ spa: { redirectUris: redirects } });
  return `az cloud set --name ${AZURE_CLOUDS[cloud]} && az login --allow-no-subscriptions
graph=${GRAPH_APP_ID}
app=$(az ad app create --display-name Waymark --sign-in-audience AzureADMyOrg --query appId -o tsv)
object=$(az ad app show --id "$app" --query id -o tsv)
az rest --method PATCH --url "${graphRootOf(cloud)}/v1.0/applications/$object" \\
  --headers Content-Type=application/json --body '${spa}'
for scope in ${scopes.join(' ')}; do
  id=$(az ad sp show --id $graph --query "oauth2PermissionScopes[?value=='$scope'].id" -o tsv)
  az ad app permission add --id "$app" --api $graph --api-permissions "$id=Scope"
done
az ad sp create --id "$app"
echo "Client id $app, tenant id $(az account show --query tenantId -o tsv)"`;
}

/** The part of the app manifest that is easily got wrong: who may sign in, and from where. */
export function manifest({ redirects }: Registration): string {
  return JSON.stringify(
    {
      displayName: 'Waymark',
      signInAudience: 'AzureADMyOrg',
      spa: { redirectUris: redirects },
      isFallbackPublicClient: false,
    },
    null,
    2,
  );
}
