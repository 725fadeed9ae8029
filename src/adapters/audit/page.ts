import { createHash } from 'node:crypto';
import { embedded } from './embedded.ts';
import type { PageParts } from './parts.ts';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * What the page may do: run its one script and look like its one sheet of styles, both known by their digests. It
 * loads nothing, sends nothing, and makes no markup from text.
 */
const policyOf = ({ script, style }: PageParts): string =>
  [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

const beginning = (parts: PageParts): string => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(parts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Audit d’une session de certification</title>
<style>${parts.style}</style>
</head>
<body>
<div id="page"><main class="waiting"><h1>Audit d’une session de certification</h1>
<p>Lecture du dossier de preuve…</p>
<noscript><p>Cette page vérifie elle-même le dossier qu’elle contient : autorisez JavaScript pour l’ouvrir. Elle ne
communique avec aucun site. Sans JavaScript, le dossier se lit dans la source de la page, et se vérifie avec la commande
« emargement verify ».</p></noscript></main></div>
<div id="dossier" hidden>`;

const end = ({ script }: PageParts): string => `</div>
<script>${script}</script>
</body>
</html>
`;

/** The page that shows a file, piece by piece. */
export async function* pageOf(source: AsyncIterable<Uint8Array>, parts: PageParts): AsyncGenerator<string> {
  yield beginning(parts);
  yield* embedded(source);
  yield end(parts);
}
