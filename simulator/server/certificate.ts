import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

x509.cryptoProvider.set(webcrypto as Crypto);

const SIGNATURE = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;

/** What a TLS listener needs, and the authority a browser has to trust for it. PEM throughout. */
export type Certificate = Readonly<{ key: string; cert: string; caPem: string }>;

type Authority = Readonly<{ cert: x509.X509Certificate; keys: CryptoKeyPair }>;

function validity() {
  const nowMs = Date.now();
  return { notBefore: new Date(nowMs - DAY_MS), notAfter: new Date(nowMs + 7 * DAY_MS) };
}

async function makeKeys(): Promise<CryptoKeyPair> {
  return (await webcrypto.subtle.generateKey(SIGNATURE, true, ['sign', 'verify'])) as CryptoKeyPair;
}

async function makeAuthority(): Promise<Authority> {
  const keys = await makeKeys();
  const { keyCertSign, cRLSign } = x509.KeyUsageFlags;
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: 'CN=Simulated tenant (throw-away)',
    ...validity(),
    signingAlgorithm: SIGNATURE,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(keyCertSign | cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { cert, keys };
}

async function makeLeaf(authority: Authority, hosts: readonly string[], keys: CryptoKeyPair) {
  return x509.X509CertificateGenerator.create({
    serialNumber: '02',
    subject: 'CN=simulator',
    issuer: authority.cert.subject,
    ...validity(),
    signingKey: authority.keys.privateKey,
    signingAlgorithm: SIGNATURE,
    publicKey: keys.publicKey,
    extensions: [
      new x509.BasicConstraintsExtension(false),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.SubjectAlternativeNameExtension(
        hosts.map((value) => ({ type: 'dns' as const, value })),
      ),
      await x509.AuthorityKeyIdentifierExtension.create(authority.keys.publicKey),
    ],
  });
}

/**
 * Makes an authority that lives as long as this process and one certificate for all `hosts`
 * (`*` allowed as first label). The authority's key is never written anywhere.
 */
export async function makeCertificate(hosts: readonly string[]): Promise<Certificate> {
  const authority = await makeAuthority();
  const keys = await makeKeys();
  const leaf = await makeLeaf(authority, hosts, keys);
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    key: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'),
    cert: leaf.toString('pem'),
    caPem: authority.cert.toString('pem'),
  };
}
