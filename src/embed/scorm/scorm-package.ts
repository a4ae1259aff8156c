/**
 * A SCORM 1.2 package of one bench: manifest, launch page, the script that talks to the course system, and the lab
 * as a single file. Made in the browser; loaded when somebody asks for it.
 */
import { strToU8, zipSync } from 'fflate';
import { checksum } from '../../math/checksum';
import { embedAddress } from '../addresses';
import type { EmbedOptions } from '../embed-options';
import { escapeHtml, escapeXml } from '../escape';
import launchScript from './launch.js?raw';

type ScormInput = {
  readonly title: string;
  /** One sentence about the lab, for the manifest. */
  readonly description: string;
  /** Shown where scripts are off. */
  readonly noScript: string;
  readonly language: string;
  readonly hash: string;
  readonly options: EmbedOptions;
  /** When the course system hears `completed`: at the last step of a run, or at once. */
  readonly doneWhen: 'trained' | 'opened';
  /** tied.html */
  readonly singleFile: Uint8Array;
};

const LAB_FILE = 'tied.html';

/** Names and contents of the package's files, the manifest first. */
export function scormFiles(input: ScormInput): Readonly<Record<string, Uint8Array>> {
  const files = {
    'index.html': strToU8(launchPage(input)),
    'launch.js': strToU8(launchScript),
    [LAB_FILE]: input.singleFile,
  };
  return { 'imsmanifest.xml': strToU8(manifest(input, Object.keys(files))), ...files };
}

export const scormPackage = (input: ScormInput): Uint8Array<ArrayBuffer> =>
  new Uint8Array(zipSync({ ...scormFiles(input) }, { level: 6 }));

/** ADL SCORM 1.2, Content Aggregation Model, section 2.3: one organization, one item, one SCO. */
function manifest({ title, description, hash, doneWhen }: ScormInput, files: readonly string[]): string {
  const name = escapeXml(title) || 'Tied';
  const id = `tied-${checksum(Float32Array.from(strToU8(`${hash} ${doneWhen}`)))}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${id}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
    <imsmd:lom>
      <imsmd:general>
        <imsmd:title><imsmd:langstring xml:lang="en">${name}</imsmd:langstring></imsmd:title>
        <imsmd:description><imsmd:langstring xml:lang="en">${escapeXml(description)}</imsmd:langstring></imsmd:description>
      </imsmd:general>
    </imsmd:lom>
  </metadata>
  <organizations default="tied">
    <organization identifier="tied">
      <title>${name}</title>
      <item identifier="lab" identifierref="lab-files" isvisible="true">
        <title>${name}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="lab-files" type="webcontent" adlcp:scormtype="sco" href="index.html">
${files.map((file) => `      <file href="${file}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}

function launchPage({ title, hash, options, doneWhen, noScript, language }: ScormInput): string {
  const name = escapeHtml(title) || 'Tied';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<style>html, body { height: 100%; margin: 0 } iframe { display: block; width: 100%; height: 100%; border: 0 }</style>
</head>
<body data-done-when="${doneWhen}">
<noscript>${escapeHtml(noScript)}</noscript>
<iframe src="${escapeHtml(embedAddress(LAB_FILE, hash, options))}" title="${name}"></iframe>
<script src="launch.js"></script>
</body>
</html>
`;
}
