import { type Cloud, graphRootOf } from '@/utils/domain/cloud.ts';

/** What an app registration for Waymark must hold. */
export type Registration = Readonly<{
  cloud: Cloud;
  /** Addresses Microsoft sends sign-ins back to, of type “Single-page application”. */
  redirects: readonly string[];
  /** Delegated Microsoft Graph permissions, all of them reads: name and id. */
  permissions: readonly Readonly<{ scope: string; id: string }>[];
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
export function powerShell({ cloud, redirects, permissions }: Registration): string {
  return `Connect-MgGraph -Environment ${ENVIRONMENTS[cloud]} -Scopes "Application.ReadWrite.All"
$graph = Get-MgServicePrincipal -Filter "appId eq '${GRAPH_APP_ID}'"
$wanted = ${quoted(permissions.map(({ scope }) => scope))}
$access = $graph.Oauth2PermissionScopes | Where-Object Value -in $wanted |
  ForEach-Object { @{ Id = $_.Id; Type = "Scope" } }
$app = New-MgApplication -DisplayName "Waymark" -SignInAudience "AzureADMyOrg" \`
  -Spa @{ RedirectUris = @(${quoted(redirects)}) } \`
  -RequiredResourceAccess @(@{ ResourceAppId = $graph.AppId; ResourceAccess = @($access) })
New-MgServicePrincipal -AppId $app.AppId | Out-Null
"Client id $($app.AppId), tenant id $((Get-MgContext).TenantId)"`;
}

/** The same with the Azure CLI, for a POSIX shell. */
export function azureCli({ cloud, redirects, permissions }: Registration): string {
  const spa = JSON.stringify({ spa: { redirectUris: redirects } });
  return `az cloud set --name ${AZURE_CLOUDS[cloud]} && az login --allow-no-subscriptions
graph=${GRAPH_APP_ID}
app=$(az ad app create --display-name Waymark --sign-in-audience AzureADMyOrg --query appId -o tsv)
object=$(az ad app show --id "$app" --query id -o tsv)
az rest --method PATCH --url "${graphRootOf(cloud)}/v1.0/applications/$object" \\
  --headers Content-Type=application/json --body '${spa}'
for scope in ${permissions.map(({ scope }) => scope).join(' ')}; do
  id=$(az ad sp show --id $graph --query "oauth2PermissionScopes[?value=='$scope'].id" -o tsv)
  az ad app permission add --id "$app" --api $graph --api-permissions "$id=Scope"
done
az ad sp create --id "$app"
echo "Client id $app, tenant id $(az account show --query tenantId -o tsv)"`;
}

/**
 * What goes into the app's manifest: who may sign in, from where, and the permissions. Ids of
 * permissions are known for the worldwide cloud; elsewhere they are left to the other ways.
 *
 * Attributes: https://learn.microsoft.com/entra/identity-platform/reference-microsoft-graph-app-manifest
 */
export function manifest({ cloud, redirects, permissions }: Registration): string {
  const resourceAccess = permissions.map(({ id }) => ({ id, type: 'Scope' }));
  const access = [{ resourceAppId: GRAPH_APP_ID, resourceAccess }];
  return JSON.stringify(
    {
      displayName: 'Waymark',
      signInAudience: 'AzureADMyOrg',
      spa: { redirectUris: redirects },
      isFallbackPublicClient: false,
      ...(cloud === 'global' ? { requiredResourceAccess: access } : {}),
    },
    null,
    2,
  );
}
