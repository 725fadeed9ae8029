import { generateKeyPairSync, sign } from 'node:crypto';

/** A key and a certificate that it signed itself, in PEM, for `localhost` and 127.0.0.1. */
export function selfSigned(): { readonly key: string; readonly certificate: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const body = sequence(
    tagged(0, integer(2)),
    integer(Date.now()),
    ECDSA_SHA256,
    NAME,
    sequence(utcTime(Date.now() - DAY), utcTime(Date.now() + DAY)),
    NAME,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(3, sequence(...EXTENSIONS)),
  );
  const certificate = sequence(body, ECDSA_SHA256, bits(sign('sha256', body, privateKey)));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
  };
}

const DAY = 86_400_000;

/** Distinguished Encoding Rules: a tag, how long what follows is, and what follows. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const tagged = (tag: number, part: Uint8Array) => der(0xa0 + tag, part);
const octets = (part: Uint8Array) => der(0x04, part);
const bits = (part: Uint8Array) => der(0x03, Buffer.from([0]), part);
const object = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const text = (tag: number, value: string) => der(tag, Buffer.from(value, 'ascii'));

function integer(value: number): Buffer {
  const hex = value.toString(16);
  // A leading zero keeps it from being negative.
  return der(0x02, Buffer.from(`0${hex}`.padStart(hex.length + 2 - (hex.length % 2), '0'), 'hex'));
}

const utcTime = (moment: number) => text(0x17, `${new Date(moment).toISOString().replaceAll(/\D/g, '').slice(2, 14)}Z`);

const ECDSA_SHA256 = sequence(object('2a8648ce3d040302'));
const NAME = sequence(der(0x31, sequence(object('550403'), text(0x0c, 'localhost'))));
const EXTENSIONS = [
  // Subject alternative names: a host, and an address.
  sequence(object('551d11'), octets(sequence(text(0x82, 'localhost'), der(0x87, Buffer.from([127, 0, 0, 1]))))),
  // Its own authority.
  sequence(object('551d13'), der(0x01, Buffer.from([255])), octets(sequence(der(0x01, Buffer.from([255]))))),
];
