import fs from "fs";
import YAML from "yaml";
import { EVENT_ID, YAMLException, getScalarValue, parseEvents } from "js-yaml";
import { Environment, ParseError } from "@marcbachmann/cel-js";
import { RE2JS } from "re2js";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
/** Up to the first bracket behind the opening one, whichever it is: a search for its partner could take long. */
const VARIABLE = /\$\{[^{}\n]*[{}]|\$\([^()\n]*[()]/;
const ANGLE_NAME = /<[A-Za-z_][\w .-]*>/;
const QUOTES_TRIED = 3;
/** End of the action that opens at `start`; undefined where nothing closes it in this document. */
function actionEnd(text, start, limit) {
	let close = text.indexOf("}}", start + 2);
	for (let tries = 0; close !== -1 && close < limit && tries < QUOTES_TRIED; tries++) {
		if ((text.slice(start, close).replaceAll(/\\./g, "").split("\"").length - 1) % 2 === 0) return close + 2;
		const next = text.indexOf("}}", close + 2);
		if (next === -1 || next >= limit) return close + 2;
		close = next;
	}
	return close === -1 || close >= limit ? void 0 : close + 2;
}
function findActions(text) {
	const actions = [];
	let limit = -1;
	for (let start = text.indexOf("{{"); start !== -1;) {
		if (start >= limit) {
			limit = text.indexOf("\n---", start);
			if (limit === -1) limit = text.length;
		}
		const end = actionEnd(text, start, limit);
		if (end === void 0) start = text.indexOf("{{", limit);
		else {
			actions.push({
				start,
				end
			});
			start = text.indexOf("{{", end);
		}
	}
	return actions;
}
/**
* Text of an action after masking. An action of several lines keeps the mask on its first line alone: what follows would
* be read as lines of YAML. Its last line is masked again when text stands behind it.
*/
function maskAction(text, { start, end }) {
	if (!text.slice(start, end).includes("\n")) return "".repeat(end - start);
	const [first = "", ...rest] = text.slice(start, end).split("\n");
	const masked = first.replaceAll(/[^\r]/g, "");
	const endsLine = /^[ \t]*(?:[#\r\n]|$)/.test(text.slice(end, end + 80));
	return [masked, ...rest.map((line, index) => index === rest.length - 1 && !endsLine ? line.replaceAll(/\S/g, "") : line.replaceAll(/[^\r]/g, " "))].join("\n");
}
/** Replaces template actions by text of the same length that YAML reads as a plain scalar; lines of actions alone become blank. */
function maskTemplates(text) {
	const actions = findActions(text);
	let masked = "";
	let at = 0;
	for (const action of actions) {
		masked += text.slice(at, action.start) + maskAction(text, action);
		at = action.end;
	}
	masked += text.slice(at);
	const openLines = [];
	return {
		text: masked.replaceAll(/^[ \t]*\uE000[\uE000 \t]*(?:#.*)?\r?$/gm, (line, offset) => {
			openLines.push(offset);
			return line.replaceAll(/[^\r]/g, " ");
		}),
		openLines,
		actions: actions.map((action) => action.start)
	};
}
/**
* Whether a value stands for another one that is not known here: a template action, a variable of a shell, of Flux or of the
* kubelet (`$(NAME)`), or, in a value of one line, a name in angle brackets.
*/
function isPlaceholder(value) {
	if (value.includes("{{")) return true;
	if (value.includes("$") && VARIABLE.test(value)) return true;
	return value.includes("<") && !value.includes("\n") && !value.includes("</") && ANGLE_NAME.test(value);
}
// src/core/yaml/base64.ts
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** Base64 without its line ends, which decoders skip; undefined where it is none. */
function digitsOf(text) {
	const digits = text.replaceAll(/[\r\n]/g, "");
	return digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits) ? digits : void 0;
}
/** The bytes of a base64 text; undefined where it is none. */
function decodeBase64(text) {
	const digits = digitsOf(text);
	if (digits === void 0) return void 0;
	const bytes = [];
	let [bits, count] = [0, 0];
	for (const digit of digits.replaceAll("=", "")) {
		bits = (bits << 6 | ALPHABET.indexOf(digit)) & 4095;
		count += 6;
		if (count < 8) continue;
		count -= 8;
		bytes.push(bits >> count & 255);
	}
	return bytes;
}
/** Number of bytes of a base64 text; 0 where it is none. */
function base64Size(text) {
	const digits = digitsOf(text);
	return digits === void 0 ? 0 : Math.floor(digits.replace(/=+$/, "").length * 6 / 8);
}
// src/core/yaml/binary.ts
/** The text of a `!!binary` scalar (base64 of UTF-8), as kubectl reads it; undefined where it is no base64. */
function decodeBinary(text) {
	const escaped = decodeBase64(text)?.map((byte) => `%${byte.toString(16).padStart(2, "0")}`);
	try {
		return escaped && decodeURIComponent(escaped.join(""));
	} catch {
		return "�";
	}
}
// src/core/yaml/scalar.ts
const WORDS = new Map([
	...[
		"",
		"~",
		"null",
		"Null",
		"NULL"
	].map((word) => [word, null]),
	...[
		"y",
		"Y",
		"yes",
		"Yes",
		"YES",
		"true",
		"True",
		"TRUE",
		"on",
		"On",
		"ON"
	].map((word) => [word, true]),
	...[
		"n",
		"N",
		"no",
		"No",
		"NO",
		"false",
		"False",
		"FALSE",
		"off",
		"Off",
		"OFF"
	].map((word) => [word, false]),
	...[
		".nan",
		".NaN",
		".NAN"
	].map((word) => [word, NaN]),
	...[
		".inf",
		".Inf",
		".INF",
		"+.inf",
		"+.Inf",
		"+.INF"
	].map((word) => [word, Number.POSITIVE_INFINITY]),
	...[
		"-.inf",
		"-.Inf",
		"-.INF"
	].map((word) => [word, Number.NEGATIVE_INFINITY])
]);
const LONGEST_WORD = 5;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const INT64 = 2n ** 63n;
function integer(sign, digits) {
	const value = Number(digits) * sign || 0;
	if (Number.isSafeInteger(value)) return value;
	const exact = BigInt(digits) * BigInt(sign);
	return exact >= -INT64 && exact < INT64 ? exact : Number(exact);
}
function readInteger(text) {
	const signed = text.startsWith("-") || text.startsWith("+");
	const sign = text.startsWith("-") ? -1 : 1;
	const digits = signed ? text.slice(1) : text;
	if (/^(?:0|[1-9][0-9]*)$/.test(digits)) return integer(sign, digits);
	if (/^0[xX][0-9a-fA-F]+$/.test(digits) || /^0[bB][01]+$/.test(digits) || /^0[oO][0-7]+$/.test(digits)) return integer(sign, digits.toLowerCase());
	if (/^0[0-7]+$/.test(digits)) return integer(sign, `0o${digits.slice(1)}`);
}
/** Whether a plain scalar with this text can be anything but text: for those who compare many names. */
function mayResolve(text) {
	const first = text.charCodeAt(0);
	return first === 46 || first === 43 || first === 45 || first >= 48 && first <= 57 || text.length <= LONGEST_WORD && WORDS.has(text);
}
/** The value of a plain scalar. Checked against kubectl for every scalar of the recorded table. */
function resolvePlain(text) {
	if (text.length <= LONGEST_WORD) {
		const word = WORDS.get(text);
		if (word !== void 0) return word;
	}
	const first = text.charCodeAt(0);
	if (first === 46) return FLOAT.test(text) ? Number(text) : text;
	if (!(first >= 48 && first <= 57 || first === 43 || first === 45)) return text;
	const digits = text.includes("_") ? text.replaceAll("_", "") : text;
	const whole = readInteger(digits);
	if (whole !== void 0) return whole;
	if (!FLOAT.test(digits)) return text;
	const value = Number(digits);
	return Number.isFinite(value) ? value || 0 : text;
}
/** A float as Go's `%g` with the precision of 32 bits, which is how kubectl turns a float into a key. */
function floatKey(value) {
	if (Number.isNaN(value)) return ".nan";
	if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
	const rounded = Math.fround(value);
	let digits = 1;
	while (digits < 9 && Math.fround(Number(rounded.toExponential(digits - 1))) !== rounded) digits++;
	const [mantissa = "", exponent = "0"] = rounded.toExponential(digits - 1).split("e");
	const power = Number(exponent);
	if (power >= -4 && power < 6) return String(Number(`${mantissa}e${power}`));
	return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}
/** A plain key as the API server gets it: `on` is "true", `0755` is "493", `1.10` is "1.1". */
function plainKeyText(text) {
	const value = resolvePlain(text);
	if (typeof value !== "number") return String(value);
	return readInteger(text.replaceAll("_", "")) === void 0 ? floatKey(value) : String(value);
}
// src/core/yaml/tag.ts
const CORE_TAG = /^(?:!!|!<tag:yaml\.org,2002:)([a-z]+)>?$/;
/** Core tags that turn a scalar's text into another type; kubectl leaves the text of all others alone. */
const TYPES$2 = /* @__PURE__ */ new Map([
	["int", (value) => typeof value === "bigint" || Number.isInteger(value)],
	["float", (value) => typeof value === "bigint" || typeof value === "number"],
	["bool", (value) => typeof value === "boolean"],
	["null", (value) => value === null]
]);
function typeOf$1(tag) {
	return CORE_TAG.exec(tag)?.[1];
}
/** The value of a tagged scalar; its text where the tag says nothing, and where tag and text contradict each other. */
function resolveTagged(tag, text) {
	const accepts = TYPES$2.get(typeOf$1(tag) ?? "");
	if (!accepts) return text;
	const value = resolvePlain(text);
	return accepts(value) ? value : text;
}
/** Whether kubectl refuses the text under this tag: `!!int abc`. */
function contradictsTag(tag, text) {
	const type = typeOf$1(tag);
	const accepts = TYPES$2.get(type ?? "");
	if (!accepts) return false;
	return !accepts(resolvePlain(text)) || type === "int" && /^[-+]?[0-9_]*\./.test(text);
}
// src/core/yaml/tree.ts
const NodeKind = {
	scalar: 1,
	mapping: 2,
	sequence: 3,
	alias: 4
};
/** js-yaml's numbers of the scalar styles. */
const ScalarStyle = {
	plain: 1,
	singleQuoted: 2,
	doubleQuoted: 3,
	literal: 4,
	folded: 5
};
const headerOf = (kind) => kind;
const scalarHeader = (style, chomping, fast, indent) => NodeKind.scalar | style << 3 | chomping << 6 | (fast ? 256 : 0) | Math.max(0, indent) << 11;
const FLOW = 1024;
/**
* The nodes of one document, packed: offsets beside the text, values decoded when asked.
* Offsets count from the start of the file. An empty node (`key:`) has start = end = the place where its value would stand.
*/
var Tree = class {
	/** The text that the offsets point into. */
	source;
	#nodes;
	#aliases;
	#tags;
	constructor(source, nodes, aliases, tags) {
		this.source = source;
		this.#nodes = nodes;
		this.#aliases = aliases;
		this.#tags = tags;
	}
	/** Number of nodes; 0 for an empty document. */
	get size() {
		return this.#nodes.length / 4;
	}
	kind(node) {
		return this.#at(node, 0) & 7;
	}
	style(node) {
		return this.#at(node, 0) >> 3 & 7;
	}
	isFlow(node) {
		return (this.#at(node, 0) & FLOW) !== 0;
	}
	span(node) {
		return {
			start: this.#at(node, 1),
			end: this.#at(node, 2)
		};
	}
	start(node) {
		return this.#at(node, 1);
	}
	end(node) {
		return this.#at(node, 2);
	}
	/** The node after this one and all that is in it. */
	next(node) {
		return this.#at(node, 3);
	}
	/** The node that an alias stands for; any other node itself, and so an alias that leads nowhere. */
	resolve(node) {
		return this.kind(node) === NodeKind.alias ? this.#aliases.get(node) ?? node : node;
	}
	/** A value that is not written (`key:`). */
	isEmpty(node) {
		return this.kind(node) === NodeKind.scalar && this.start(node) === this.end(node) && this.style(node) === ScalarStyle.plain;
	}
	/** True where the scalar's text is its value: no escapes, no folded lines. */
	isVerbatim(node) {
		return (this.#at(node, 0) & 256) !== 0;
	}
	/** Text of a scalar after unescaping, before it is read as a number, boolean or null. */
	scalarText(node) {
		const header = this.#at(node, 0);
		const style = this.style(node);
		const quoted = style === ScalarStyle.singleQuoted || style === ScalarStyle.doubleQuoted ? 1 : 0;
		const [start, end] = [this.start(node) + quoted, this.end(node) - quoted];
		if ((header & 256) !== 0 || start >= end && style < ScalarStyle.literal) return this.source.slice(start, end);
		return getScalarValue(this.source, {
			type: 4,
			valueStart: start,
			valueEnd: end,
			anchorStart: -1,
			anchorEnd: -1,
			tagStart: -1,
			tagEnd: -1,
			style,
			chomping: header >> 6 & 3,
			indent: header >> 11,
			fast: false
		});
	}
	scalarValue(node) {
		const text = this.scalarText(node);
		const tag = this.tag(node);
		if (tag === void 0) return this.style(node) === ScalarStyle.plain ? resolvePlain(text) : text;
		return tag === "!!binary" ? decodeBinary(text) ?? text : resolveTagged(tag, text);
	}
	/** The tag as it is written, such as `!!int` or `!Sub`. */
	tag(node) {
		return (this.#at(node, 0) & 512) === 0 ? void 0 : this.#tags.get(node);
	}
	/** Children of a sequence, or keys and values of a mapping in turn. */
	*children(node) {
		const end = this.next(node);
		for (let child = node + 1; child < end; child = this.next(child)) yield child;
	}
	#at(node, field) {
		return this.#nodes[node * 4 + field] ?? 0;
	}
};
// src/core/yaml/open-line.ts
/** Index of the first element that is not less than `value`. */
function lowerBound(sorted, value) {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = low + high >> 1;
		if ((sorted[middle] ?? 0) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
/** Those of sorted offsets that lie in a span. */
function offsetsWithin(sorted, { start, end }) {
	return sorted.length === 0 ? sorted : sorted.slice(lowerBound(sorted, start), lowerBound(sorted, end));
}
/** Those of sorted offsets that lie in no scalar: template actions in block text and quotes add no keys. */
function offsetsOutsideScalars(tree, sorted) {
	if (sorted.length === 0) return sorted;
	const inside = /* @__PURE__ */ new Set();
	for (let node = 0; node < tree.size; node++) if (tree.kind(node) === NodeKind.scalar) for (const offset of offsetsWithin(sorted, tree.span(node))) inside.add(offset);
	return sorted.filter((offset) => !inside.has(offset));
}
/**
* Whether lines of template actions stand in the node or beside it: after what precedes it and before what follows it.
* Their own indentation says nothing (`nindent` sets it), so each may add to any node that it touches.
*/
function holdsOpenLine(document, tree, node) {
	const { openLines } = document;
	if (openLines.length === 0) return false;
	const next = tree.next(node);
	const from = node === 0 ? document.span.start : tree.start(node - 1);
	const to = next < tree.size ? tree.start(next) : document.span.end;
	return (openLines[lowerBound(openLines, from)] ?? to) < to;
}
// src/core/yaml/mapping.ts
/** A key as the API server gets it: `on:` is "true", `0755:` is "493". */
function keyText(tree, key) {
	const node = tree.resolve(key);
	if (tree.kind(node) !== NodeKind.scalar) return "";
	if (tree.tag(node) !== void 0) return String(tree.scalarValue(node));
	const text = tree.scalarText(node);
	return tree.style(node) === ScalarStyle.plain && mayResolve(text) ? plainKeyText(text) : text;
}
/** The mapping's own entries in their order. */
function ownEntries(tree, mapping) {
	const entries = [];
	const end = tree.next(mapping);
	for (let key = mapping + 1; key < end;) {
		const value = tree.next(key);
		entries.push({
			key,
			value
		});
		key = tree.next(value);
	}
	return entries;
}
/** `<<`, which merges other mappings into this one. */
function isMergeKey(tree, key) {
	const start = tree.start(key);
	return tree.end(key) - start === 2 && tree.source.startsWith("<<", start) && tree.style(key) === ScalarStyle.plain;
}
/** Mappings that a `<<` merges, the strongest first; undefined for what is neither a mapping nor a list of mappings. */
function mergeSources(tree, value) {
	const node = tree.resolve(value);
	const sources = tree.kind(node) === NodeKind.sequence ? Array.from(tree.children(node), (child) => tree.resolve(child)) : [node];
	return sources.every((source) => tree.kind(source) === NodeKind.mapping) ? sources : void 0;
}
/** Compares without allocation for the usual key: a plain word that stands for itself. */
function isKey(tree, key, name, plainName) {
	if (tree.kind(key) !== NodeKind.scalar || !tree.isVerbatim(key) || tree.tag(key) !== void 0) return keyText(tree, key) === name;
	const quote = tree.style(key) === ScalarStyle.plain ? 0 : 1;
	if (quote === 0 && !plainName) return keyText(tree, key) === name;
	const start = tree.start(key) + quote;
	return tree.end(key) - quote - start === name.length && tree.source.startsWith(name, start);
}
function findMerged(tree, sources, name, seen) {
	for (const source of sources) {
		if (seen.has(source)) continue;
		seen.add(source);
		const found = findEntry(tree, source, name, seen);
		if (found) return found;
	}
}
/**
* The entry of a key. kubectl takes entries in their order and lets each overwrite what came before,
* merged ones too: the last `name` or `<<` that has it counts (S-349).
*/
function findEntry(tree, mapping, name, seen) {
	let own;
	let count = 0;
	const merges = [];
	const end = tree.next(mapping);
	const plainName = !mayResolve(name) && name !== "true" && name !== "false" && name !== "null";
	for (let key = mapping + 1; key < end;) {
		const value = tree.next(key);
		if (isMergeKey(tree, key)) merges.push(value);
		else if (isKey(tree, key, name, plainName)) [own, count] = [{
			key,
			value
		}, count + 1];
		key = tree.next(value);
	}
	for (const value of merges.reverse()) {
		if (own && own.value > value) break;
		const merged = findMerged(tree, mergeSources(tree, value) ?? [], name, seen ?? /* @__PURE__ */ new Set([mapping]));
		if (merged) return merged;
	}
	return own && {
		...own,
		count
	};
}
function collect(tree, mapping, entries, seen) {
	if (seen.has(mapping)) return;
	seen.add(mapping);
	for (const entry of ownEntries(tree, mapping).reverse()) if (isMergeKey(tree, entry.key)) for (const source of mergeSources(tree, entry.value) ?? []) collect(tree, source, entries, seen);
	else {
		const key = keyText(tree, entry.key);
		if (!entries.has(key)) entries.set(key, entry);
	}
}
/** All entries, each key once, the one that counts: the mapping's own ones in their order, then merged ones. */
function entriesOf$1(tree, mapping) {
	const entries = /* @__PURE__ */ new Map();
	collect(tree, mapping, entries, /* @__PURE__ */ new Set());
	const isMerged = ({ key }) => key > mapping && key < tree.next(mapping) ? 0 : 1;
	return [...entries.values()].sort((a, b) => isMerged(a) - isMerged(b) || a.key - b.key);
}
/** Whether a mapping or list may hold more than is shown: lines of template actions in or beside it, or a key that is a placeholder. */
function isOpenCollection(document, tree, node) {
	if (holdsOpenLine(document, tree, node)) return true;
	if (!document.openKeys || tree.kind(node) !== NodeKind.mapping) return false;
	return ownEntries(tree, node).some(({ key }) => tree.kind(key) === NodeKind.scalar && isPlaceholder(tree.scalarText(key)));
}
// src/core/yaml/element-step.ts
/** Fields that tell the elements of API lists apart, the likeliest first. */
const ELEMENT_KEYS = [
	"name",
	"key",
	"type",
	"host",
	"path",
	"port",
	"containerPort",
	"mountPath",
	"ip",
	"kind"
];
/** FNV-1a over UTF-16 units: a short stable name for a value, not a secret. */
function hashText(text) {
	let hash = 2166136261;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619) >>> 0;
	return hash.toString(16).padStart(8, "0");
}
function keyOf(tree, element) {
	for (const name of ELEMENT_KEYS) {
		const found = findEntry(tree, element, name);
		const value = found && tree.resolve(found.value);
		if (value === void 0 || tree.kind(value) !== NodeKind.scalar || isPlaceholder(tree.scalarText(value))) continue;
		const scalar = tree.scalarValue(value);
		if (scalar !== null) return String(scalar);
	}
}
/** Longer texts, such as scripts, would make a path unreadable. */
const LONGEST_STEP = 63;
/** How a path names a list element: by the element's key, or by a hash of its text, so that it survives insertions before it. */
function elementStep(tree, element) {
	const node = tree.resolve(element);
	const text = tree.kind(node) === NodeKind.scalar ? tree.scalarText(node) : void 0;
	if (text !== void 0 && text.length <= LONGEST_STEP && !text.includes("\n")) return text;
	return (tree.kind(node) === NodeKind.mapping ? keyOf(tree, node) : void 0) ?? `#${hashText(tree.source.slice(tree.start(node), tree.end(node)))}`;
}
// src/core/yaml/place.ts
/** Where a field stands. Cheap to hold; its spans are worked out when they are asked for. */
var Place = class Place {
	document;
	/** The value's node; undefined for a place that stands for a whole document without a tree. */
	node;
	/** The key's node, where the value belongs to a key. */
	key;
	#path;
	constructor(document, node, key, path) {
		this.document = document;
		this.node = node;
		this.key = key;
		this.#path = path;
	}
	get file() {
		return this.document.file;
	}
	/** Path in the words of the API, with the key of list elements: `spec.ports[http].targetPort`. Empty for the root. */
	get path() {
		return this.#path();
	}
	/** From the key, if there is one, to the end of the value. */
	get span() {
		const value = this.valueSpan;
		const key = this.keySpan;
		return key ? {
			start: key.start,
			end: Math.max(key.end, value.end)
		} : value;
	}
	get valueSpan() {
		const { tree, span } = this.document;
		return tree && this.node !== void 0 && tree.size > 0 ? tree.span(this.node) : span;
	}
	get keySpan() {
		return this.key === void 0 ? void 0 : this.document.tree?.span(this.key);
	}
	/** The key alone: for fields whose value is long or is not what is wrong. */
	get atKey() {
		return this.key === void 0 ? this : new Place(this.document, this.key, void 0, this.#path);
	}
};
// src/core/yaml/cursor.ts
/**
* A field of a document that may be there, absent, or unknown. Any path can be followed without asking first:
* below an absent field all is absent, below an unknown one unknown. `T` is the API's type of the field.
*/
var Cursor = class Cursor {
	document;
	parent;
	#tree;
	#found;
	constructor(document, tree, found, parent) {
		this.document = document;
		this.parent = parent;
		this.#tree = tree;
		this.#found = found;
	}
	/** The root of a document; undefined where it did not parse or holds nothing. */
	static root(document) {
		const { tree } = document;
		if (!tree || tree.size === 0) return void 0;
		return new Cursor(document, tree, {
			state: "present",
			node: 0,
			key: void 0,
			step: ""
		}, void 0);
	}
	/** The same cursor, read as another API type. */
	as() {
		return this;
	}
	get(key) {
		return new Cursor(this.document, this.#tree, this.#find(key), this);
	}
	/** True for a mapping, list or scalar that is written and not null. */
	get isPresent() {
		return this.#found.state === "present" && !this.#isNull();
	}
	/** True for whatever is written, null too. */
	get isWritten() {
		return this.#found.state === "present";
	}
	get isAbsent() {
		return this.#found.state === "absent" || this.#found.state === "present" && this.#isNull() && !this.#isTemplatedGap();
	}
	get isUnknown() {
		return !this.isPresent && !this.isAbsent;
	}
	get isMapping() {
		return this.#found.state === "present" && this.#tree.kind(this.#node) === NodeKind.mapping;
	}
	get isList() {
		return this.#found.state === "present" && this.#tree.kind(this.#node) === NodeKind.sequence;
	}
	get isScalar() {
		return this.#found.state === "present" && this.#tree.kind(this.#node) === NodeKind.scalar;
	}
	/** True when the mapping or list may hold more than is shown: template lines, a placeholder as key, `${LABELS}` in the place of all. */
	get isOpen() {
		return this.isUnknown || this.isScalar && this.isPresent || (this.isMapping || this.isList) && isOpenCollection(this.document, this.#tree, this.#node);
	}
	string() {
		return this.#scalar((value) => typeof value === "string" ? value : void 0);
	}
	number() {
		return this.#scalar((value) => typeof value === "number" || typeof value === "bigint" ? Number(value) : void 0);
	}
	boolean() {
		return this.#scalar((value) => typeof value === "boolean" ? value : void 0);
	}
	/** The API's IntOrString: an unquoted number is a number, anything quoted is a name (S-068). */
	intOrString() {
		return this.#scalar((value) => typeof value === "number" || typeof value === "string" ? value : void 0);
	}
	/** Any scalar as kubectl reads it. */
	scalar() {
		return this.#scalar((value) => value);
	}
	/** The mapping itself as a field: known when it is written as a mapping, even an empty one. */
	mapping() {
		return this.#collection(NodeKind.mapping, this);
	}
	/** The elements, if they are all: unknown where template lines may add some. */
	list() {
		if (this.isList && this.isOpen) return {
			state: "unknown",
			why: "templated",
			at: this.at
		};
		return this.#collection(NodeKind.sequence, this.items());
	}
	/** Elements that are written; none where the list is absent or unknown. More may come where `isOpen`. */
	items() {
		if (!this.isList) return [];
		const items = [];
		for (const child of this.#tree.children(this.#node)) items.push(new Cursor(this.document, this.#tree, {
			state: "present",
			node: child,
			key: void 0,
			step: items.length
		}, this));
		return items;
	}
	/** One element; absent where the list is shorter. */
	item(index) {
		let rest = index;
		if (this.isList) {
			for (const child of this.#tree.children(this.#node)) if (rest-- === 0) return new Cursor(this.document, this.#tree, {
				state: "present",
				node: child,
				key: void 0,
				step: index
			}, this);
		}
		const state = this.isOpen ? "templated" : "absent";
		return new Cursor(this.document, this.#tree, {
			state,
			node: this.#found.node,
			key: void 0,
			step: index
		}, this);
	}
	/** Entries of the mapping in their order, merged keys (`<<`) last; of equal keys the last one, as for kubectl. */
	entries() {
		if (!this.isMapping) return [];
		return entriesOf$1(this.#tree, this.#node).map(({ key, value }) => {
			const name = keyText(this.#tree, key);
			return {
				key: name,
				value: new Cursor(this.document, this.#tree, {
					state: "present",
					node: value,
					key,
					step: name,
					isEntry: true
				}, this)
			};
		});
	}
	/** The text as it is written, quotes and all; empty where nothing is written. */
	get source() {
		if (this.#found.state !== "present") return "";
		return this.document.file.text.slice(this.#tree.start(this.#node), this.#tree.end(this.#node));
	}
	/** Text of a scalar of any type before it is read as number or boolean; undefined for mappings, lists and nothing. */
	get text() {
		return this.isScalar ? this.#tree.scalarText(this.#node) : void 0;
	}
	/** Whether the scalar is quoted or a block. */
	get isQuoted() {
		return this.isScalar && this.#tree.style(this.#node) !== ScalarStyle.plain;
	}
	/** The place of the field; of an absent one, the nearest mapping that is written. */
	get at() {
		if (this.#found.state === "absent" && this.#found.key === void 0 && this.parent) return this.parent.at;
		return new Place(this.document, this.#found.node, this.#found.key, () => this.path);
	}
	/** Path in the API's words. Elements of lists are told by their key, not by their number, so that it survives insertions. */
	get path() {
		if (!this.parent) return "";
		const above = this.parent.path;
		if (typeof this.#found.step === "number") return `${above}[${elementStep(this.#tree, this.#found.node)}]`;
		return above === "" ? this.#found.step : `${above}.${this.#found.step}`;
	}
	/** Path as the API server's messages write it: elements by their number, entries of maps by their key (`limits[cpu]`). */
	get fieldPath() {
		if (!this.parent) return "";
		const above = this.parent.fieldPath;
		const { step, isEntry } = this.#found;
		if (typeof step === "number" || isEntry) return `${above}[${String(step)}]`;
		return above === "" ? step : `${above}.${step}`;
	}
	/** Number of the element in its list; undefined for fields of a mapping. */
	get index() {
		return typeof this.#found.step === "number" ? this.#found.step : void 0;
	}
	get #node() {
		return this.#tree.resolve(this.#found.node);
	}
	#isNull() {
		const node = this.#node;
		return this.#tree.kind(node) === NodeKind.scalar && this.#tree.scalarValue(node) === null;
	}
	/** An empty value with template lines behind it, which may write it. */
	#isTemplatedGap() {
		return this.document.openLines.length > 0 && this.#tree.isEmpty(this.#node) && holdsOpenLine(this.document, this.#tree, this.#found.node);
	}
	#find(step) {
		const { state, node: here } = this.#found;
		const missing = (why) => ({
			state: why,
			node: here,
			key: void 0,
			step
		});
		if (state !== "present") return missing(state);
		const node = this.#node;
		if (this.#tree.kind(node) === NodeKind.mapping) return this.#findIn(node, step) ?? missing(this.isOpen ? "templated" : "absent");
		if (this.#isTemplatedGap()) return missing("templated");
		return missing(this.#isNull() ? "absent" : this.#whyNotMapping(node));
	}
	#findIn(mapping, step) {
		const found = findEntry(this.#tree, mapping, step);
		if (!found) return void 0;
		return {
			state: found.count > 1 && this.isOpen ? "templated" : "present",
			node: found.value,
			key: found.key,
			step
		};
	}
	#whyNotMapping(node) {
		const kind = this.#tree.kind(node);
		if (kind === NodeKind.alias) return "bad-alias";
		return kind === NodeKind.scalar && isPlaceholder(this.#tree.scalarText(node)) ? "templated" : "wrong-type";
	}
	#scalar(read) {
		const { state } = this.#found;
		if (this.isAbsent) return {
			state: "absent",
			at: this.at
		};
		if (state !== "present") return {
			state: "unknown",
			why: state === "absent" ? "wrong-type" : state,
			at: this.at
		};
		if (this.#isTemplatedGap()) return {
			state: "unknown",
			why: "templated",
			at: this.at
		};
		const node = this.#node;
		const kind = this.#tree.kind(node);
		if (kind === NodeKind.alias) return {
			state: "unknown",
			why: "bad-alias",
			at: this.at
		};
		if (kind !== NodeKind.scalar) return {
			state: "unknown",
			why: "wrong-type",
			at: this.at
		};
		if (isPlaceholder(this.#tree.scalarText(node))) return {
			state: "unknown",
			why: "templated",
			at: this.at
		};
		const value = read(this.#tree.scalarValue(node));
		return value === void 0 ? {
			state: "unknown",
			why: "wrong-type",
			at: this.at
		} : {
			state: "known",
			value,
			at: this.at
		};
	}
	#collection(kind, value) {
		if (this.isAbsent) return {
			state: "absent",
			at: this.at
		};
		if (this.#found.state === "present" && this.#tree.kind(this.#node) === kind) return {
			state: "known",
			value,
			at: this.at
		};
		const asScalar = this.#scalar((scalar) => scalar);
		return {
			state: "unknown",
			why: asScalar.state === "unknown" ? asScalar.why : "wrong-type",
			at: this.at
		};
	}
};
// src/core/yaml/field.ts
/** The value if it is known, else undefined: for callers that treat unknown and absent alike. */
function valueOf$1(field) {
	return field.state === "known" ? field.value : void 0;
}
// src/core/model/resource.ts
/** Stands for an apiVersion or kind that is a placeholder: the object is there, and what it is cannot be told. */
const UNKNOWN$1 = "(unknown)";
function splitApiVersion(apiVersion) {
	if (apiVersion === "(unknown)") return {
		group: UNKNOWN$1,
		version: UNKNOWN$1
	};
	const slash = apiVersion.indexOf("/");
	return slash === -1 ? {
		group: "",
		version: apiVersion
	} : {
		group: apiVersion.slice(0, slash),
		version: apiVersion.slice(slash + 1)
	};
}
function readHeadField(field) {
	if (field.state === "unknown") return field.why === "templated" ? UNKNOWN$1 : void 0;
	return valueOf$1(field);
}
/** Marks that only an API server or a controller writes. */
function isObserved(metadata) {
	return metadata.get("managedFields").isPresent || metadata.get("uid").isPresent || metadata.get("resourceVersion").isPresent;
}
function readHead(body) {
	const head = body.as();
	const apiVersion = readHeadField(head.get("apiVersion").string());
	const kind = readHeadField(head.get("kind").string());
	return apiVersion && kind ? {
		apiVersion,
		kind
	} : void 0;
}
/** The object at a cursor, or undefined where apiVersion or kind is not known. `inherited` is what an element of a typed list takes over. */
function readResource(body, inherited) {
	const head = inherited && body.isMapping && body.get("kind").isAbsent ? inherited : readHead(body);
	if (!head) return void 0;
	const metadata = body.as().get("metadata");
	return {
		document: body.document,
		body,
		apiVersion: head.apiVersion,
		...splitApiVersion(head.apiVersion),
		kind: head.kind,
		name: metadata.get("name").string(),
		namespace: metadata.get("namespace").string(),
		metadata,
		observed: isObserved(metadata)
	};
}
// src/core/model/workload-kinds.ts
const TEMPLATE = ["spec", "template"];
const REPLICAS = ["spec", "replicas"];
/** Built-in kinds in any version, removed ones too, and the custom kinds whose pods are known to carry the template's labels. */
const WORKLOAD_KINDS = [
	{
		group: "",
		kind: "Pod",
		template: [],
		runs: "serving"
	},
	{
		group: "",
		kind: "ReplicationController",
		template: TEMPLATE,
		replicas: REPLICAS,
		selector: "map",
		runs: "serving"
	},
	{
		group: "",
		kind: "PodTemplate",
		template: ["template"],
		runs: "none"
	},
	...["apps", "extensions"].flatMap((group) => [
		{
			group,
			kind: "Deployment",
			template: TEMPLATE,
			replicas: REPLICAS,
			selector: "label-selector",
			runs: "serving"
		},
		{
			group,
			kind: "ReplicaSet",
			template: TEMPLATE,
			replicas: REPLICAS,
			selector: "label-selector",
			runs: "serving"
		},
		{
			group,
			kind: "DaemonSet",
			template: TEMPLATE,
			selector: "label-selector",
			runs: "serving"
		}
	]),
	{
		group: "apps",
		kind: "StatefulSet",
		template: TEMPLATE,
		replicas: REPLICAS,
		selector: "label-selector",
		runs: "serving"
	},
	{
		group: "batch",
		kind: "Job",
		template: TEMPLATE,
		replicas: ["spec", "parallelism"],
		suspend: ["spec", "suspend"],
		selector: "label-selector",
		runs: "batch"
	},
	{
		group: "batch",
		kind: "CronJob",
		template: [
			"spec",
			"jobTemplate",
			"spec",
			"template"
		],
		suspend: ["spec", "suspend"],
		runs: "batch"
	},
	{
		group: "argoproj.io",
		kind: "Rollout",
		template: TEMPLATE,
		replicas: REPLICAS,
		selector: "label-selector",
		runs: "serving"
	},
	{
		group: "kubevirt.io",
		kind: "VirtualMachine",
		template: TEMPLATE,
		runs: "serving"
	}
];
const BY_KIND = new Map(WORKLOAD_KINDS.map((entry) => [`${entry.group}/${entry.kind}`, entry]));
function findWorkloadKind(group, kind) {
	return BY_KIND.get(`${group}/${kind}`);
}
// src/core/model/tool-files.ts
/** Groups of tools whose files have apiVersion and kind and are never applied to a cluster. */
const TOOL_GROUPS = /* @__PURE__ */ new Set([
	"apiserver.config.k8s.io",
	"apiserver.k8s.io",
	"audit.k8s.io",
	"backstage.io",
	"builtin",
	"chainsaw.kyverno.io",
	"cli.kyverno.io",
	"client.authentication.k8s.io",
	"config.gateway.envoyproxy.io",
	"config.k8s.io",
	"config.kueue.x-k8s.io",
	"controller-runtime.sigs.k8s.io",
	"credentialprovider.kubelet.k8s.io",
	"ctlptl.dev",
	"deploy.cloud.google.com",
	"devfile",
	"eksctl.io",
	"fn.kpt.dev",
	"garden.io",
	"helmfile.dev",
	"install.openshift.io",
	"k0sctl.k0sproject.io",
	"k3d.io",
	"kind.sigs.k8s.io",
	"kind.x-k8s.io",
	"kpt.dev",
	"krm.kpt.dev",
	"kubeadm.k8s.io",
	"kubecontrollermanager.config.k8s.io",
	"kubelet.config.k8s.io",
	"kubeproxy.config.k8s.io",
	"kubescheduler.config.k8s.io",
	"kustomize.config.k8s.io",
	"kuttl.dev",
	"mirror.openshift.io",
	"score.dev",
	"skaffold",
	"testing.kyverno.io",
	"tilt.dev"
]);
/** Kinds that tools write as `v1`: a kubeconfig, and lists of tools. */
const TOOL_KINDS = /* @__PURE__ */ new Set([
	"Config",
	"Manifest",
	"Policy"
]);
/** Kinds of the core group, which a manifest with a wrong version still means. */
const CORE_KINDS = /* @__PURE__ */ new Set([
	"Service",
	"Ingress",
	"ConfigMap",
	"Secret",
	"Namespace",
	"Pod",
	"NetworkPolicy",
	"Endpoints",
	"HorizontalPodAutoscaler"
]);
function isBuiltInKind(kind) {
	return CORE_KINDS.has(kind) || [
		"",
		"apps",
		"batch"
	].some((group) => findWorkloadKind(group, kind) !== void 0);
}
/** A file of another tool that has the form of an object: it may tell about the cluster and is not applied to one. */
function isToolFile({ apiVersion, group, version, kind }) {
	if (apiVersion === "v1") return TOOL_KINDS.has(kind);
	return TOOL_GROUPS.has(group) || group === "" && version !== "v1" && !isBuiltInKind(kind);
}
// src/core/model/read-documents.ts
/** Lists that one document may hold: a list that an alias puts into itself would never end. */
const LIST_BUDGET = 1e3;
/** kubectl takes everything with a list under `items` for a list, whatever its kind. */
function isList$1(resource) {
	return resource.body.get("items").isList;
}
/** An element of a typed list may leave out its kind: that of `RoleList` is then Role, of the same version. A `List` gives none. */
function headOfElements({ apiVersion, kind }) {
	const element = kind.replace(/List$/, "");
	return element === "" || element === kind ? void 0 : {
		apiVersion,
		kind: element
	};
}
function readList(list) {
	const found = [];
	const pending = [list];
	let budget = LIST_BUDGET;
	for (let at = pending.pop(); at && budget > 0; at = pending.pop(), budget--) {
		const head = headOfElements(at);
		for (const item of at.body.get("items").items()) {
			const resource = readResource(item, head);
			if (resource) (isList$1(resource) ? pending : found).push(resource);
		}
	}
	return found;
}
/** Whether a mapping without apiVersion or kind was meant as an object, or is a part of one. */
function isFragment(body) {
	const metadata = body.get("metadata");
	if (!metadata.isMapping) return false;
	const isNamed = valueOf$1(metadata.get("name").string()) !== void 0;
	const [hasSpec, hasData] = [body.get("spec").isMapping, body.get("data").isMapping];
	return isNamed && (hasSpec || hasData) || body.get("apiVersion").isScalar || body.get("kind").isScalar && hasSpec;
}
/** A file of comments alone has no tree either, and hides nothing. */
function isUnread({ tree, problems, templated }) {
	return !tree && (problems.length > 0 || templated);
}
/** The objects of a document, as kubectl would take them. */
function readDocument(document) {
	const reading = (kind, resources = [], tool) => ({
		document,
		kind,
		resources,
		tool
	});
	if (isUnread(document)) return reading("unread");
	const body = Cursor.root(document);
	if (!body || body.isAbsent) return reading("empty");
	const resource = body.isMapping ? readResource(body) : void 0;
	if (!resource) return reading(isFragment(body) ? "fragment" : "other");
	if (isToolFile(resource)) return reading("tool", [], resource);
	return reading("objects", isList$1(resource) ? readList(resource) : [resource]);
}
// src/core/predict/cel/overload.ts
/** A function by its signature: `fn('size', [STRING], INT, …)`. */
const fn = (name, args, result, run) => ({
	name,
	isMethod: false,
	args,
	result,
	run
});
/** A method by its signature, the receiver first. */
const method = (name, args, result, run) => ({
	name,
	isMethod: true,
	args,
	result,
	run
});
// src/core/predict/cel/type.ts
const DYN = { kind: "dyn" };
const NULL = { kind: "null" };
const BOOL = { kind: "bool" };
const INT = { kind: "int" };
const UINT = { kind: "uint" };
const DOUBLE = { kind: "double" };
const STRING = { kind: "string" };
const BYTES$1 = { kind: "bytes" };
const DURATION = { kind: "duration" };
const TIMESTAMP = { kind: "timestamp" };
const A = {
	kind: "param",
	name: "A"
};
const B = {
	kind: "param",
	name: "B"
};
const listOf = (element) => ({
	kind: "list",
	element
});
const mapOf = (key, value) => ({
	kind: "map",
	key,
	value
});
const optionalOf = (value) => ({
	kind: "optional",
	value
});
const typeOf = (of) => ({
	kind: "type",
	of
});
const opaque = (name) => ({
	kind: "opaque",
	name
});
/** A type as the checker's messages name it: `map(string, list(int))`. */
function describeType(type) {
	switch (type.kind) {
		case "list": return `list(${describeType(type.element)})`;
		case "map": return `map(${describeType(type.key)}, ${describeType(type.value)})`;
		case "optional": return `optional_type(${describeType(type.value)})`;
		case "type": return `type(${describeType(type.of)})`;
		case "null": return "null_type";
		case "duration": return "google.protobuf.Duration";
		case "timestamp": return "google.protobuf.Timestamp";
		case "opaque":
		case "object":
		case "param": return type.name;
		default: return type.kind;
	}
}
function sameType(one, other) {
	return one === other || describeType(one) === describeType(other);
}
/** The type with its parameters replaced; parameters that no argument binds are `dyn`. */
function substitute(type, bindings) {
	switch (type.kind) {
		case "param": return bindings.get(type.name) ?? DYN;
		case "list": return listOf(substitute(type.element, bindings));
		case "map": return mapOf(substitute(type.key, bindings), substitute(type.value, bindings));
		case "optional": return optionalOf(substitute(type.value, bindings));
		case "type": return typeOf(substitute(type.of, bindings));
		default: return type;
	}
}
/** What null may be given for. */
const isNullable = ({ kind }) => kind === "null" || kind === "object" || kind === "duration" || kind === "timestamp" || kind === "opaque";
function isBound(from, name, bindings) {
	const bound = bindings.get(name);
	if (!bound || bound.kind === "dyn") {
		if (!bound) bindings.set(name, from);
		return true;
	}
	if (isAssignable(from, bound, bindings)) {
		if (from.kind === "dyn") bindings.set(name, DYN);
		return true;
	}
	if (!isAssignable(bound, from, bindings)) return false;
	bindings.set(name, from);
	return true;
}
/** Whether a value of one type may stand where another is wanted; binds the parameters of the wanted type. */
function isAssignable(from, to, bindings) {
	if (to.kind === "param") return isBound(from, to.name, bindings);
	if (from.kind === "dyn" || to.kind === "dyn" || from.kind === "param") return true;
	if (from.kind === "null") return isNullable(to);
	if (from.kind === "list" && to.kind === "list") return isAssignable(from.element, to.element, bindings);
	if (from.kind === "map" && to.kind === "map") return isAssignable(from.key, to.key, bindings) && isAssignable(from.value, to.value, bindings);
	if (from.kind === "optional" && to.kind === "optional") return isAssignable(from.value, to.value, bindings);
	if (from.kind === "type" && to.kind === "type") return true;
	if ((from.kind === "opaque" || from.kind === "object") && from.kind === to.kind) return from.name === to.name;
	return from.kind === to.kind;
}
/** The one type of several values, as list literals and conditions have it; `dyn` where they differ. */
function joinTypes(types) {
	const [first, ...others] = types;
	if (!first) return DYN;
	return others.every((other) => sameType(first, other)) ? first : DYN;
}
// src/core/predict/cel/value.ts
/** An unsigned integer. */
var CelUint = class {
	value;
	constructor(value) {
		this.value = value;
	}
};
/** A duration in nanoseconds. */
var CelDuration = class {
	nanos;
	constructor(nanos) {
		this.nanos = nanos;
	}
};
/** A moment in nanoseconds since 1970. */
var CelTimestamp = class {
	nanos;
	constructor(nanos) {
		this.nanos = nanos;
	}
};
/** The value of `type(x)` and of names of types. */
var CelTypeValue = class {
	name;
	constructor(name) {
		this.name = name;
	}
};
var CelOptional = class {
	value;
	constructor(value) {
		this.value = value;
	}
};
/** A value of one of the types that Kubernetes adds: a quantity, an address. `text` is what `string()` gives, where it does. */
var CelOpaque = class {};
/** A value that a placeholder hides: whatever depends on it is unknown. */
const UNKNOWN = Symbol("unknown");
/** The expression fails: no such key, no such overload, a text that is no quantity. */
var CelError = class extends Error {};
/** The answer hangs on a value that is not known, or the expression costs more than is allowed. */
var CelUnknown = class extends Error {};
const isList = (value) => Array.isArray(value);
const isMap = (value) => value instanceof Map;
/** Name of the type of a value, as `type()` gives it. */
function typeNameOf(value) {
	if (value === null) return "null_type";
	if (typeof value === "boolean") return "bool";
	if (typeof value === "bigint") return "int";
	if (typeof value === "number") return "double";
	if (typeof value === "string") return "string";
	if (value instanceof Uint8Array) return "bytes";
	if (value instanceof CelUint) return "uint";
	if (value instanceof CelDuration) return "google.protobuf.Duration";
	if (value instanceof CelTimestamp) return "google.protobuf.Timestamp";
	if (value instanceof CelTypeValue) return "type";
	if (value instanceof CelOptional) return "optional_type";
	if (value instanceof CelOpaque) return value.typeName;
	return isList(value) ? "list" : "map";
}
const SCALARS = {
	null: "null_type",
	duration: "google.protobuf.Duration",
	timestamp: "google.protobuf.Timestamp",
	optional: "optional_type"
};
/** Whether a value may be given for a parameter of that type; elements are not looked at. */
function isOfType(value, type) {
	if (type.kind === "dyn" || type.kind === "param") return true;
	if (type.kind === "opaque") return typeNameOf(value) === type.name;
	return typeNameOf(value) === (SCALARS[type.kind] ?? type.kind);
}
const numberOf$1 = (value) => {
	if (typeof value === "bigint" || typeof value === "number") return value;
	return value instanceof CelUint ? value.value : void 0;
};
/** Equality of the language: numbers of any type by their value, all else only within one type. */
function areEqual(one, other) {
	if (one === UNKNOWN || other === UNKNOWN) throw new CelUnknown();
	const [left, right] = [numberOf$1(one), numberOf$1(other)];
	if (left !== void 0 && right !== void 0) return left <= right && left >= right;
	return one === other || areAlike(one, other) || areSame(one, other);
}
/** Collections, element by element. */
function areAlike(one, other) {
	if (isList(one) && isList(other)) return one.length === other.length && one.every((element, index) => areEqual(element, other[index] ?? null));
	if (isMap(one) && isMap(other)) return one.size === other.size && [...one].every(([key, value]) => isEntry$1(other, key, value));
	if (!(one instanceof Uint8Array && other instanceof Uint8Array)) return false;
	return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
/** Values of one class. */
function areSame(one, other) {
	if (one instanceof CelDuration && other instanceof CelDuration) return one.nanos === other.nanos;
	if (one instanceof CelTimestamp && other instanceof CelTimestamp) return one.nanos === other.nanos;
	if (one instanceof CelTypeValue && other instanceof CelTypeValue) return one.name === other.name;
	if (one instanceof CelOptional && other instanceof CelOptional) return one.value === void 0 || other.value === void 0 ? one.value === other.value : areEqual(one.value, other.value);
	return one instanceof CelOpaque && other instanceof CelOpaque && one.typeName === other.typeName && one.equals(other);
}
function isEntry$1(map, key, value) {
	const found = findKey(map, key);
	return found !== void 0 && areEqual(found, value);
}
/** The value under a key; undefined where there is none. */
function findKey(map, key) {
	const found = map.get(key);
	if (found !== void 0) return found;
	const number = numberOf$1(key);
	if (number === void 0 || typeof key === "bigint") return void 0;
	return typeof number === "bigint" || Number.isInteger(number) ? map.get(BigInt(number)) : void 0;
}
/** -1, 0 or 1; undefined for values that have no order among themselves. */
function compareValues(one, other) {
	const [left, right] = [orderOf(one), orderOf(other)];
	if (left === void 0 || right === void 0) return void 0;
	if (typeof left === "string" !== (typeof right === "string")) return void 0;
	return left < right ? -1 : left > right ? 1 : 0;
}
function orderOf(value) {
	if (typeof value === "string") return value;
	if (typeof value === "boolean") return Number(value);
	if (value instanceof CelDuration || value instanceof CelTimestamp) return value.nanos;
	if (value instanceof Uint8Array) return String.fromCharCode(...value);
	return numberOf$1(value);
}
// src/core/predict/cel/library/authorizer.ts
const AUTHORIZER = opaque("kubernetes.authorization.Authorizer");
const RESOURCE_CHECK = opaque("kubernetes.authorization.ResourceCheck");
const PATH_CHECK = opaque("kubernetes.authorization.PathCheck");
const GROUP_CHECK = opaque("kubernetes.authorization.GroupCheck");
const DECISION = opaque("kubernetes.authorization.Decision");
/** What only a server can answer: who may do what. Only the types of these functions are known here. */
function unknown() {
	throw new CelUnknown();
}
const AUTHORIZATION = [
	method("path", [AUTHORIZER, STRING], PATH_CHECK, unknown),
	method("group", [AUTHORIZER, STRING], GROUP_CHECK, unknown),
	method("serviceAccount", [
		AUTHORIZER,
		STRING,
		STRING
	], AUTHORIZER, unknown),
	method("resource", [GROUP_CHECK, STRING], RESOURCE_CHECK, unknown),
	method("subresource", [RESOURCE_CHECK, STRING], RESOURCE_CHECK, unknown),
	method("namespace", [RESOURCE_CHECK, STRING], RESOURCE_CHECK, unknown),
	method("name", [RESOURCE_CHECK, STRING], RESOURCE_CHECK, unknown),
	method("fieldSelector", [RESOURCE_CHECK, STRING], RESOURCE_CHECK, unknown),
	method("labelSelector", [RESOURCE_CHECK, STRING], RESOURCE_CHECK, unknown),
	method("check", [PATH_CHECK, STRING], DECISION, unknown),
	method("check", [RESOURCE_CHECK, STRING], DECISION, unknown),
	method("errored", [DECISION], BOOL, unknown),
	method("error", [DECISION], STRING, unknown),
	method("allowed", [DECISION], BOOL, unknown),
	method("reason", [DECISION], STRING, unknown)
];
// src/core/predict/cel/arguments.ts
function required(value) {
	if (value === void 0) throw new CelError("no such overload");
	return value;
}
const text = (value) => required(typeof value === "string" ? value : void 0);
const whole$1 = (value) => required(typeof value === "bigint" ? value : void 0);
const fraction = (value) => required(typeof value === "number" ? value : void 0);
const unsigned = (value) => required(value instanceof CelUint ? value.value : void 0);
const truth = (value) => required(typeof value === "boolean" ? value : void 0);
const bytes$1 = (value) => required(value instanceof Uint8Array ? value : void 0);
const list = (value) => required(value !== void 0 && isList(value) ? value : void 0);
const map = (value) => required(value !== void 0 && isMap(value) ? value : void 0);
const optional = (value) => required(value instanceof CelOptional ? value : void 0);
const nanos = (value) => required(value instanceof CelDuration || value instanceof CelTimestamp ? value.nanos : void 0);
/** A value of one of Kubernetes' own types. */
function own(value, type) {
	return required(value instanceof type ? value : void 0);
}
// src/core/predict/cel/library/bytes.ts
/** The bytes of a text in UTF-8. */
function encodeUtf8(text) {
	const encoded = encodeURIComponent(text.replace(/\p{Surrogate}/gu, "�"));
	const bytes = [];
	for (let at = 0; at < encoded.length; at++) {
		const character = encoded.charAt(at);
		bytes.push(character === "%" ? Number.parseInt(encoded.slice(at + 1, at + 3), 16) : character.charCodeAt(0));
		if (character === "%") at += 2;
	}
	return Uint8Array.from(bytes);
}
function decodeUtf8(bytes) {
	const escaped = Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
	try {
		return decodeURIComponent(escaped);
	} catch {
		throw new CelError("invalid UTF-8 in bytes");
	}
}
// src/core/predict/cel/library/operators.ts
const MIN = -(2n ** 63n);
const MAX = 2n ** 63n - 1n;
const MAX_UINT = 2n ** 64n - 1n;
function toInt(value) {
	if (value < MIN || value > MAX) throw new CelError("integer overflow");
	return value;
}
function toUint(value) {
	if (value < 0n || value > MAX_UINT) throw new CelError("unsigned integer overflow");
	return new CelUint(value);
}
function divisor(value, what) {
	if (value === 0n) throw new CelError(what);
	return value;
}
const arithmetic = [
	[
		"_+_",
		(a, b) => a + b,
		(a, b) => a + b
	],
	[
		"_-_",
		(a, b) => a - b,
		(a, b) => a - b
	],
	[
		"_*_",
		(a, b) => a * b,
		(a, b) => a * b
	],
	[
		"_/_",
		(a, b) => a / divisor(b, "division by zero"),
		(a, b) => a / b
	],
	["_%_", (a, b) => a % divisor(b, "modulus by zero")]
].flatMap(([name, onWhole, onFraction]) => [
	fn(name, [INT, INT], INT, ([a, b]) => toInt(onWhole(whole$1(a), whole$1(b)))),
	fn(name, [UINT, UINT], UINT, ([a, b]) => toUint(onWhole(unsigned(a), unsigned(b)))),
	...onFraction ? [fn(name, [DOUBLE, DOUBLE], DOUBLE, ([a, b]) => onFraction(fraction(a), fraction(b)))] : []
]);
const joining = [
	fn("_+_", [STRING, STRING], STRING, ([a, b], { meter }) => {
		const joined = `${text(a)}${text(b)}`;
		meter.spend(joined.length / 10);
		return joined;
	}),
	fn("_+_", [BYTES$1, BYTES$1], BYTES$1, ([a, b]) => Uint8Array.from([...bytes$1(a), ...bytes$1(b)])),
	fn("_+_", [listOf(A), listOf(A)], listOf(A), ([a, b], { meter }) => {
		const joined = [...list(a), ...list(b)];
		meter.spend(joined.length);
		return joined;
	}),
	fn("_+_", [DURATION, DURATION], DURATION, ([a, b]) => new CelDuration(nanos(a) + nanos(b))),
	fn("_+_", [TIMESTAMP, DURATION], TIMESTAMP, ([a, b]) => new CelTimestamp(nanos(a) + nanos(b))),
	fn("_+_", [DURATION, TIMESTAMP], TIMESTAMP, ([a, b]) => new CelTimestamp(nanos(a) + nanos(b))),
	fn("_-_", [DURATION, DURATION], DURATION, ([a, b]) => new CelDuration(nanos(a) - nanos(b))),
	fn("_-_", [TIMESTAMP, DURATION], TIMESTAMP, ([a, b]) => new CelTimestamp(nanos(a) - nanos(b))),
	fn("_-_", [TIMESTAMP, TIMESTAMP], DURATION, ([a, b]) => new CelDuration(nanos(a) - nanos(b))),
	fn("-_", [INT], INT, ([a]) => toInt(-whole$1(a))),
	fn("-_", [DOUBLE], DOUBLE, ([a]) => -fraction(a)),
	fn("!_", [BOOL], BOOL, ([a]) => !truth(a))
];
const ORDERS = [
	["_<_", (order) => order < 0],
	["_<=_", (order) => order <= 0],
	["_>_", (order) => order > 0],
	["_>=_", (order) => order >= 0]
];
const NUMBERS = [
	INT,
	UINT,
	DOUBLE
];
const ORDERED = [...NUMBERS.flatMap((left) => NUMBERS.map((right) => [left, right])), ...[
	BOOL,
	STRING,
	BYTES$1,
	TIMESTAMP,
	DURATION
].map((type) => [type, type])];
const comparison = ORDERS.flatMap(([name, holds]) => ORDERED.map(([left, right]) => fn(name, [left, right], BOOL, ([a = null, b = null]) => {
	if (Number.isNaN(a) || Number.isNaN(b)) return false;
	const order = compareValues(a, b);
	if (order === void 0) throw new CelError("no such overload");
	return holds(order);
})));
function isIn$1(element, list) {
	if (isList(list)) return list.some((each) => areEqual(each, element));
	return isMap(list) && findKey(list, element) !== void 0;
}
function at(collection, index) {
	if (isMap(collection)) return findKey(collection, index);
	const number = typeof index === "bigint" ? index : index instanceof CelUint ? index.value : typeof index === "number" && Number.isInteger(index) ? BigInt(index) : void 0;
	return isList(collection) && number !== void 0 && number >= 0n ? collection[Number(number)] : void 0;
}
const described = (index) => typeof index === "object" ? "" : String(index);
function elementAt([collection = null, index = null]) {
	const found = at(collection, index);
	if (found === void 0) throw new CelError(isMap(collection) ? `no such key: ${described(index)}` : `index out of bounds: ${described(index)}`);
	return found;
}
function optionalElementAt([collection = null, index = null]) {
	const inner = collection instanceof CelOptional ? collection.value : collection;
	return inner === void 0 ? new CelOptional() : new CelOptional(at(inner, index));
}
const access = [
	fn("_==_", [A, A], BOOL, ([a = null, b = null], { meter }) => {
		meter.spend(isList(a) ? a.length : 1);
		return areEqual(a, b);
	}),
	fn("_!=_", [A, A], BOOL, ([a = null, b = null]) => !areEqual(a, b)),
	fn("@in", [A, listOf(A)], BOOL, ([a = null, b = null], { meter }) => {
		meter.spend(isList(b) ? b.length : 1);
		return isIn$1(a, b);
	}),
	fn("@in", [A, mapOf(A, B)], BOOL, ([a = null, b = null]) => isIn$1(a, b)),
	fn("_[_]", [listOf(A), INT], A, elementAt),
	fn("_[_]", [mapOf(A, B), A], B, elementAt),
	fn("_[?_]", [listOf(A), INT], optionalOf(A), optionalElementAt),
	fn("_[?_]", [mapOf(A, B), A], optionalOf(B), optionalElementAt),
	fn("_[?_]", [optionalOf(listOf(A)), INT], optionalOf(A), optionalElementAt),
	fn("_[?_]", [optionalOf(mapOf(A, B)), A], optionalOf(B), optionalElementAt),
	fn("_[_]", [optionalOf(listOf(A)), INT], optionalOf(A), optionalElementAt),
	fn("_[_]", [optionalOf(mapOf(A, B)), A], optionalOf(B), optionalElementAt),
	fn("dyn", [A], DYN, ([a = null]) => a)
];
const OPERATORS$3 = [
	...arithmetic,
	...joining,
	...comparison,
	...access
];
// src/core/predict/cel/library/time.ts
const SECOND$1 = 1000000000n;
const UNITS$1 = {
	ns: 1,
	us: 1e3,
	µs: 1e3,
	μs: 1e3,
	ms: 1e6,
	s: 1e9,
	m: 6e10,
	h: 36e11
};
/** Nanoseconds of a duration as Go writes it (`1h30m`); undefined for any other text. */
function durationNanos(value) {
	const [, sign = "", body = ""] = /^([-+]?)(.*)$/s.exec(value) ?? [];
	if (body === "0") return 0n;
	if (!/^(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(body)) return void 0;
	let total = 0n;
	for (const [, digits = "", unit = ""] of body.matchAll(/([\d.]+)(ns|us|µs|μs|ms|s|m|h)/g)) {
		const [units = "0", part = ""] = digits.split(".");
		total += BigInt(units === "" ? 0 : units) * BigInt(UNITS$1[unit] ?? 0) + BigInt(Math.trunc(Number(`0.${part}0`) * (UNITS$1[unit] ?? 0)));
	}
	return total >= 2n ** 63n ? void 0 : sign === "-" ? -total : total;
}
function parseDuration(value) {
	const found = durationNanos(value);
	if (found === void 0) throw new CelError(`time: invalid duration "${value}"`);
	return new CelDuration(found);
}
const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(?:Z|([-+])(\d\d):(\d\d))$/;
/** Days from 1970 to a day of the Gregorian calendar; years are counted from March, so that the leap day is their last. */
function daysTo(year, month, day) {
	const since = month > 2 ? year : year - 1;
	const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
	return since * 365 + Math.floor(since / 4) - Math.floor(since / 100) + Math.floor(since / 400) + dayOfYear - 719468;
}
const daysIn = (year, month) => daysTo(month === 12 ? year + 1 : year, month % 12 + 1, 1) - daysTo(year, month, 1);
/** Nanoseconds of a moment as RFC 3339 writes it; undefined for any other text. */
function timestampNanos(value) {
	const match = RFC_3339.exec(value);
	if (!match) return void 0;
	const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1, 7).map(Number);
	if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hours > 23 || minutes > 59 || seconds > 59) return void 0;
	const [part = "", sign = "+", zoneHours = "0", zoneMinutes = "0"] = match.slice(7);
	const zone = (sign === "-" ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneMinutes));
	const total = ((daysTo(year, month, day) * 24 + hours) * 60 + minutes - zone) * 60 + seconds;
	return BigInt(total) * SECOND$1 + BigInt(part.slice(1).padEnd(9, "0").slice(0, 9));
}
function parseTimestamp(value) {
	const found = timestampNanos(value);
	if (found === void 0) throw new CelError(`invalid timestamp "${value}"`);
	return new CelTimestamp(found);
}
const fractionOf = (part) => part === 0n ? "" : `.${part.toString().padStart(9, "0").replace(/0+$/, "")}`;
const padded = (value, width = 2) => String(value).padStart(width, "0");
function renderTimestamp(value) {
	const moment = momentOf(value);
	return `${`${padded(moment.year, 4)}-${padded(moment.month + 1)}-${padded(moment.day + 1)}`}T${`${padded(moment.hours)}:${padded(moment.minutes)}:${padded(moment.seconds)}`}${fractionOf((value % SECOND$1 + SECOND$1) % SECOND$1)}Z`;
}
function renderDuration(value) {
	const size = value < 0n ? -value : value;
	return `${value < 0n ? "-" : ""}${String(size / SECOND$1)}${fractionOf(size % SECOND$1)}s`;
}
function momentOf(value) {
	const millis = Number((value - (value % 1000000n + 1000000n) % 1000000n) / 1000000n);
	const days = Math.floor(millis / 864e5);
	const rest = millis - days * 864e5;
	let year = 1970 + Math.floor(days / 365.2425);
	if (daysTo(year, 1, 1) > days) year--;
	else if (daysTo(year + 1, 1, 1) <= days) year++;
	const dayOfYear = days - daysTo(year, 1, 1);
	let month = 0;
	while (month < 11 && daysTo(year, month + 2, 1) <= days) month++;
	return {
		year,
		month,
		day: days - daysTo(year, month + 1, 1),
		dayOfYear,
		dayOfWeek: ((days + 4) % 7 + 7) % 7,
		hours: Math.floor(rest / 36e5),
		minutes: Math.floor(rest / 6e4) % 60,
		seconds: Math.floor(rest / 1e3) % 60,
		millis: rest % 1e3
	};
}
/** The moment in a zone, of which only UTC and offsets are known here. */
function momentIn(value, zone) {
	if (zone === void 0 || zone === "UTC" || zone === "") return momentOf(nanos(value));
	const [, sign = "+", hours = "", minutes = ""] = /^([-+]?)(\d\d):(\d\d)$/.exec(text(zone)) ?? [];
	if (hours === "") throw new CelUnknown();
	return momentOf(nanos(value) + BigInt((sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60) * SECOND$1);
}
const PARTS = [
	["getFullYear", ({ year }) => year],
	["getMonth", ({ month }) => month],
	["getDayOfYear", ({ dayOfYear }) => dayOfYear],
	["getDayOfMonth", ({ day }) => day],
	["getDate", ({ day }) => day + 1],
	["getDayOfWeek", ({ dayOfWeek }) => dayOfWeek],
	["getHours", ({ hours }) => hours],
	["getMinutes", ({ minutes }) => minutes],
	["getSeconds", ({ seconds }) => seconds],
	["getMilliseconds", ({ millis }) => millis]
];
const partOf$1 = (part) => ([value, zone]) => BigInt(part(momentIn(value, zone)));
const DIVISORS = [
	["getHours", 3600n * SECOND$1],
	["getMinutes", 60n * SECOND$1],
	["getSeconds", SECOND$1]
];
const TIME$1 = [
	...PARTS.flatMap(([name, part]) => [method(name, [TIMESTAMP], INT, partOf$1(part)), method(name, [TIMESTAMP, STRING], INT, partOf$1(part))]),
	...DIVISORS.map(([name, unit]) => method(name, [DURATION], INT, ([value]) => nanos(value) / unit)),
	method("getMilliseconds", [DURATION], INT, ([value]) => nanos(value) / 1000000n % 1000n)
];
// src/core/predict/cel/library/basics.ts
/** Number of characters, as the language counts them. */
const characters$1 = (value) => Array.from(value).length;
const size = (count) => BigInt(count);
const sizes = [fn, method].flatMap((of) => [
	of("size", [STRING], INT, ([value]) => size(characters$1(text(value)))),
	of("size", [BYTES$1], INT, ([value]) => size(bytes$1(value).length)),
	of("size", [listOf(A)], INT, ([value]) => size(list(value).length)),
	of("size", [mapOf(A, B)], INT, ([value]) => size(map(value).size))
]);
function wholeOf(value) {
	if (!Number.isFinite(value)) throw new CelError("integer overflow");
	return BigInt(Math.trunc(value));
}
function parseWhole(value, pattern) {
	if (!pattern.test(value)) throw new CelError(`cannot convert "${value}" to an integer`);
	return BigInt(value.replace("+", ""));
}
function parseFraction(value) {
	const number = Number(value);
	if (value.trim() !== value || value === "" || Number.isNaN(number) && value !== "NaN") throw new CelError(`cannot convert "${value}" to a double`);
	return number;
}
function parseTruth(value) {
	if (/^(?:1|t|true|TRUE|True)$/.test(value)) return true;
	if (/^(?:0|f|false|FALSE|False)$/.test(value)) return false;
	throw new CelError(`cannot convert "${value}" to a bool`);
}
const NANOS = 1000000000n;
const numbers = [
	fn("int", [INT], INT, ([value]) => whole$1(value)),
	fn("int", [UINT], INT, ([value]) => toInt(unsigned(value))),
	fn("int", [DOUBLE], INT, ([value]) => toInt(wholeOf(fraction(value)))),
	fn("int", [STRING], INT, ([value]) => toInt(parseWhole(text(value), /^[-+]?\d+$/))),
	fn("int", [TIMESTAMP], INT, ([value]) => nanos(value) / NANOS),
	fn("int", [DURATION], INT, ([value]) => nanos(value)),
	fn("uint", [UINT], UINT, ([value]) => toUint(unsigned(value))),
	fn("uint", [INT], UINT, ([value]) => toUint(whole$1(value))),
	fn("uint", [DOUBLE], UINT, ([value]) => toUint(wholeOf(fraction(value)))),
	fn("uint", [STRING], UINT, ([value]) => toUint(parseWhole(text(value), /^\+?\d+$/))),
	fn("double", [DOUBLE], DOUBLE, ([value]) => fraction(value)),
	fn("double", [INT], DOUBLE, ([value]) => Number(whole$1(value))),
	fn("double", [UINT], DOUBLE, ([value]) => Number(unsigned(value))),
	fn("double", [STRING], DOUBLE, ([value]) => parseFraction(text(value)))
];
const conversions = [
	fn("bool", [BOOL], BOOL, ([value]) => truth(value)),
	fn("bool", [STRING], BOOL, ([value]) => parseTruth(text(value))),
	fn("bytes", [BYTES$1], BYTES$1, ([value]) => bytes$1(value)),
	fn("bytes", [STRING], BYTES$1, ([value]) => encodeUtf8(text(value))),
	fn("string", [STRING], STRING, ([value]) => text(value)),
	fn("string", [BOOL], STRING, ([value]) => String(truth(value))),
	fn("string", [INT], STRING, ([value]) => String(whole$1(value))),
	fn("string", [UINT], STRING, ([value]) => String(unsigned(value))),
	fn("string", [DOUBLE], STRING, ([value]) => String(fraction(value))),
	fn("string", [BYTES$1], STRING, ([value]) => decodeUtf8(bytes$1(value))),
	fn("string", [TIMESTAMP], STRING, ([value]) => renderTimestamp(nanos(value))),
	fn("string", [DURATION], STRING, ([value]) => renderDuration(nanos(value))),
	fn("duration", [DURATION], DURATION, ([value = null]) => value),
	fn("duration", [STRING], DURATION, ([value]) => parseDuration(text(value))),
	fn("timestamp", [TIMESTAMP], TIMESTAMP, ([value = null]) => value),
	fn("timestamp", [STRING], TIMESTAMP, ([value]) => parseTimestamp(text(value))),
	fn("type", [A], typeOf(DYN), ([value = null]) => new CelTypeValue(typeNameOf(value)))
];
/** Whether a value is the zero of its type, which `optional.ofNonZeroValue` leaves out. */
function isZero(value) {
	if (value === null || value === false || value === 0 || value === 0n || value === "") return true;
	if (value instanceof Map) return value.size === 0;
	return (Array.isArray(value) || value instanceof Uint8Array) && value.length === 0;
}
function valueOf(value) {
	if (value.value === void 0) throw new CelError("optional.none() dereference");
	return value.value;
}
const optionals = [
	fn("optional.of", [A], optionalOf(A), ([value = null]) => new CelOptional(value)),
	fn("optional.ofNonZeroValue", [A], optionalOf(A), ([value = null]) => new CelOptional(isZero(value) ? void 0 : value)),
	fn("optional.none", [], optionalOf(A), () => new CelOptional()),
	method("hasValue", [optionalOf(A)], BOOL, ([value]) => optional(value).value !== void 0),
	method("value", [optionalOf(A)], A, ([value]) => valueOf(optional(value))),
	method("or", [optionalOf(A), optionalOf(A)], optionalOf(A), ([value, other = null]) => optional(value).value === void 0 ? other : optional(value)),
	method("orValue", [optionalOf(A), A], A, ([value, other = null]) => optional(value).value ?? other),
	method("first", [listOf(A)], optionalOf(A), ([value]) => new CelOptional(list(value)[0])),
	method("last", [listOf(A)], optionalOf(A), ([value]) => new CelOptional(list(value).at(-1)))
];
const BASICS = [
	...sizes,
	...numbers,
	...conversions,
	...optionals
];
// src/core/model/url.ts
const HOST_CHARACTER = /[^-A-Za-z0-9._~!$&'()*+,;=:[\]%<>"]/u;
const isControl$1 = (character) => character < " " || character === "";
function splitAt(text, mark) {
	const at = text.indexOf(mark);
	return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + mark.length)];
}
/** The scheme and what follows it. A text: why there is none. */
function readScheme(text) {
	const [, scheme, rest = ""] = /^([A-Za-z][-+.A-Za-z0-9]*):(.*)$/s.exec(text) ?? [];
	if (scheme !== void 0) return [scheme.toLowerCase(), rest];
	if (text.startsWith(":")) return "missing protocol scheme";
	return ["", text];
}
/** What is wrong with an escape such as `%zz`. */
function escapeFault(text) {
	const found = /%(?![0-9a-fA-F]{2}).{0,2}/s.exec(text)?.[0];
	return found === void 0 ? void 0 : `invalid URL escape "${found}"`;
}
function hostFault(host) {
	const character = HOST_CHARACTER.exec(host)?.[0];
	if (character !== void 0 && (character.codePointAt(0) ?? 0) < 128) return `invalid character "${character}" in host name`;
	if (host.startsWith("[") && !host.includes("]")) return "missing ']' in host";
	const [, port] = /:([^\]]*)$/.exec(host.startsWith("[") ? host.slice(host.indexOf("]") + 1) : host) ?? [];
	if (port !== void 0 && !/^\d*$/.test(port)) return `invalid port ":${port}" after host`;
	return escapeFault(host);
}
function readAuthority(text) {
	const at = text.lastIndexOf("@");
	const host = text.slice(at + 1);
	const fault = hostFault(host);
	if (fault !== void 0) return fault;
	return at < 0 ? { host } : {
		user: text.slice(0, at),
		host
	};
}
/** Reads a URL as Go's `url.Parse` does. A text: what is wrong with it, in Go's words. */
function readUrl(text) {
	const fault = (what) => `parse ${JSON.stringify(text)}: ${what}`;
	if ([...text].some(isControl$1)) return fault("net/url: invalid control character in URL");
	const [withoutFragment, fragment] = splitAt(text, "#");
	const scheme = readScheme(withoutFragment);
	if (typeof scheme === "string") return fault(scheme);
	const [beforeQuery, query] = splitAt(scheme[1], "?");
	const isHierarchical = beforeQuery.startsWith("//") && (scheme[0] !== "" || !beforeQuery.startsWith("///"));
	const [authority, path] = isHierarchical ? splitPath(beforeQuery.slice(2)) : ["", beforeQuery];
	if (scheme[0] === "" && !path.startsWith("/") && splitAt(path, "/")[0].includes(":")) return fault("first path segment in URL cannot contain colon");
	const found = readAuthority(authority);
	if (typeof found === "string") return fault(found);
	const escape = scheme[0] !== "" && !isHierarchical && !path.startsWith("/") ? void 0 : escapeFault(path) ?? escapeFault(fragment);
	return escape === void 0 ? {
		scheme: scheme[0],
		...found,
		path,
		query,
		fragment
	} : fault(escape);
}
function splitPath(text) {
	const at = text.indexOf("/");
	return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at)];
}
// src/core/predict/admission/formats.ts
const LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const LABEL_1035 = "[a-z]([-a-z0-9]*[a-z0-9])?";
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const QUALIFIED = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
const whole = (pattern) => new RegExp(`^(?:${pattern})$`);
const LABEL_PATTERN = whole(LABEL);
const LABEL_1035_PATTERN = whole(LABEL_1035);
const SUBDOMAIN_PATTERN = whole(SUBDOMAIN);
const QUALIFIED_PATTERN = whole(QUALIFIED);
const WILDCARD_PATTERN = whole(`\\*\\.${SUBDOMAIN}`);
const CONFIG_KEY_PATTERN = /^[-._a-zA-Z0-9]+$/;
const ENV_NAME_PATTERN = /^[ -<>-~]+$/;
const HTTP_HEADER_PATTERN = /^[-A-Za-z0-9]+$/;
const PERCENT_PATTERN = /^[0-9]+%$/;
const LABEL_TEXT = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character";
const LABEL_1035_TEXT = "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character";
const SUBDOMAIN_TEXT = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character";
const QUALIFIED_TEXT = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
/** The server's `RegexError`: what is wrong, examples, and the pattern. */
function patternFault(text, pattern, ...examples) {
	return `${text} (e.g. ${examples.map((example) => `'${example}'`).join(",  or ")}, regex used for validation is '${pattern}')`;
}
const characters = (most) => `must be no more than ${String(most)} characters`;
const bytes = (most) => `must be no more than ${String(most)} bytes`;
/** Length of a text in UTF-8, which is what the server counts. */
function byteLength(text) {
	let length = 0;
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		length += code < 128 ? 1 : code < 2048 ? 2 : code < 65536 ? 3 : 4;
	}
	return length;
}
/** A DNS label (RFC 1123): container names, volume names, namespaces. Of what would be a name of several labels the server names the dots. */
function dns1123LabelFaults(text) {
	const long = byteLength(text) > 63 ? [characters(63)] : [];
	if (LABEL_PATTERN.test(text)) return long;
	return [...long, SUBDOMAIN_PATTERN.test(text) ? "must not contain dots" : patternFault(LABEL_TEXT, LABEL, "my-name", "123-abc")];
}
/** A DNS label that starts with a letter (RFC 1035): names of Services before 1.36. */
function dns1035LabelFaults(text) {
	const long = byteLength(text) > 63 ? [characters(63)] : [];
	return LABEL_1035_PATTERN.test(text) ? long : [...long, patternFault(LABEL_1035_TEXT, LABEL_1035, "my-name", "abc-123")];
}
/** A lower-case DNS name: names of most objects. */
function dns1123SubdomainFaults(text) {
	const long = byteLength(text) > 253 ? [characters(253)] : [];
	return SUBDOMAIN_PATTERN.test(text) ? long : [...long, patternFault(SUBDOMAIN_TEXT, SUBDOMAIN, "example.com")];
}
/** A DNS name whose first label is `*`: hosts of an Ingress. */
function wildcardDns1123SubdomainFaults(text) {
	const long = byteLength(text) > 253 ? [characters(253)] : [];
	const wildcard = "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character";
	return WILDCARD_PATTERN.test(text) ? long : [...long, patternFault(wildcard, `\\*\\.${SUBDOMAIN}`, "*.example.com")];
}
/** Key of a label, annotation, resource or condition: a name with an optional DNS prefix (S-001). */
function qualifiedNameFaults(text) {
	const parts = text.split("/");
	if (parts.length > 2) return [`${patternFault(`a valid label key ${QUALIFIED_TEXT}`, QUALIFIED, "MyName", "my.name", "123-abc")} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`];
	const [name = "", prefix] = parts.toReversed();
	return [...prefixFaults(prefix), ...namePartFaults(name)];
}
function prefixFaults(prefix) {
	if (prefix === void 0) return [];
	if (prefix === "") return ["prefix part must be non-empty"];
	const long = byteLength(prefix) > 253 ? [`prefix part ${bytes(253)}`] : [];
	return SUBDOMAIN_PATTERN.test(prefix) ? long : [...long, `prefix part ${patternFault(SUBDOMAIN_TEXT, SUBDOMAIN, "example.com")}`];
}
function namePartFaults(name) {
	if (name === "") return ["name part must be non-empty", `name part ${patternFault(QUALIFIED_TEXT, QUALIFIED, "MyName", "my.name", "123-abc")}`];
	const long = byteLength(name) > 63 ? [`name part ${bytes(63)}`] : [];
	return QUALIFIED_PATTERN.test(name) ? long : [...long, `name part ${patternFault(QUALIFIED_TEXT, QUALIFIED, "MyName", "my.name", "123-abc")}`];
}
/** Value of a label (S-002). */
function labelValueFaults(text) {
	const long = byteLength(text) > 63 ? [bytes(63)] : [];
	if (text === "" || QUALIFIED_PATTERN.test(text)) return long;
	const form = `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character`;
	return [...long, patternFault(form, `(${QUALIFIED})?`, "MyValue", "my_value", "12345")];
}
/** Name of a container port (IANA service name, S-115). */
function portNameFaults(text) {
	const faults = [];
	if (byteLength(text) > 15) faults.push(characters(15));
	if (!/^[-a-z0-9]+$/.test(text)) faults.push("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
	if (!/[a-z]/.test(text)) faults.push("must contain at least one letter (a-z)");
	if (text.includes("--")) faults.push("must not contain consecutive hyphens");
	if (text.startsWith("-") || text.endsWith("-")) faults.push("must not begin or end with a hyphen");
	return faults;
}
/** Number of a port (S-067). */
function portNumberFaults(port) {
	return port >= 1 && port <= 65535 ? [] : ["must be between 1 and 65535, inclusive"];
}
/** Key of a ConfigMap or Secret. */
function configMapKeyFaults(text) {
	const faults = [];
	if (byteLength(text) > 253) faults.push(characters(253));
	const form = "a valid config key must consist of alphanumeric characters, '-', '_' or '.'";
	if (!CONFIG_KEY_PATTERN.test(text)) faults.push(patternFault(form, "[-._a-zA-Z0-9]+", "key.name", "KEY_NAME", "key-name"));
	if (text === ".") faults.push("must not be '.'");
	else if (text === "..") faults.push("must not be '..'");
	else if (text.startsWith("..")) faults.push("must not start with '..'");
	return faults;
}
/** Name of a variable, as servers from 1.30 on take it: printable ASCII without `=` (S-355). */
function envVarNameFaults(text) {
	return ENV_NAME_PATTERN.test(text) ? [] : ["a valid environment variable name must consist only of printable ASCII characters other than '='"];
}
/** Name of an HTTP header. */
function httpHeaderNameFaults(text) {
	return HTTP_HEADER_PATTERN.test(text) ? [] : [patternFault("a valid HTTP header must consist of alphanumeric characters or '-'", "[-A-Za-z0-9]+", "X-Header-Name")];
}
/** A share of something: `25%`. */
function percentFaults(text) {
	return PERCENT_PATTERN.test(text) ? [] : [patternFault("a valid percent string must be a numeric string followed by an ending '%'", "[0-9]+%", "1%", "93%")];
}
/** A name that becomes a segment of a URL: RBAC objects and others. */
function pathSegmentFaults(text) {
	if (text === "." || text === "..") return [`may not be '${text}'`];
	return ["/", "%"].filter((part) => text.includes(part)).map((part) => `may not contain '${part}'`);
}
// src/core/predict/cel/library/format.ts
const FORMAT = opaque("kubernetes.NamedFormat");
const wants = (pattern, fault) => (value) => pattern.test(value) ? [] : [fault];
/** A name that something will be appended to may end in a dash. */
const asPrefix = (faults) => (value) => faults(value.length > 1 && value.endsWith("-") ? `${value.slice(0, -2)}a` : value);
const isDay = (value) => timestampNanos(`${value}T00:00:00Z`) !== void 0;
function uriFaults(value) {
	const url = readUrl(value);
	if (typeof url === "string") return [url];
	return url.scheme !== "" || value.startsWith("/") ? [] : [`parse ${JSON.stringify(value)}: invalid URI for request`];
}
/** The forms that `format.named` and `format.<name>()` know. */
const FORMATS = /* @__PURE__ */ new Map([
	["dns1123Label", dns1123LabelFaults],
	["dns1123Subdomain", dns1123SubdomainFaults],
	["dns1035Label", dns1035LabelFaults],
	["qualifiedName", qualifiedNameFaults],
	["dns1123LabelPrefix", asPrefix(dns1123LabelFaults)],
	["dns1123SubdomainPrefix", asPrefix(dns1123SubdomainFaults)],
	["dns1035LabelPrefix", asPrefix(dns1035LabelFaults)],
	["labelValue", labelValueFaults],
	["uri", uriFaults],
	["uuid", wants(/^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i, "does not match the UUID format")],
	["byte", wants(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/, "invalid base64")],
	["date", (value) => /^\d{4}-\d\d-\d\d$/.test(value) && isDay(value) ? [] : ["invalid date"]],
	["datetime", (value) => timestampNanos(value) === void 0 ? ["invalid datetime"] : []]
]);
var CelFormat = class CelFormat extends CelOpaque {
	typeName = "kubernetes.NamedFormat";
	name;
	faults;
	constructor(name, faults) {
		super();
		this.name = name;
		this.faults = faults;
	}
	equals(other) {
		return other instanceof CelFormat && other.name === this.name;
	}
};
function named$1(name) {
	const faults = FORMATS.get(name);
	return new CelOptional(faults && new CelFormat(name, faults));
}
function validate$1([format, value]) {
	const faults = own(format, CelFormat).faults(text(value));
	return new CelOptional(faults.length === 0 ? void 0 : faults);
}
const FORMAT_FUNCTIONS = [
	...[...FORMATS].map(([name, faults]) => fn(`format.${name}`, [], FORMAT, () => new CelFormat(name, faults))),
	fn("format.named", [STRING], optionalOf(FORMAT), ([name]) => named$1(text(name))),
	method("validate", [FORMAT, STRING], optionalOf(listOf(STRING)), validate$1)
];
// src/core/model/quantity.ts
const DECIMAL_SUFFIXES = {
	n: -9,
	u: -6,
	m: -3,
	"": 0,
	k: 3,
	M: 6,
	G: 9,
	T: 12,
	P: 15,
	E: 18
};
const BINARY_SUFFIXES = {
	Ki: 10,
	Mi: 20,
	Gi: 30,
	Ti: 40,
	Pi: 50,
	Ei: 60
};
const FORM$1 = /^([+-]?)(0*)(\d*)(?:(\.)(\d*))?([eEinumkKMGTP]*[-+]?\d*)$/;
const ONE = 1000000000n;
const MOST_INT64 = (1n << 63n) - 1n;
/** Digits and exponents beyond this change nothing that anybody compares; they are cut so that no text costs much. */
const MOST_DIGITS = 400;
function readSuffix(text) {
	const decimal = Object.hasOwn(DECIMAL_SUFFIXES, text) ? DECIMAL_SUFFIXES[text] : void 0;
	if (decimal !== void 0) return {
		base: 10,
		exponent: decimal,
		format: "decimal"
	};
	const binary = Object.hasOwn(BINARY_SUFFIXES, text) ? BINARY_SUFFIXES[text] : void 0;
	if (binary !== void 0) return {
		base: 2,
		exponent: binary,
		format: "binary"
	};
	if (!/^[eE][-+]?\d+$/.test(text)) return void 0;
	return {
		base: 10,
		exponent: Number(text.slice(1)),
		format: "exponent"
	};
}
const clamp = (value) => Math.max(-400, Math.min(MOST_DIGITS, value));
const divideUp = (value, by) => (value + by - 1n) / by;
/** `digits · 10^exponent` in billionths, rounded up. */
function nanosOf(digits, exponent) {
	const power = exponent + 9;
	return power >= 0 ? digits * 10n ** BigInt(power) : divideUp(digits, 10n ** BigInt(-power));
}
/** Whether the server reads the amount as an int64 with a power of ten, and so may keep its text. */
function isFast({ base, exponent }, whole, fraction) {
	if (base === 10) return whole.length + fraction.length <= 18 && exponent - fraction.length >= -9;
	return fraction === "" && 15 - whole.length - Math.trunc(exponent * 3 / 10) - 1 >= 0;
}
function keepsText(suffix, digits, scale) {
	if (suffix.base === 2) return (BigInt(digits) & 7n) !== 0n;
	return scale % 3 === 0 && !digits.endsWith("000") && !digits.startsWith("0");
}
/** Reads a quantity as the API's decoder does (`resource.ParseQuantity`), faults in its words. */
function parseQuantity(text) {
	const match = FORM$1.exec(text);
	if (!match || text === "") return "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
	const [, sign = "", , digitsBefore = "", , fraction = "", suffixText = ""] = match;
	const suffix = readSuffix(suffixText);
	if (!suffix) return "unable to parse quantity's suffix";
	const whole = digitsBefore === "" ? "0" : digitsBefore;
	const digits = (whole + fraction).slice(0, MOST_DIGITS);
	const scale = clamp((suffix.base === 10 ? suffix.exponent : 0) - Math.min(fraction.length, MOST_DIGITS));
	const exact = nanosOf(BigInt(digits) * (suffix.base === 2 ? 1n << BigInt(suffix.exponent) : 1n), scale);
	const capped = suffix.base === 2 && exact > MOST_INT64 * ONE ? MOST_INT64 * ONE : exact;
	const nanos = sign === "-" ? -capped : capped;
	if (!isFast(suffix, whole, fraction)) return {
		nanos,
		format: suffix.base === 2 && capped < ONE ? "decimal" : suffix.format
	};
	return {
		nanos,
		format: suffix.format,
		scale,
		...keepsText(suffix, whole + fraction, scale) && { written: text }
	};
}
/** The quantity at a cursor; undefined where none is written or none can be read. */
function readQuantity(cursor) {
	const field = cursor.scalar();
	if (field.state !== "known") return void 0;
	const { value } = field;
	if (typeof value === "boolean" || value === null) return void 0;
	const quantity = parseQuantity(typeof value === "string" ? value.trim() : String(value));
	return typeof quantity === "string" ? void 0 : quantity;
}
/** Negative, zero or positive, as `left` is less than, equal to or greater than `right`. */
function compareQuantities(left, right) {
	return left.nanos < right.nanos ? -1 : left.nanos > right.nanos ? 1 : 0;
}
function addQuantities(left, right) {
	return {
		nanos: left.nanos + right.nanos,
		format: left.nanos === 0n ? right.format : left.format
	};
}
/** Rounds away from zero to thousandths, as the API server does with every amount in a list of resources. */
function roundToMilli(quantity) {
	const { nanos, format, scale } = quantity;
	if (scale !== void 0 && scale >= -3) return quantity;
	const milli = 1000000n;
	return {
		nanos: nanos < 0n ? -divideUp(-nanos, milli) * milli : divideUp(nanos, milli) * milli,
		format
	};
}
/** The amount in thousandths, rounded up (`MilliValue`). */
function milliValueOf({ nanos }) {
	return nanos < 0n ? -divideUp(-nanos, 1000000n) : divideUp(nanos, 1000000n);
}
/** The amount in units, rounded up (`Value`). */
function unitsOf({ nanos }) {
	return nanos < 0n ? -divideUp(-nanos, ONE) : divideUp(nanos, ONE);
}
/** True for an amount without thousandths, as the server counts them: in an int64, of which it keeps the low bits of what does not fit. */
function isWhole(quantity) {
	const milli = milliValueOf(quantity);
	if (milli <= MOST_INT64) return milli % 1000n === 0n;
	return quantity.format !== "binary" || BigInt.asIntN(64, milli) % 1000n === 0n;
}
function renderDecimal(nanos, format) {
	let mantissa = nanos;
	let exponent = -9;
	for (; mantissa % 1000n === 0n; exponent += 3) mantissa /= 1000n;
	const suffix = format === "exponent" ? exponent === 0 ? "" : `e${String(exponent)}` : Object.keys(DECIMAL_SUFFIXES).find((key) => DECIMAL_SUFFIXES[key] === exponent) ?? "";
	return `${mantissa.toString()}${suffix}`;
}
function renderBinary(units) {
	let mantissa = units;
	let exponent = 0;
	for (; mantissa % 1024n === 0n; exponent += 10) mantissa /= 1024n;
	return `${mantissa.toString()}${Object.keys(BINARY_SUFFIXES).find((key) => BINARY_SUFFIXES[key] === exponent) ?? ""}`;
}
/** The quantity as the API server prints it. */
function renderQuantity({ nanos, format, written }) {
	if (written !== void 0) return written;
	if (nanos === 0n) return "0";
	const size = nanos < 0n ? -nanos : nanos;
	if (format === "binary" && size >= 1024n * ONE && nanos % ONE === 0n) return renderBinary(nanos / ONE);
	return renderDecimal(nanos, format === "binary" ? "decimal" : format);
}
// src/core/predict/cel/library/semver.ts
const FORM = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;
/** What the lenient form mends: a leading `v`, missing minor and patch, leading zeros. */
function normalize(text) {
	const [, numbers = "", rest = ""] = /^v?([\d.]+)(.*)$/s.exec(text) ?? [];
	const parts = numbers.split(".").map((part) => part.replace(/^0+(?=\d)/, ""));
	if (parts.length > 3 || rest !== "" && parts.length < 3) return text;
	return [
		...parts,
		"0",
		"0"
	].slice(0, 3).join(".") + rest;
}
function parseSemver(text, isLenient) {
	const [, major, minor, patch, pre] = FORM.exec(isLenient ? normalize(text) : text) ?? [];
	if (major === void 0 || minor === void 0 || patch === void 0) return void 0;
	const parts = pre?.split(".") ?? [];
	if (parts.some((part) => /^0\d+$/.test(part))) return void 0;
	return {
		numbers: [
			BigInt(major),
			BigInt(minor),
			BigInt(patch)
		],
		pre: parts
	};
}
function comparePart(one, other) {
	const [left, right] = [/^\d+$/.test(one), /^\d+$/.test(other)];
	if (left && right) return Math.sign(Number(BigInt(one) - BigInt(other)));
	if (left !== right) return left ? -1 : 1;
	return one < other ? -1 : one > other ? 1 : 0;
}
function compareSemvers(one, other) {
	for (const [index, number] of one.numbers.entries()) {
		const difference = number - (other.numbers[index] ?? 0n);
		if (difference !== 0n) return difference < 0n ? -1 : 1;
	}
	if (one.pre.length === 0 || other.pre.length === 0) return Math.sign(other.pre.length - one.pre.length);
	for (const [index, part] of one.pre.entries()) {
		const against = other.pre[index];
		if (against === void 0) return 1;
		const order = comparePart(part, against);
		if (order !== 0) return order;
	}
	return one.pre.length < other.pre.length ? -1 : 0;
}
// src/core/predict/cel/library/kubernetes.ts
const QUANTITY = opaque("kubernetes.Quantity");
const URL = opaque("kubernetes.URL");
const SEMVER = opaque("kubernetes.Semver");
var CelQuantity = class CelQuantity extends CelOpaque {
	typeName = "kubernetes.Quantity";
	quantity;
	constructor(quantity) {
		super();
		this.quantity = quantity;
	}
	equals(other) {
		return other instanceof CelQuantity && compareQuantities(this.quantity, other.quantity) === 0;
	}
};
var CelUrl = class CelUrl extends CelOpaque {
	typeName = "kubernetes.URL";
	url;
	text;
	constructor(url, written) {
		super();
		this.url = url;
		this.text = written;
	}
	equals(other) {
		return other instanceof CelUrl && this.text === other.text;
	}
};
var CelSemver = class CelSemver extends CelOpaque {
	typeName = "kubernetes.Semver";
	version;
	constructor(version) {
		super();
		this.version = version;
	}
	equals(other) {
		return other instanceof CelSemver && compareSemvers(this.version, other.version) === 0;
	}
};
function toQuantity(value) {
	const quantity = parseQuantity(value);
	if (typeof quantity === "string") throw new CelError(quantity);
	return new CelQuantity(quantity);
}
const quantity = (value) => own(value, CelQuantity).quantity;
const UNIT = 1000000000n;
const units = (value) => ({
	nanos: value * UNIT,
	format: "decimal"
});
const minus = (value) => ({
	nanos: -value.nanos,
	format: value.format
});
const isInteger = (value) => value.nanos % UNIT === 0n && unitsOf(value) < 2n ** 63n && unitsOf(value) >= -(2n ** 63n);
function integerOf$1(value) {
	if (!isInteger(value)) throw new CelError("cannot convert value to integer");
	return unitsOf(value);
}
const quantities = [
	fn("quantity", [STRING], QUANTITY, ([value]) => toQuantity(text(value))),
	fn("isQuantity", [STRING], BOOL, ([value]) => typeof parseQuantity(text(value)) !== "string"),
	method("sign", [QUANTITY], INT, ([value]) => quantity(value).nanos > 0n ? 1n : quantity(value).nanos < 0n ? -1n : 0n),
	method("isGreaterThan", [QUANTITY, QUANTITY], BOOL, ([value, other]) => compareQuantities(quantity(value), quantity(other)) > 0),
	method("isLessThan", [QUANTITY, QUANTITY], BOOL, ([value, other]) => compareQuantities(quantity(value), quantity(other)) < 0),
	method("compareTo", [QUANTITY, QUANTITY], INT, ([value, other]) => BigInt(compareQuantities(quantity(value), quantity(other)))),
	method("asApproximateFloat", [QUANTITY], DOUBLE, ([value]) => Number(quantity(value).nanos) / 1e9),
	method("asInteger", [QUANTITY], INT, ([value]) => integerOf$1(quantity(value))),
	method("isInteger", [QUANTITY], BOOL, ([value]) => isInteger(quantity(value))),
	method("add", [QUANTITY, QUANTITY], QUANTITY, ([value, other]) => new CelQuantity(addQuantities(quantity(value), quantity(other)))),
	method("add", [QUANTITY, INT], QUANTITY, ([value, other]) => new CelQuantity(addQuantities(quantity(value), units(whole$1(other))))),
	method("sub", [QUANTITY, QUANTITY], QUANTITY, ([value, other]) => new CelQuantity(addQuantities(quantity(value), minus(quantity(other))))),
	method("sub", [QUANTITY, INT], QUANTITY, ([value, other]) => new CelQuantity(addQuantities(quantity(value), units(-whole$1(other)))))
];
/** A URL with a scheme or an absolute path, which is what `url()` takes (`url.ParseRequestURI`). */
function readRequestUrl(value) {
	const url = readUrl(value);
	if (typeof url === "string") return url;
	return url.scheme !== "" || value.startsWith("/") ? url : "invalid URI for request";
}
function toUrl(value) {
	const url = readRequestUrl(value);
	if (typeof url === "string") throw new CelError(url);
	return new CelUrl(url, value);
}
const url = (value) => own(value, CelUrl).url;
const hostname = (host) => host.replace(/:\d*$/, "").replace(/^\[|\]$/g, "");
const decode$1 = (part) => {
	try {
		return decodeURIComponent(part.replaceAll("+", " "));
	} catch {
		throw new CelError(`invalid URL escape in "${part}"`);
	}
};
function queryOf(query) {
	const values = /* @__PURE__ */ new Map();
	for (const pair of query.split("&").filter(Boolean)) {
		const [key = "", ...rest] = pair.split("=");
		const held = values.get(decode$1(key)) ?? [];
		values.set(decode$1(key), [...held, decode$1(rest.join("="))]);
	}
	return values;
}
const urls = [
	fn("url", [STRING], URL, ([value]) => toUrl(text(value))),
	fn("isURL", [STRING], BOOL, ([value]) => typeof readRequestUrl(text(value)) !== "string"),
	method("getScheme", [URL], STRING, ([value]) => url(value).scheme),
	method("getHost", [URL], STRING, ([value]) => url(value).host),
	method("getHostname", [URL], STRING, ([value]) => hostname(url(value).host)),
	method("getPort", [URL], STRING, ([value]) => /:(\d*)$/.exec(url(value).host)?.[1] ?? ""),
	method("getEscapedPath", [URL], STRING, ([value]) => encodeURI(decodeURI(url(value).path))),
	method("getQuery", [URL], mapOf(STRING, listOf(STRING)), ([value]) => queryOf(url(value).query))
];
function toSemver(value, isLenient) {
	const version = parseSemver(value, isLenient);
	if (!version) throw new CelError(`"${value}" is no semantic version`);
	return new CelSemver(version);
}
const semver = (value) => own(value, CelSemver).version;
const semvers = [
	fn("semver", [STRING], SEMVER, ([value]) => toSemver(text(value), false)),
	fn("semver", [STRING, BOOL], SEMVER, ([value, lenient]) => toSemver(text(value), truth(lenient))),
	fn("isSemver", [STRING], BOOL, ([value]) => parseSemver(text(value), false) !== void 0),
	fn("isSemver", [STRING, BOOL], BOOL, ([value, lenient]) => parseSemver(text(value), truth(lenient)) !== void 0),
	method("isGreaterThan", [SEMVER, SEMVER], BOOL, ([value, other]) => compareSemvers(semver(value), semver(other)) > 0),
	method("isLessThan", [SEMVER, SEMVER], BOOL, ([value, other]) => compareSemvers(semver(value), semver(other)) < 0),
	method("compareTo", [SEMVER, SEMVER], INT, ([value, other]) => BigInt(compareSemvers(semver(value), semver(other)))),
	method("major", [SEMVER], INT, ([value]) => semver(value).numbers[0]),
	method("minor", [SEMVER], INT, ([value]) => semver(value).numbers[1]),
	method("patch", [SEMVER], INT, ([value]) => semver(value).numbers[2])
];
const KUBERNETES = [
	...quantities,
	...urls,
	...semvers
];
// src/core/predict/cel/library/lists.ts
function order(one, other) {
	const found = compareValues(one, other);
	if (found === void 0) throw new CelError("no such overload");
	return found;
}
const isSorted = (values) => values.every((value, index) => index === 0 || order(values[index - 1] ?? null, value) <= 0);
function extreme(values, sign, name) {
	const [first, ...others] = values;
	if (first === void 0) throw new CelError(`${name} called on empty list`);
	return others.reduce((best, value) => order(value, best) * sign > 0 ? value : best, first);
}
function sum(values) {
	const [first] = values;
	if (first instanceof CelUint) return toUint(values.reduce((total, value) => total + (value instanceof CelUint ? value.value : 0n), 0n));
	if (first instanceof CelDuration) return new CelDuration(values.reduce((total, value) => total + (value instanceof CelDuration ? value.nanos : 0n), 0n));
	if (typeof first === "number") return values.reduce((total, value) => total + Number(value), 0);
	return toInt(values.reduce((total, value) => total + whole$1(value), 0n));
}
const COMPARABLE = [
	INT,
	UINT,
	DOUBLE,
	BOOL,
	DURATION,
	TIMESTAMP,
	STRING,
	BYTES$1
];
const SUMMABLE = [
	INT,
	UINT,
	DOUBLE,
	DURATION
];
const kubernetes = [
	...COMPARABLE.flatMap((type) => [
		method("isSorted", [listOf(type)], BOOL, ([values]) => isSorted(list(values))),
		method("max", [listOf(type)], type, ([values]) => extreme(list(values), 1, "max")),
		method("min", [listOf(type)], type, ([values]) => extreme(list(values), -1, "min"))
	]),
	...SUMMABLE.map((type) => method("sum", [listOf(type)], type, ([values]) => sum(list(values)))),
	method("indexOf", [listOf(A), A], INT, ([values, wanted = null]) => BigInt(list(values).findIndex((value) => areEqual(value, wanted)))),
	method("lastIndexOf", [listOf(A), A], INT, ([values, wanted = null]) => BigInt(list(values).findLastIndex((value) => areEqual(value, wanted))))
];
function distinct(values, { meter }) {
	const kept = [];
	for (const value of values) {
		meter.spend(kept.length);
		if (!kept.some((each) => areEqual(each, value))) kept.push(value);
	}
	return kept;
}
const flatten$1 = (values, depth) => depth <= 0 ? values : values.flatMap((value) => isList(value) ? flatten$1(value, depth - 1) : [value]);
function slice(values, from, to) {
	if (from < 0n || to < from || to > BigInt(values.length)) throw new CelError(`cannot slice(${String(from)}, ${String(to)}), list is length ${String(values.length)}`);
	return values.slice(Number(from), Number(to));
}
function range(count, { meter }) {
	const size = Number(count);
	meter.spend(size);
	return Array.from({ length: Math.max(0, size) }, (_, index) => BigInt(index));
}
const language = [
	method("distinct", [listOf(A)], listOf(A), ([values], context) => distinct(list(values), context)),
	method("flatten", [listOf(A)], listOf(DYN), ([values]) => flatten$1(list(values), 1)),
	method("flatten", [listOf(A), INT], listOf(DYN), ([values, depth]) => flatten$1(list(values), Number(whole$1(depth)))),
	method("slice", [
		listOf(A),
		INT,
		INT
	], listOf(A), ([values, from, to]) => slice(list(values), whole$1(from), whole$1(to))),
	method("reverse", [listOf(A)], listOf(A), ([values]) => list(values).toReversed()),
	...COMPARABLE.map((type) => method("sort", [listOf(type)], listOf(type), ([values]) => list(values).toSorted(order))),
	fn("lists.range", [INT], listOf(INT), ([count], context) => range(whole$1(count), context))
];
const holdsAll = (values, wanted, { meter }) => {
	meter.spend(values.length * wanted.length);
	return wanted.every((each) => values.some((value) => areEqual(value, each)));
};
function intersects(values, others, { meter }) {
	meter.spend(values.length * others.length);
	return others.some((each) => values.some((value) => areEqual(value, each)));
}
const sets = [
	fn("sets.contains", [listOf(A), listOf(A)], BOOL, ([values, others], context) => holdsAll(list(values), list(others), context)),
	fn("sets.equivalent", [listOf(A), listOf(A)], BOOL, ([values, others], context) => holdsAll(list(values), list(others), context) && holdsAll(list(others), list(values), context)),
	fn("sets.intersects", [listOf(A), listOf(A)], BOOL, ([values, others], context) => intersects(list(values), list(others), context))
];
const LISTS = [
	...kubernetes,
	...language,
	...sets
];
const entriesOf = (value) => isList(value) ? value.map((each, index) => [BigInt(index), each]) : [...map(value)];
// src/core/model/ip-address.ts
/** Leading zeros are refused by `net/netip`: octets with them were octal once. */
const STRICT = {
	octet: /^(?:0|[1-9][0-9]{0,2})$/,
	group: /^[0-9a-fA-F]{1,4}$/
};
/** `ParseIPSloppy` of `k8s.io/utils/net`: as many leading zeros as one likes. */
const LEGACY = {
	octet: /^0*[0-9]{1,3}$/,
	group: /^0*[0-9a-fA-F]{1,4}$/
};
function readIpv4(text, { octet }) {
	const parts = text.split(".");
	if (parts.length !== 4) return void 0;
	let value = 0n;
	for (const part of parts) {
		if (!octet.test(part) || Number(part) > 255) return void 0;
		value = value << 8n | BigInt(Number(part));
	}
	return value;
}
/** The 16-bit groups of one side of `::`; a dotted tail counts as two. */
function readGroups(text, dialect) {
	if (text === "") return [];
	const groups = [];
	const parts = text.split(":");
	for (const [i, part] of parts.entries()) {
		const dotted = i === parts.length - 1 ? readIpv4(part, dialect) : void 0;
		if (dotted !== void 0) groups.push(dotted >> 16n, dotted & 65535n);
		else if (dialect.group.test(part)) groups.push(BigInt(`0x${part}`));
		else return void 0;
	}
	return groups;
}
function readIpv6(text, dialect) {
	const sides = text.split("::");
	const head = readGroups(sides[0] ?? "", dialect);
	const tail = sides.length === 2 ? readGroups(sides[1] ?? "", dialect) : [];
	if (sides.length > 2 || !head || !tail) return void 0;
	const missing = 8 - head.length - tail.length;
	if (sides.length === 2 ? missing < 1 : missing !== 0) return void 0;
	return [
		...head,
		...new Array(missing).fill(0n),
		...tail
	].reduce((value, group) => value << 16n | group, 0n);
}
function readAddress(text, dialect) {
	const ipv4 = readIpv4(text, dialect);
	if (ipv4 !== void 0) return {
		family: 4,
		value: ipv4
	};
	const ipv6 = text.includes(":") ? readIpv6(text, dialect) : void 0;
	return ipv6 === void 0 ? void 0 : {
		family: 6,
		value: ipv6
	};
}
/** Reads an address as Go's net/netip does, without zones. */
function readIpAddress(text) {
	return readAddress(text, STRICT);
}
/** Reads an address as the API server reads old fields: leading zeros are taken for nothing, never for octal (S-165). */
function readLegacyIpAddress(text) {
	return readAddress(text, LEGACY);
}
const MAPPED = 65535n << 32n;
/** The IPv4 address that an IPv6 one of the form `::ffff:10.0.0.1` stands for; any other as it is. */
function unmap(address) {
	return address.family === 6 && address.value >> 32n === 65535n ? {
		family: 4,
		value: address.value - MAPPED
	} : address;
}
function renderIpv6(value) {
	const groups = Array.from({ length: 8 }, (_, i) => (value >> BigInt(112 - 16 * i) & 65535n).toString(16));
	let [start, length] = [-1, 1];
	for (let i = 0; i < 8; i++) {
		let end = i;
		while (groups[end] === "0") end++;
		if (end - i > length) [start, length] = [i, end - i];
	}
	if (start === -1) return groups.join(":");
	return `${groups.slice(0, start).join(":")}::${groups.slice(start + length).join(":")}`;
}
/** The canonical form: four plain numbers, or that of RFC 5952. */
function renderIpAddress({ family, value }) {
	return family === 6 ? renderIpv6(value) : [
		24n,
		16n,
		8n,
		0n
	].map((shift) => (value >> shift & 255n).toString()).join(".");
}
function readIpNetwork(text) {
	const slash = text.indexOf("/");
	const address = slash === -1 ? void 0 : readIpAddress(text.slice(0, slash));
	const length = text.slice(slash + 1);
	if (!address || !/^(?:0|[1-9][0-9]{0,2})$/.test(length)) return void 0;
	return networkOf(address, Number(length));
}
/** The network of a prefix length that holds an address; undefined where the length is longer than the address. */
function networkOf(address, length) {
	const bits = address.family === 4 ? 32 : 128;
	if (length > bits) return void 0;
	const host = (1n << BigInt(bits - length)) - 1n;
	const first = address.value - (address.value & host);
	return {
		family: address.family,
		first,
		last: first + host
	};
}
function contains(network, address) {
	return network.family === address.family && address.value >= network.first && address.value <= network.last;
}
// src/core/predict/cel/library/network.ts
const IP = opaque("net.IP");
const CIDR = opaque("net.CIDR");
var CelIp = class CelIp extends CelOpaque {
	typeName = "net.IP";
	address;
	constructor(address) {
		super();
		this.address = address;
	}
	equals(other) {
		return other instanceof CelIp && sameAddress(this.address, other.address);
	}
};
var CelCidr = class CelCidr extends CelOpaque {
	typeName = "net.CIDR";
	address;
	length;
	constructor(address, length) {
		super();
		this.address = address;
		this.length = length;
	}
	equals(other) {
		return other instanceof CelCidr && sameAddress(this.address, other.address) && this.length === other.length;
	}
};
const sameAddress = (one, other) => one.family === other.family && one.value === other.value;
/** IPv4 within IPv6, which the functions refuse. */
const isMapped = (address) => address.family === 6 && address.value >> 32n === 65535n;
function readIp(value) {
	const address = readIpAddress(value);
	return address && !isMapped(address) ? new CelIp(address) : void 0;
}
function readCidr(value) {
	const [, written = "", length = ""] = /^(.*)\/(0|[1-9]\d{0,2})$/s.exec(value) ?? [];
	const ip = length === "" ? void 0 : readIp(written);
	return ip && networkOf(ip.address, Number(length)) ? new CelCidr(ip.address, Number(length)) : void 0;
}
function parsed(value, what) {
	if (value === void 0) throw new CelError(what);
	return value;
}
const toIp = (value) => parsed(readIp(value), `IP Address "${value}" parse error`);
const toCidr = (value) => parsed(readCidr(value), `network address parse error: ${value}`);
const address = (value) => own(value, CelIp).address;
const cidr = (value) => own(value, CelCidr);
const network = ({ address: within, length }) => parsed(networkOf(within, length), "network address parse error");
const holdsCidr = (outer, inner) => outer.length <= inner.length && contains(network(outer), inner.address);
function render6(value) {
	const groups = Array.from({ length: 8 }, (_, index) => (value >> BigInt(112 - 16 * index) & 65535n).toString(16));
	let longest = [0, 0];
	for (let start = 0; start < 8; start++) {
		let end = start;
		while (end < 8 && groups[end] === "0") end++;
		if (end - start > Math.max(1, (longest[1] ?? 0) - (longest[0] ?? 0))) longest = [start, end];
	}
	const [from = 0, to = 0] = longest;
	return to === 0 ? groups.join(":") : `${groups.slice(0, from).join(":")}::${groups.slice(to).join(":")}`;
}
function render({ family, value }) {
	return family === 4 ? [
		24n,
		16n,
		8n,
		0n
	].map((shift) => String(value >> shift & 255n)).join(".") : render6(value);
}
const inRange = ({ family, value }, base, [bits4, bits6]) => value >> BigInt(family === 4 ? 32 - bits4 : 128 - bits6) === base;
const isUnspecified = ({ value }) => value === 0n;
const isLoopback = (ip) => ip.family === 4 ? inRange(ip, 127n, [8, 0]) : ip.value === 1n;
const isMulticast = (ip) => ip.family === 4 ? inRange(ip, 14n, [4, 0]) : inRange(ip, 255n, [0, 8]);
const isLinkLocal = (ip) => ip.family === 4 ? inRange(ip, 43518n, [16, 0]) : inRange(ip, 1018n, [0, 10]);
const isLinkLocalMulticast = (ip) => ip.family === 4 ? inRange(ip, 14680064n, [24, 0]) : inRange(ip, 255n, [0, 8]) && (ip.value >> 112n & 15n) === 2n;
const isGlobal = (ip) => !(ip.family === 4 && ip.value === 4294967295n) && !isUnspecified(ip) && !isLoopback(ip) && !isMulticast(ip) && !isLinkLocal(ip);
const is = (name, holds) => method(name, [IP], BOOL, ([value]) => holds(address(value)));
const NETWORK = [
	fn("ip", [STRING], IP, ([value]) => toIp(text(value))),
	fn("isIP", [STRING], BOOL, ([value]) => readIp(text(value)) !== void 0),
	fn("ip.isCanonical", [STRING], BOOL, ([value]) => render(toIp(text(value)).address) === text(value)),
	fn("string", [IP], STRING, ([value]) => render(address(value))),
	method("family", [IP], INT, ([value]) => BigInt(address(value).family)),
	is("isUnspecified", isUnspecified),
	is("isLoopback", isLoopback),
	is("isLinkLocalMulticast", isLinkLocalMulticast),
	is("isLinkLocalUnicast", isLinkLocal),
	is("isGlobalUnicast", isGlobal),
	fn("cidr", [STRING], CIDR, ([value]) => toCidr(text(value))),
	fn("isCIDR", [STRING], BOOL, ([value]) => readCidr(text(value)) !== void 0),
	fn("string", [CIDR], STRING, ([value]) => `${render(cidr(value).address)}/${String(cidr(value).length)}`),
	method("containsIP", [CIDR, IP], BOOL, ([value, ip]) => contains(network(cidr(value)), address(ip))),
	method("containsIP", [CIDR, STRING], BOOL, ([value, ip]) => contains(network(cidr(value)), toIp(text(ip)).address)),
	method("containsCIDR", [CIDR, CIDR], BOOL, ([value, other]) => holdsCidr(cidr(value), cidr(other))),
	method("containsCIDR", [CIDR, STRING], BOOL, ([value, other]) => holdsCidr(cidr(value), toCidr(text(other)))),
	method("ip", [CIDR], IP, ([value]) => new CelIp(cidr(value).address)),
	method("prefixLength", [CIDR], INT, ([value]) => BigInt(cidr(value).length)),
	method("masked", [CIDR], CIDR, ([value]) => new CelCidr({
		family: cidr(value).address.family,
		value: network(cidr(value)).first
	}, cidr(value).length))
];
// src/core/predict/cel/library/format-text.ts
/** `"%s has %d".format([…])`, as the string extension of the language formats. */
function formatText(pattern, values) {
	let used = 0;
	const next = () => {
		const value = values[used++];
		if (value === void 0) throw new CelError(`index ${String(used - 1)} out of range`);
		return value;
	};
	return pattern.replace(/%(?:(%)|(?:\.(\d+))?([sdfexXob])|)/g, (whole, percent, precision, verb) => {
		if (percent !== void 0) return "%";
		if (verb === void 0) throw new CelError(`could not parse formatting clause "${whole}"`);
		return formatValue(next(), verb, precision === void 0 ? 6 : Number(precision));
	});
}
function formatValue(value, verb, precision) {
	switch (verb) {
		case "s": return plainText(value);
		case "d": return String(integerOf(value));
		case "f": return Number(value instanceof CelUint ? value.value : value).toFixed(precision);
		case "e": return Number(value instanceof CelUint ? value.value : value).toExponential(precision).replace(/e([-+])(\d)$/, "e$10$2");
		case "b": return typeof value === "boolean" ? String(Number(value)) : integerOf(value).toString(2);
		case "o": return integerOf(value).toString(8);
		default: return verb === "X" ? hex(value).toUpperCase() : hex(value);
	}
}
function integerOf(value) {
	if (typeof value === "bigint") return value;
	if (value instanceof CelUint) return value.value;
	throw new CelError("integer clause can only be used on integers");
}
function hex(value) {
	if (typeof value === "string") return Array.from(value, (point) => (point.codePointAt(0) ?? 0).toString(16)).join("");
	if (value instanceof Uint8Array) return Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join("");
	return integerOf(value).toString(16);
}
function plainText(value) {
	if (typeof value === "string") return value;
	if (value instanceof Uint8Array) return decodeUtf8(value);
	if (value instanceof CelUint) return String(value.value);
	if (value instanceof CelDuration) return renderDuration(value.nanos);
	if (value instanceof CelTimestamp) return renderTimestamp(value.nanos);
	if (value instanceof CelTypeValue) return value.name;
	if (isList(value)) return `[${value.map(plainText).join(", ")}]`;
	if (isMap(value)) return `{${[...value].map(([key, each]) => `${plainText(key)}: ${plainText(each)}`).sort().join(", ")}}`;
	if (value === null || typeof value === "boolean" || typeof value === "bigint" || typeof value === "number") return String(value);
	throw new CelError(value instanceof CelOptional ? "string clause on an optional value" : "string clause on a value that has no text");
}
// src/core/predict/cel/library/strings.ts
function indexWithin(value, index) {
	if (index < 0n || index > BigInt(value.length)) throw new CelError(`index out of range: ${String(index)}`);
	return Number(index);
}
const points = (value) => Array.from(text(value));
function substring(value, from, to) {
	const [start, end] = [indexWithin(value, from), indexWithin(value, to)];
	if (start > end) throw new CelError(`invalid substring range. start: ${String(from)}, end: ${String(to)}`);
	return value.slice(start, end).join("");
}
/** Index in characters of a part, from an index on. */
function indexOf(value, part, from) {
	const start = indexWithin(value, from);
	const found = value.slice(start).join("").indexOf(part);
	return found < 0 ? -1n : BigInt(start + Array.from(value.slice(start).join("").slice(0, found)).length);
}
function lastIndexOf(value, part, from) {
	const most = indexWithin(value, from);
	const wanted = Array.from(part);
	for (let at = Math.min(most, value.length - wanted.length); at >= 0; at--) if (wanted.every((point, index) => value[at + index] === point)) return BigInt(at);
	return -1n;
}
function replace(value, [from, to], most) {
	if (most < 0) return value.replaceAll(from, () => to);
	let [replaced, rest] = ["", value];
	for (let count = 0; count < most; count++) {
		const at = rest.indexOf(from);
		if (at < 0) break;
		const length = from === "" ? 1 : from.length;
		replaced += from === "" ? to + rest.slice(0, 1) : rest.slice(0, at) + to;
		rest = rest.slice(from === "" ? length : at + length);
	}
	return replaced + rest;
}
function split(value, separator, most) {
	const parts = separator === "" ? Array.from(value) : value.split(separator);
	if (most < 0 || parts.length <= most) return parts;
	return most === 0 ? [] : [...parts.slice(0, most - 1), parts.slice(most - 1).join(separator)];
}
const ascii = (value, change) => value.replace(/[A-Za-z]/g, change);
const searches = [
	method("contains", [STRING, STRING], BOOL, ([value, part]) => text(value).includes(text(part))),
	method("startsWith", [STRING, STRING], BOOL, ([value, part]) => text(value).startsWith(text(part))),
	method("endsWith", [STRING, STRING], BOOL, ([value, part]) => text(value).endsWith(text(part))),
	method("charAt", [STRING, INT], STRING, ([value, index]) => points(value)[indexWithin(points(value), whole$1(index))] ?? ""),
	method("indexOf", [STRING, STRING], INT, ([value, part]) => indexOf(points(value), text(part), 0n)),
	method("indexOf", [
		STRING,
		STRING,
		INT
	], INT, ([value, part, from]) => indexOf(points(value), text(part), whole$1(from))),
	method("lastIndexOf", [STRING, STRING], INT, ([value, part]) => lastIndexOf(points(value), text(part), BigInt(points(value).length))),
	method("lastIndexOf", [
		STRING,
		STRING,
		INT
	], INT, ([value, part, from]) => lastIndexOf(points(value), text(part), whole$1(from)))
];
const changes = [
	method("lowerAscii", [STRING], STRING, ([value]) => ascii(text(value), (letter) => letter.toLowerCase())),
	method("upperAscii", [STRING], STRING, ([value]) => ascii(text(value), (letter) => letter.toUpperCase())),
	method("trim", [STRING], STRING, ([value]) => text(value).trim()),
	method("reverse", [STRING], STRING, ([value]) => points(value).toReversed().join("")),
	method("replace", [
		STRING,
		STRING,
		STRING
	], STRING, ([value, from, to]) => replace(text(value), [text(from), text(to)], -1)),
	method("replace", [
		STRING,
		STRING,
		STRING,
		INT
	], STRING, ([value, from, to, most]) => replace(text(value), [text(from), text(to)], Number(whole$1(most)))),
	method("split", [STRING, STRING], listOf(STRING), ([value, separator]) => split(text(value), text(separator), -1)),
	method("split", [
		STRING,
		STRING,
		INT
	], listOf(STRING), ([value, separator, most]) => split(text(value), text(separator), Number(whole$1(most)))),
	method("substring", [STRING, INT], STRING, ([value, from]) => substring(points(value), whole$1(from), BigInt(points(value).length))),
	method("substring", [
		STRING,
		INT,
		INT
	], STRING, ([value, from, to]) => substring(points(value), whole$1(from), whole$1(to))),
	method("join", [listOf(STRING)], STRING, ([value]) => list(value).map(text).join("")),
	method("join", [listOf(STRING), STRING], STRING, ([value, separator]) => list(value).map(text).join(text(separator))),
	method("format", [STRING, listOf(DYN)], STRING, ([value, values]) => formatText(text(value), list(values))),
	fn("strings.quote", [STRING], STRING, ([value]) => JSON.stringify(text(value)))
];
const patterns = [fn, method].map((of) => of("matches", [STRING, STRING], BOOL, ([value, pattern], { patterns: engine, meter }) => {
	meter.spend(text(value).length / 10 * Math.max(1, text(pattern).length / 4));
	return engine.matches(text(pattern), text(value));
}));
const finds = [
	method("find", [STRING, STRING], STRING, ([value, pattern], { patterns: engine }) => engine.findAll(text(pattern), text(value), 1)[0] ?? ""),
	method("findAll", [STRING, STRING], listOf(STRING), ([value, pattern], { patterns: engine }) => engine.findAll(text(pattern), text(value), -1)),
	method("findAll", [
		STRING,
		STRING,
		INT
	], listOf(STRING), ([value, pattern, most], { patterns: engine }) => engine.findAll(text(pattern), text(value), Number(whole$1(most))))
];
const STRINGS = [
	...searches,
	...changes,
	...patterns,
	...finds
];
// src/core/predict/cel/functions.ts
/** Every function that the API server's expressions may call: the language's own, its extensions, and those of Kubernetes. */
const ALL = [
	...OPERATORS$3,
	...BASICS,
	...STRINGS,
	...LISTS,
	...TIME$1,
	...KUBERNETES,
	...NETWORK,
	...FORMAT_FUNCTIONS,
	...AUTHORIZATION
];
let byName;
function index() {
	const overloads = /* @__PURE__ */ new Map();
	for (const overload of ALL) {
		const held = overloads.get(overload.name);
		if (held) held.push(overload);
		else overloads.set(overload.name, [overload]);
	}
	return overloads;
}
const NONE = [];
/** All signatures under a name; none where there is no such function. */
function overloadsOf(name) {
	return (byName ??= index()).get(name) ?? NONE;
}
// src/core/predict/cel/qualified-name.ts
/** `sets` and `optional` in `sets.contains(a, b)`: a name that stands before a function of that name, and no value. */
function qualifiedName({ name, receiver }) {
	if (receiver?.op !== "identifier") return void 0;
	const qualified = `${receiver.name}.${name}`;
	return overloadsOf(qualified).length > 0 ? qualified : void 0;
}
// src/core/predict/cel/check.ts
const TYPE_NAMES = new Map([
	...[
		BOOL,
		INT,
		UINT,
		DOUBLE,
		STRING,
		BYTES$1
	].map((type) => [type.kind, typeOf(type)]),
	["list", typeOf(listOf(DYN))],
	["map", typeOf(mapOf(DYN, DYN))],
	["null_type", typeOf(NULL)],
	["type", typeOf(DYN)]
]);
/** Signatures that are no functions: they decide which of their operands is looked at. */
const LOGIC = {
	"_&&_": {
		args: [BOOL, BOOL],
		result: BOOL
	},
	"_||_": {
		args: [BOOL, BOOL],
		result: BOOL
	},
	"_?_:_": {
		args: [
			BOOL,
			A,
			A
		],
		result: A
	}
};
/** Finds the type of an expression, and all that the API server's checker says against it. */
var Checker = class {
	issues = [];
	check(expression, scope) {
		switch (expression.op) {
			case "literal": return literalType(expression.value);
			case "identifier": return this.#identifier(expression, scope);
			case "select": return this.#select(expression, scope);
			case "has":
				this.#field(this.check(expression.of, scope), expression);
				return BOOL;
			case "call": return this.#call(expression, scope);
			case "list": return listOf(this.#uniform(expression.elements, scope));
			case "map": return mapOf(this.#uniform(expression.entries.map(([key]) => key), scope), this.#uniform(expression.entries.map(([, value]) => value), scope));
			case "bind": return this.check(expression.body, {
				name: expression.name,
				type: this.check(expression.value, scope),
				outer: scope
			});
			case "comprehension": return this.#comprehend(expression.comprehension, scope);
		}
	}
	#say(at, message) {
		this.issues.push({
			at,
			message
		});
		return DYN;
	}
	#identifier({ name, at }, scope) {
		for (let each = scope; each; each = each.outer) if (each.name === name) return each.type;
		return TYPE_NAMES.get(name) ?? this.#say(at, `undeclared reference to '${name}' (in container '')`);
	}
	/** A constant of another library may be called like `google.protobuf.Timestamp`: such names are left alone. */
	#select(expression, scope) {
		const path = pathOf(expression);
		if (path === "google.protobuf.Timestamp" || path === "google.protobuf.Duration") return typeOf(DYN);
		const of = this.check(expression.of, scope);
		const found = this.#field(of, expression);
		return expression.isOptional || of.kind === "optional" ? found.kind === "optional" ? found : optionalOf(found) : found;
	}
	#field(of, { field, at }) {
		switch (of.kind) {
			case "dyn":
			case "param": return DYN;
			case "map": return of.value;
			case "optional": return this.#field(of.value, {
				field,
				at
			});
			case "object": return of.fields.get(field) ?? this.#say(at, `undefined field '${field}'`);
			default: return this.#say(at, `type '${describeType(of)}' does not support field selection`);
		}
	}
	#call(expression, scope) {
		const { name, receiver, args, at } = expression;
		const logic = Object.hasOwn(LOGIC, name) ? LOGIC[name] : void 0;
		const qualified = qualifiedName(expression);
		const operands = [...receiver && qualified === void 0 ? [receiver] : [], ...args];
		const overloads = logic ? [{
			...logic,
			isMethod: false
		}] : overloadsOf(qualified ?? name);
		if (overloads.length === 0) return this.#say(at, `undeclared reference to '${name}' (in container '')`);
		const types = operands.map((operand) => name === "format" && operand.op === "list" ? this.#mixed(operand.elements, scope) : this.check(operand, scope));
		const isMethod = receiver !== void 0 && qualified === void 0;
		const [first, ...others] = overloads.flatMap((overload) => resultOf(overload, types, isMethod) ?? []);
		if (first) return others.every((other) => sameType(first, other)) ? first : DYN;
		return this.#say(at, `found no matching overload for '${qualified ?? name}' applied to '${describeCall(types, isMethod)}'`);
	}
	/** What `format` prints may be of many types. */
	#mixed(elements, scope) {
		for (const element of elements) this.check(element, scope);
		return listOf(DYN);
	}
	/** Elements of one literal have one type. */
	#uniform(elements, scope) {
		const types = elements.map((element) => this.check(element, scope));
		const joined = joinTypes(types);
		const [first] = types;
		const odd = types.findIndex((type) => first && !isAssignable(type, first, /* @__PURE__ */ new Map()));
		const [type, element] = [types[odd], elements[odd]];
		if (type && element && first) this.#say(element.at, `expected type '${describeType(first)}' but found '${describeType(type)}'`);
		return joined;
	}
	#comprehend({ macro, over, variables, condition, transform }, scope) {
		const range = this.check(over, scope);
		const [key, value] = this.#rangeTypes(range, over);
		const [first = "", second] = variables;
		const single = range.kind === "map" ? key : value;
		const inner = second === void 0 ? {
			name: first,
			type: single,
			outer: scope
		} : {
			name: second,
			type: value,
			outer: {
				name: first,
				type: key,
				outer: scope
			}
		};
		this.#condition(condition, inner);
		const made = transform ? this.check(transform, inner) : DYN;
		switch (macro) {
			case "filter": return range.kind === "dyn" ? listOf(DYN) : listOf(single);
			case "map":
			case "transformList": return listOf(made);
			case "transformMap": return mapOf(key, made);
			case "transformMapEntry": return made;
			default: return BOOL;
		}
	}
	#condition(condition, scope) {
		if (!condition) return;
		const type = this.check(condition, scope);
		if (!isAssignable(type, BOOL, /* @__PURE__ */ new Map())) this.#say(condition.at, `found no matching overload for '_&&_' applied to '(bool, ${describeType(type)})'`);
	}
	#rangeTypes(range, { at }) {
		if (range.kind === "list") return [INT, range.element];
		if (range.kind === "map") return [range.key, range.value];
		if (range.kind !== "dyn") this.#say(at, `expression of type '${describeType(range)}' cannot be range of a comprehension (must be list, map, or dynamic)`);
		return [DYN, DYN];
	}
};
function resultOf(overload, types, isMethod) {
	const bindings = /* @__PURE__ */ new Map();
	if (overload.isMethod !== isMethod || overload.args.length !== types.length) return void 0;
	if (!overload.args.every((wanted, index) => isAssignable(types[index] ?? DYN, wanted, bindings))) return void 0;
	return substitute(overload.result, bindings);
}
function describeCall(types, isMethod) {
	const [receiver, ...args] = types;
	const list = (of) => `(${of.map(describeType).join(", ")})`;
	return isMethod && receiver ? `${describeType(receiver)}.${list(args)}` : list(types);
}
function literalType(value) {
	if (value === null) return NULL;
	if (typeof value === "boolean") return BOOL;
	if (typeof value === "bigint") return INT;
	if (typeof value === "number") return DOUBLE;
	if (typeof value === "string") return STRING;
	return value instanceof Uint8Array ? BYTES$1 : UINT;
}
function pathOf(expression) {
	if (expression.op === "identifier") return expression.name;
	if (expression.op !== "select") return void 0;
	const of = pathOf(expression.of);
	return of === void 0 ? void 0 : `${of}.${expression.field}`;
}
// src/core/predict/cel/names.ts
/** Words that stand for something in the language: fields of that name are written `__namespace__`. */
const RESERVED = new Set("true false null in as break const continue else for function if import let loop package namespace return var void while".split(" "));
const MARKS$1 = {
	__underscores__: "__",
	__dot__: ".",
	__dash__: "-",
	__slash__: "/"
};
function unescapeName(name) {
	const [, word] = /^__([a-z]+)__$/.exec(name) ?? [];
	if (word !== void 0 && RESERVED.has(word)) return word;
	return name.replace(/__(?:underscores|dot|dash|slash)__/g, (mark) => MARKS$1[mark] ?? mark);
}
// src/core/predict/cel/evaluate.ts
const TYPES$1 = /* @__PURE__ */ new Set([
	"int",
	"uint",
	"double",
	"bool",
	"string",
	"bytes",
	"list",
	"map",
	"null_type",
	"type"
]);
/** Evaluates expressions: one object for one evaluation, since it counts the cost. */
var Evaluator = class {
	#context;
	constructor(context) {
		this.#context = context;
	}
	evaluate(expression, scope) {
		this.#context.meter.spend(1);
		switch (expression.op) {
			case "literal": return literalValue(expression.value);
			case "identifier": return known(lookUp(expression.name, scope));
			case "select": return this.#select(expression, scope);
			case "has": return this.#has(expression, scope);
			case "call": return this.#call(expression, scope);
			case "list": return expression.elements.map((element) => this.evaluate(element, scope));
			case "map": return new Map(expression.entries.map(([key, value]) => [this.evaluate(key, scope), this.evaluate(value, scope)]));
			case "bind": return this.evaluate(expression.body, {
				name: expression.name,
				value: this.evaluate(expression.value, scope),
				outer: scope
			});
			case "comprehension": return this.#comprehend(expression.comprehension, scope);
		}
	}
	#select(expression, scope) {
		const of = this.evaluate(expression.of, scope);
		if (of instanceof CelOptional || expression.isOptional) {
			const inner = of instanceof CelOptional ? of.value : of;
			const found = inner === void 0 ? void 0 : fieldOf(inner, expression.field);
			return found === void 0 ? new CelOptional() : new CelOptional(known(found));
		}
		const found = fieldOf(of, expression.field);
		if (found === void 0) throw new CelError(`no such key: ${expression.field}`);
		return known(found);
	}
	#has(expression, scope) {
		const of = this.evaluate(expression.of, scope);
		const inner = of instanceof CelOptional ? of.value : of;
		if (inner === void 0) return false;
		const found = fieldOf(inner, expression.field);
		if (found === UNKNOWN) throw new CelUnknown();
		return found !== void 0;
	}
	#call(expression, scope) {
		const { name, args } = expression;
		const [first, second, third] = args;
		if (first && second && (name === "_&&_" || name === "_||_")) return this.#decide(name === "_||_", [first, second], scope);
		if (name === "_?_:_" && first && second && third) return this.evaluate(truthOf(this.evaluate(first, scope)) ? second : third, scope);
		const qualified = qualifiedName(expression);
		if (qualified !== void 0) return this.#apply(qualified, false, args.map((argument) => this.evaluate(argument, scope)));
		const receiver = expression.receiver && this.evaluate(expression.receiver, scope);
		const values = args.map((argument) => this.evaluate(argument, scope));
		return this.#apply(name, receiver !== void 0, receiver === void 0 ? values : [receiver, ...values]);
	}
	#apply(name, isMethod, args) {
		for (const overload of overloadsOf(name)) {
			if (overload.isMethod !== isMethod || overload.args.length !== args.length) continue;
			if (overload.args.every((type, index) => isOfType(args[index] ?? null, type))) return overload.run(args, this.#context);
		}
		throw new CelError("no such overload");
	}
	/** `&&` and `||`: one side may decide although the other fails or is not known. */
	#decide(decisive, [left, right], scope) {
		const one = this.#attempt(left, scope);
		if (one === decisive) return decisive;
		const other = this.#attempt(right, scope);
		if (other === decisive) return decisive;
		for (const side of [one, other]) if (side instanceof CelUnknown) throw side;
		for (const side of [one, other]) if (side instanceof CelError) throw side;
		return !decisive;
	}
	#attempt(expression, scope) {
		try {
			return truthOf(this.evaluate(expression, scope));
		} catch (error) {
			if (error instanceof CelError || error instanceof CelUnknown) return error;
			throw error;
		}
	}
	#comprehend(comprehension, scope) {
		const entries = this.#entries(comprehension, scope);
		switch (comprehension.macro) {
			case "all":
			case "exists": return this.#quantify(comprehension, entries, scope);
			case "exists_one": return entries.filter((entry) => truthOf(this.#each(comprehension.condition, comprehension, entry, scope))).length === 1;
			case "filter": return entries.filter((entry) => truthOf(this.#each(comprehension.condition, comprehension, entry, scope))).map(([, value]) => value);
			case "map":
			case "transformList": return this.#transform(comprehension, entries, scope).map(([, value]) => value);
			case "transformMap": return new Map(this.#transform(comprehension, entries, scope));
			case "transformMapEntry": return new Map(this.#transform(comprehension, entries, scope).flatMap(([, value]) => isMap(value) ? [...value] : []));
		}
	}
	/** Key and value of each element. With one variable, a map is run through by its keys. */
	#entries({ over, variables }, scope) {
		const value = this.evaluate(over, scope);
		if (!isList(value) && !isMap(value)) throw new CelError("no such overload");
		const entries = entriesOf(value);
		return variables.length === 1 && isMap(value) ? entries.map(([key]) => [key, key]) : entries;
	}
	#each(expression, { variables }, [key, value], scope) {
		if (!expression) return true;
		const [first = "", second] = variables;
		if (second === void 0) return this.evaluate(expression, {
			name: first,
			value,
			outer: scope
		});
		return this.evaluate(expression, {
			name: second,
			value,
			outer: {
				name: first,
				value: key,
				outer: scope
			}
		});
	}
	#quantify(comprehension, entries, scope) {
		const decisive = comprehension.macro === "exists";
		let failure;
		for (const entry of entries) try {
			if (truthOf(this.#each(comprehension.condition, comprehension, entry, scope)) === decisive) return decisive;
		} catch (error) {
			if (!(error instanceof CelError || error instanceof CelUnknown)) throw error;
			if (!(failure instanceof CelUnknown)) failure = error;
		}
		if (failure) throw failure;
		return !decisive;
	}
	#transform(comprehension, entries, scope) {
		return entries.filter((entry) => truthOf(this.#each(comprehension.condition, comprehension, entry, scope))).map((entry) => [entry[0], this.#each(comprehension.transform, comprehension, entry, scope)]);
	}
};
function literalValue(value) {
	return value !== null && typeof value === "object" && "uint" in value ? new CelUint(value.uint) : value;
}
function lookUp(name, scope) {
	for (let at = scope; at; at = at.outer) if (at.name === name) return at.value;
	if (TYPES$1.has(name)) return new CelTypeValue(name);
	throw new CelError(`no such attribute: ${name}`);
}
function known(value) {
	if (value === UNKNOWN) throw new CelUnknown();
	return value;
}
function truthOf(value) {
	if (typeof value !== "boolean") throw new CelError("no such overload");
	return value;
}
function fieldOf(value, field) {
	if (!isMap(value)) throw new CelError("no such overload");
	return fieldIn(value, field);
}
/** Fields whose names are no identifiers are written escaped (`x__dash__prop`). */
function fieldIn(map, field) {
	return findKey(map, field) ?? (field.includes("__") ? findKey(map, unescapeName(field)) : void 0);
}
// src/core/predict/cel/from-value.ts
/**
* Reads a plain value as the API server hands it to expressions: whole numbers are ints unless the schema says `number`; texts of the
* formats `date-time`, `date` and `duration` are moments and durations. Without a schema everything is what it looks like.
*/
function fromPlain(value, schema) {
	if (value === null || typeof value === "boolean" || typeof value === "bigint") return value;
	if (typeof value === "number") return Number.isInteger(value) && schema?.type !== "number" ? BigInt(value) : value;
	if (typeof value === "string") return fromText(value, schema);
	if (isPlainList(value)) {
		const element = schema?.type === "list" ? schema.element?.() : void 0;
		return value.map((each) => fromPlain(each, element));
	}
	return new Map(Object.entries(value).map(([key, each]) => [key, fromPlain(each, partOf(schema, key))]));
}
const isPlainList = (value) => Array.isArray(value);
function partOf(schema, key) {
	return schema?.field?.(key)?.schema ?? (schema?.type === "map" ? schema.element?.() : void 0);
}
function fromText(value, schema) {
	if (isPlaceholder(value)) return UNKNOWN;
	const format = schema?.format ?? schema?.constraints?.format;
	if (format === void 0) return value;
	if (format === "duration") {
		const nanos = durationNanos(value);
		return nanos === void 0 ? value : new CelDuration(nanos);
	}
	const moment = format === "date" ? timestampNanos(`${value}T00:00:00Z`) : format === "date-time" ? timestampNanos(value) : void 0;
	return moment === void 0 ? value : new CelTimestamp(moment);
}
// src/core/predict/cel/macros.ts
const CONDITIONS = /* @__PURE__ */ new Map([
	["all", "all"],
	["exists", "exists"],
	["exists_one", "exists_one"],
	["existsOne", "exists_one"],
	["filter", "filter"]
]);
const TRANSFORMS = /* @__PURE__ */ new Map([
	["transformList", "transformList"],
	["transformMap", "transformMap"],
	["transformMapEntry", "transformMapEntry"]
]);
const nameOf = (expression) => expression?.op === "identifier" ? expression.name : void 0;
/** `has(a.b)`, `e.all(x, …)`, `cel.bind(…)` and the other macros; undefined for an ordinary call. */
function expandMacro(call) {
	if (!call.receiver) return call.name === "has" ? expandHas(call) : void 0;
	if (call.name === "bind" && nameOf(call.receiver) === "cel") return expandBind(call);
	if (call.name === "optMap" || call.name === "optFlatMap") return expandOptional(call);
	const comprehension = comprehensionOf(call, call.receiver);
	return comprehension && {
		op: "comprehension",
		at: call.at,
		comprehension
	};
}
function expandHas({ args, at }) {
	const [argument, ...others] = args;
	if (argument?.op !== "select" || others.length > 0) return void 0;
	return {
		op: "has",
		at,
		of: argument.of,
		field: argument.field,
		isOptional: argument.isOptional
	};
}
function expandBind({ args, at }) {
	const [variable, value, body, ...others] = args;
	const name = nameOf(variable);
	return name !== void 0 && value && body && others.length === 0 ? {
		op: "bind",
		at,
		name,
		value,
		body
	} : void 0;
}
/** `optional.optMap(x, e)`: the value, if there is one, under a name. */
function expandOptional({ name, receiver, args, at }) {
	const [variable, body, ...others] = args;
	const bound = nameOf(variable);
	if (!receiver || bound === void 0 || !body || others.length > 0) return void 0;
	return {
		op: "call",
		at,
		name: "_?_:_",
		args: [
			{
				op: "call",
				at,
				name: "hasValue",
				receiver,
				args: []
			},
			{
				op: "bind",
				at,
				name: bound,
				value: {
					op: "call",
					at,
					name: "value",
					receiver,
					args: []
				},
				body: name === "optMap" ? {
					op: "call",
					at,
					name: "optional.of",
					args: [body]
				} : body
			},
			{
				op: "call",
				at,
				name: "optional.none",
				args: []
			}
		]
	};
}
function comprehensionOf({ name, args }, over) {
	const [first, second] = args;
	const [one, two] = [nameOf(first), nameOf(second)];
	if (one === void 0) return void 0;
	const quantifier = CONDITIONS.get(name);
	if (quantifier) {
		if (args.length === 2 && second && name !== "existsOne") return {
			macro: quantifier,
			over,
			variables: [one],
			condition: second
		};
		const condition = args[2];
		return args.length === 3 && two !== void 0 && condition && name !== "filter" ? {
			macro: quantifier,
			over,
			variables: [one, two],
			condition
		} : void 0;
	}
	if (name === "map") return transformOf("map", over, [one], args.slice(1));
	const transform = TRANSFORMS.get(name);
	return transform && two !== void 0 ? transformOf(transform, over, [one, two], args.slice(2)) : void 0;
}
/** The last argument transforms; one before it is a condition. */
function transformOf(macro, over, variables, rest) {
	const transform = rest.at(-1);
	if (!transform || rest.length > 2) return void 0;
	const condition = rest.length === 2 ? rest[0] : void 0;
	return {
		macro,
		over,
		variables,
		transform,
		...condition && { condition }
	};
}
// src/core/predict/cel/parse.ts
/** Depth and size that the API server's parser takes as well. */
const LIMITS = {
	maxAstNodes: 2e4,
	maxDepth: 250,
	maxListElements: 5e3,
	maxMapEntries: 5e3,
	maxCallArguments: 64
};
let environment;
const parser = () => environment ??= new Environment({
	enableOptionalTypes: true,
	unlistedVariablesAreDyn: true,
	limits: LIMITS
});
const OPERATORS$2 = {
	in: "@in",
	"&&": "_&&_",
	"||": "_||_",
	"?:": "_?_:_",
	"!_": "!_",
	"-_": "-_"
};
/** Characters that no expression holds outside of its texts. */
const FOREIGN = /^[$@#;~^\\]$/;
/** Reads the library's tree as ours. */
var Reader = class {
	#text;
	constructor(text) {
		this.#text = text;
	}
	read(node) {
		switch (node.op) {
			case "value": return {
				op: "literal",
				at: node.start,
				value: literalOf(node.args)
			};
			case "id": return {
				op: "identifier",
				at: node.start,
				name: node.args
			};
			case ".":
			case ".?": return this.#select(node.args[0], node.args[1], node.op === ".?");
			case "list": return {
				op: "list",
				at: node.start,
				elements: node.args.map((element) => this.read(element))
			};
			case "map": return {
				op: "map",
				at: node.start,
				entries: node.args.map(([key, value]) => [this.read(key), this.read(value)])
			};
			case "call": return this.#call(node.args[0], void 0, node.args[1], node.start + node.args[0].length);
			case "rcall": return this.#call(node.args[0], node.args[1], node.args[2], this.#after(node.args[1].end + 1, "("));
			default: return this.#operator(node);
		}
	}
	#operator(node) {
		switch (node.op) {
			case "?:": return this.#operation("_?_:_", node.args, this.#operatorAfter(node.args[0].end));
			case "!_":
			case "-_": return this.#operation(node.op, [node.args], node.start);
			case "[]": return this.#operation("_[_]", node.args, this.#operatorAfter(node.args[0].end));
			case "[?]": return this.#operation("_[?_]", node.args, this.#operatorAfter(node.args[0].end));
			case "value":
			case "id":
			case ".":
			case ".?":
			case "list":
			case "map":
			case "call":
			case "rcall": throw new TypeError(node.op);
			default: return this.#operation(OPERATORS$2[node.op] ?? `_${node.op}_`, node.args, this.#operatorAfter(node.args[0].end));
		}
	}
	#operation(name, args, at) {
		return {
			op: "call",
			at,
			name,
			args: args.map((argument) => this.read(argument))
		};
	}
	#select(of, field, isOptional) {
		return {
			op: "select",
			at: this.#after(of.end, "."),
			of: this.read(of),
			field,
			isOptional
		};
	}
	#call(name, receiver, args, at) {
		const call = {
			op: "call",
			at: this.#after(at, "("),
			name,
			...receiver && { receiver: this.read(receiver) },
			args: args.map((argument) => this.read(argument))
		};
		return expandMacro(call) ?? call;
	}
	/** Offset of the next such character. */
	#after(offset, character) {
		const found = this.#text.indexOf(character, offset);
		return found < 0 ? offset : found;
	}
	/** Offset of the operator behind an operand, which may stand in parentheses. */
	#operatorAfter(offset) {
		let at = offset;
		while (/[\s)]/.test(this.#text.charAt(at))) at++;
		return at;
	}
};
function literalOf(value) {
	if (value === null || typeof value === "boolean" || typeof value === "bigint" || typeof value === "number" || typeof value === "string") return value;
	if (value instanceof Uint8Array) return value;
	return { uint: value.value };
}
/** The server's words for a text that breaks off or holds what no expression does; none where another reading may save it. */
function issuesOf(text, error) {
	const at = error.range?.start ?? text.length;
	const found = text.charAt(at);
	if (FOREIGN.test(found)) return [{
		at,
		message: `Syntax error: token recognition error at: '${found}'`
	}, ...leftover(text, at + 1)];
	if (error.code === "limit_exceeded" || text.slice(at).trim() !== "") return [];
	const isCut = text.trimEnd().endsWith(".");
	return [{
		at: text.length,
		message: isCut ? "Syntax error: no viable alternative at input '.'" : "Syntax error: mismatched input '<EOF>'"
	}];
}
/** A name behind a foreign character follows on nothing. */
function leftover(text, from) {
	const [, name = ""] = /^\s*([A-Za-z_]\w*)$/.exec(text.slice(from)) ?? [];
	return name === "" ? [] : [{
		at: text.lastIndexOf(name),
		message: `Syntax error: extraneous input '${name}' expecting <EOF>`
	}];
}
/** Parses an expression. */
function parseExpression(text) {
	try {
		const { ast } = parser().parse(text);
		return { expression: new Reader(text).read(ast) };
	} catch (error) {
		if (!(error instanceof ParseError)) return { unsupported: true };
		const issues = issuesOf(text, error);
		return issues.length > 0 ? { issues } : { unsupported: true };
	}
}
// src/core/predict/cel/patterns.ts
/** Patterns in the dialect of RE2, matched in linear time; compiled once each. */
var Patterns = class {
	#compiled = /* @__PURE__ */ new Map();
	isPattern(pattern) {
		return this.#find(pattern) !== void 0;
	}
	matches(pattern, text) {
		return this.#compile(pattern).matcher(text).find();
	}
	findAll(pattern, text, most) {
		const matcher = this.#compile(pattern).matcher(text);
		const found = [];
		while ((most < 0 || found.length < most) && matcher.find()) found.push(matcher.group() ?? "");
		return found;
	}
	#compile(pattern) {
		const compiled = this.#find(pattern);
		if (!compiled) throw new CelError(`error parsing regexp: ${pattern}`);
		return compiled;
	}
	#find(pattern) {
		if (!this.#compiled.has(pattern)) this.#compiled.set(pattern, compile$1(pattern));
		return this.#compiled.get(pattern);
	}
};
function compile$1(pattern) {
	try {
		return RE2JS.compile(pattern);
	} catch {
		return;
	}
}
// src/core/predict/cel/create-cel.ts
/** Steps that one evaluation may take, and all of one program together: a hostile rule costs no more than this. */
const MOST_STEPS = 5e5;
const MOST_STEPS_OF_PROGRAM = 5e6;
const MOST_PROGRAMS = 5e3;
var Compiled = class {
	text;
	type;
	expression;
	spent = 0;
	constructor(text, type, expression) {
		this.text = text;
		this.type = type;
		this.expression = expression;
	}
};
var Allowance = class {
	#left;
	constructor(left) {
		this.#left = left;
	}
	get left() {
		return this.#left;
	}
	spend(units) {
		this.#left -= units;
		if (this.#left < 0) throw new CelUnknown();
	}
};
/** The issue as the checker prints it: where, what, the line, and a caret below it. */
function renderIssue(text, { at, message }) {
	const before = text.slice(0, at).split("\n");
	const [line, column] = [before.length, before.at(-1)?.length ?? 0];
	return `ERROR: <input>:${String(line)}:${String(column + 1)}: ${message}\n | ${text.split("\n")[line - 1] ?? ""}\n | ${".".repeat(column)}^`;
}
function faultOf(text, issues) {
	return {
		error: issues.map((issue) => renderIssue(text, issue)).join("\n"),
		issues
	};
}
function compile(text, scope) {
	const parsed = parseExpression(text);
	if ("unsupported" in parsed) return void 0;
	if ("issues" in parsed) return faultOf(text, parsed.issues);
	const checker = new Checker();
	const type = checker.check(parsed.expression, scope);
	return checker.issues.length > 0 ? faultOf(text, checker.issues) : new Compiled(text, type, parsed.expression);
}
var Engine = class {
	#patterns = new Patterns();
	#values = /* @__PURE__ */ new WeakMap();
	#rules = /* @__PURE__ */ new Map();
	compileRule(rule) {
		let program = this.#rules.get(rule);
		if (!program) {
			program = this.compile(rule, {
				self: DYN,
				oldSelf: DYN
			}) ?? {
				error: "the expression is not understood",
				issues: []
			};
			if (this.#rules.size < MOST_PROGRAMS) this.#rules.set(rule, program);
		}
		return program;
	}
	compile(text, variables) {
		let scope;
		for (const [name, type] of Object.entries(variables)) scope = {
			name,
			type,
			outer: scope
		};
		try {
			return compile(text, scope);
		} catch (error) {
			if (error instanceof RangeError) return void 0;
			throw error;
		}
	}
	evaluate(program, bindings) {
		const value = this.#run(program, bindings);
		if (value instanceof CelUnknown) return "unknown";
		if (value instanceof CelError) return { error: value.message };
		return typeof value === "boolean" ? value ? "true" : "false" : { error: "the expression gives no bool" };
	}
	render(program, bindings) {
		const value = this.#run(program, bindings);
		return typeof value === "string" ? value : void 0;
	}
	isPattern(pattern) {
		return this.#patterns.isPattern(pattern);
	}
	/** Values are read once: rules of inner fields see parts of what the rules of outer ones have seen. */
	#read(value, schema) {
		if (value === null || typeof value !== "object") return fromPlain(value, schema);
		let read = this.#values.get(value);
		if (read === void 0) this.#values.set(value, read = fromPlain(value, schema));
		return read;
	}
	#run(program, { self, oldSelf, schema }) {
		if (!(program instanceof Compiled) || program.spent > MOST_STEPS_OF_PROGRAM) return new CelUnknown();
		const meter = new Allowance(MOST_STEPS);
		const scope = {
			name: "self",
			value: this.#read(self, schema),
			...oldSelf !== void 0 && { outer: {
				name: "oldSelf",
				value: this.#read(oldSelf, schema)
			} }
		};
		try {
			return new Evaluator({
				meter,
				patterns: this.#patterns
			}).evaluate(program.expression, scope);
		} catch (error) {
			if (error instanceof CelError || error instanceof CelUnknown) return error;
			if (error instanceof RangeError) return new CelUnknown();
			throw error;
		} finally {
			program.spent += MOST_STEPS - Math.max(0, meter.left);
		}
	}
};
/** The engine. Programs are kept as long as it lives. */
function createCel() {
	return new Engine();
}
// src/core/schema/problem-order.ts
const isLess = (a, b) => typeof a === "number" && typeof b === "number" ? a < b : String(a) < String(b);
function compareSteps(a, b) {
	for (let i = 0; i < a.length && i < b.length; i++) {
		const [left, right] = [a[i]?.name ?? "", b[i]?.name ?? ""];
		if (left !== right) return isLess(left, right) ? -1 : 1;
	}
	return a.length - b.length;
}
/** In the order in which a decoder meets them that gets its keys sorted by name, as kubectl sends what was written in YAML. */
function inKeyOrder(problems) {
	return problems.length < 2 ? problems : [...problems].sort((a, b) => compareSteps(a.steps, b.steps));
}
// src/core/schema/base64-form.ts
const isDigit = (code) => code >= 65 && code <= 90 || code >= 97 && code <= 122 || code >= 48 && code <= 57 || code === 43 || code === 47;
const isBreak = (code) => code === 10 || code === 13;
const PAD = 61;
/** The rest of a group that padding closes: the position of the first character that may not stand there. */
function paddingFault(text, from, digits) {
	let at = from;
	if (digits < 2) return at;
	if (digits === 2) {
		at++;
		while (isBreak(text.charCodeAt(at))) at++;
		if (at >= text.length) return text.length;
		if (text.charCodeAt(at) !== PAD) return at - 1;
	}
	at++;
	while (isBreak(text.charCodeAt(at))) at++;
	return at < text.length ? at : void 0;
}
/** Where base64 is broken, as Go's decoder counts it (in bytes); undefined where nothing is wrong. Line breaks are skipped. */
function faultPosition(text) {
	let digits = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (isBreak(code)) continue;
		if (code === PAD) return paddingFault(text, at, digits);
		if (!isDigit(code)) return at;
		digits = (digits + 1) % 4;
	}
	return digits === 0 ? void 0 : text.length - digits;
}
/** What the server says against base64 text; undefined where it takes it. */
function base64Fault(text) {
	const position = faultPosition(text);
	return position === void 0 ? void 0 : `illegal base64 data at input byte ${String(position)}`;
}
// src/core/schema/time-form.ts
const literal = (text) => ({
	layout: text,
	form: new RegExp(`^${text}`)
});
const SECOND = {
	layout: "05",
	form: /^[0-9]{2}/,
	unit: "second",
	least: 0,
	most: 59
};
const ZONE = {
	layout: "Z07:00",
	form: /^(?:Z|[+-][0-9]{2}:[0-9]{2})/
};
const TO_MINUTE = [
	{
		layout: "2006",
		form: /^[0-9]{4}/,
		unit: "year"
	},
	literal("-"),
	{
		layout: "01",
		form: /^[0-9]{2}/,
		unit: "month",
		least: 1,
		most: 12
	},
	literal("-"),
	{
		layout: "02",
		form: /^[0-9]{2}/,
		unit: "day"
	},
	literal("T"),
	{
		layout: "15",
		form: /^[0-9]{1,2}/,
		unit: "hour",
		least: 0,
		most: 23
	},
	literal(":"),
	{
		layout: "04",
		form: /^[0-9]{2}/,
		unit: "minute",
		least: 0,
		most: 59
	},
	literal(":")
];
/** A fraction is read even where the layout has none. */
const TIME = [
	...TO_MINUTE,
	{
		...SECOND,
		form: /^[0-9]{2}(?:[.,][0-9]+)?/
	},
	ZONE
];
const MICRO_TIME = [
	...TO_MINUTE,
	SECOND,
	{
		layout: ".000000",
		form: /^[.,][0-9]{6}/
	},
	ZONE
];
const quote$1 = (text) => JSON.stringify(text);
function isDayOfMonth({ year = 0, month = 1, day = 0 }) {
	const days = [
		31,
		year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
		31,
		30,
		31,
		30,
		31,
		31,
		30,
		31,
		30,
		31
	][month - 1] ?? 0;
	return day >= 1 && day <= days;
}
/** What the server says against the text of a time, in the words of Go's `time.Parse`; undefined where it takes it. */
function timeFault(text, type) {
	const layout = type === "time" ? "2006-01-02T15:04:05Z07:00" : "2006-01-02T15:04:05.000000Z07:00";
	const parts = {};
	let rest = text;
	for (const { layout: element, form, unit, least, most } of type === "time" ? TIME : MICRO_TIME) {
		const [read] = form.exec(rest) ?? [];
		if (read === void 0) return `parsing time ${quote$1(text)} as ${quote$1(layout)}: cannot parse ${quote$1(rest)} as ${quote$1(element)}`;
		const value = Number.parseInt(read, 10);
		if (unit !== void 0) parts[unit] = value;
		if (unit !== void 0 && least !== void 0 && most !== void 0 && (value < least || value > most)) return `parsing time ${quote$1(text)}: ${unit} out of range`;
		rest = rest.slice(read.length);
	}
	if (rest !== "") return `parsing time ${quote$1(text)}: extra text: ${quote$1(rest)}`;
	return isDayOfMonth(parts) ? void 0 : `parsing time ${quote$1(text)}: day out of range`;
}
const UNITS = /* @__PURE__ */ new Set([
	"ns",
	"us",
	"µs",
	"μs",
	"ms",
	"s",
	"m",
	"h"
]);
/** What the server says against the text of a duration (`time.ParseDuration`); undefined where it takes it. */
function durationFault(text) {
	const invalid = `time: invalid duration ${quote$1(text)}`;
	let rest = text.replace(/^[+-]/, "");
	if (rest === "0") return void 0;
	if (rest === "") return invalid;
	while (rest !== "") {
		const [number] = /^(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)/.exec(rest) ?? [];
		if (number === void 0) return invalid;
		rest = rest.slice(number.length);
		const [unit = ""] = /^[^.0-9]*/.exec(rest) ?? [];
		if (unit === "") return `time: missing unit in duration ${quote$1(text)}`;
		if (!UNITS.has(unit)) return `time: unknown unit ${quote$1(unit)} in duration ${quote$1(text)}`;
		rest = rest.slice(unit.length);
	}
}
// src/core/schema/scalar-problem.ts
const RANGES = {
	int8: [-(2n ** 7n), 2n ** 7n - 1n],
	int16: [-(2n ** 15n), 2n ** 15n - 1n],
	int32: [-(2n ** 31n), 2n ** 31n - 1n],
	int64: [-(2n ** 63n), 2n ** 63n - 1n],
	uint8: [0n, 255n],
	uint16: [0n, 2n ** 16n - 1n],
	uint32: [0n, 2n ** 32n - 1n],
	uint64: [0n, 2n ** 64n - 1n]
};
const MOST_SMALL = 2 ** 31 - 1;
/** Whether a number is a whole one of a width. */
function fits(value, width) {
	if (typeof value === "number" && (!Number.isInteger(value) || Math.abs(value) >= 2 ** 64)) return false;
	const [least, most] = RANGES[width] ?? RANGES["int64"] ?? [0n, 0n];
	return BigInt(value) >= least && BigInt(value) <= most;
}
function integerProblem(value, wanted, width) {
	if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= MOST_SMALL && !width.endsWith("8") && !width.endsWith("16")) return void 0;
	return fits(value, width) ? void 0 : {
		kind: "number-form",
		wanted,
		text: String(value)
	};
}
const foundOf = (value) => typeof value === "boolean" ? "bool" : typeof value === "string" ? "string" : "number";
function textProblem(text, wanted) {
	const { type } = wanted;
	const fault = type === "bytes" ? base64Fault(text) : type === "duration" ? durationFault(text) : type === "time" || type === "microTime" ? timeFault(text, type) : void 0;
	return fault === void 0 ? void 0 : {
		kind: "text-form",
		wanted,
		fault
	};
}
const isNumber = (value) => typeof value === "number" || typeof value === "bigint";
/** Why the decoder of a type does not take a scalar that is not null; undefined where it does. */
function scalarProblem(value, wanted, quantityFault) {
	const mismatch = {
		kind: "wrong-type",
		wanted,
		found: foundOf(value)
	};
	switch (wanted.type) {
		case "integer": return isNumber(value) ? integerProblem(value, wanted, wanted.format ?? "int64") : mismatch;
		case "number": return isNumber(value) ? void 0 : mismatch;
		case "boolean": return typeof value === "boolean" ? void 0 : mismatch;
		case "string": return typeof value === "string" ? void 0 : mismatch;
		case "intOrString": return typeof value === "string" ? void 0 : isNumber(value) ? integerProblem(value, wanted, "int32") : mismatch;
		case "quantity": {
			const fault = quantityFault((typeof value === "string" ? JSON.stringify(value).slice(1, -1) : String(value)).trim());
			return fault === void 0 ? void 0 : {
				kind: "text-form",
				wanted,
				fault
			};
		}
		case "bytes":
		case "time":
		case "microTime":
		case "duration": return typeof value === "string" ? textProblem(value, wanted) : mismatch;
		default: return mismatch;
	}
}
// src/core/schema/walk.ts
/** More problems in one object are not told. */
const MOST_PROBLEMS = 500;
/** Aliases may make an object much larger than its text. */
const VISITS_PER_NODE = 8;
const LEAST_VISITS = 1e4;
/** Walks what is written against a schema, once, and collects what the decoder of the schema's type would not take. */
var Walker = class {
	problems = [];
	hasUnknown = false;
	#visits;
	#steps = [];
	#document;
	#tree;
	#hasDuplicates;
	#options;
	constructor(document, tree, options) {
		this.#document = document;
		this.#tree = tree;
		this.#options = options;
		this.#visits = LEAST_VISITS + VISITS_PER_NODE * tree.size;
		this.#hasDuplicates = document.problems.some(({ kind }) => kind === "duplicate-key" || kind === "missing-marker");
	}
	value(id, schema) {
		if (this.#visits-- <= 0) {
			this.hasUnknown = true;
			return;
		}
		const tree = this.#tree;
		const node = tree.resolve(id);
		switch (tree.kind(node)) {
			case NodeKind.mapping: return this.#mapping(node, schema);
			case NodeKind.sequence: return this.#sequence(node, schema);
			case NodeKind.scalar: return this.#scalar(node, schema);
			case NodeKind.alias: this.hasUnknown = true;
		}
	}
	#mapping(node, schema) {
		if (isOpenCollection(this.#document, this.#tree, node)) this.hasUnknown = true;
		if (schema.type === "any") return this.#noteUnknown(node);
		if (schema.type !== "object" && schema.type !== "map") return this.#collection("object", schema);
		const element = schema.type === "map" ? schema.element?.() : void 0;
		for (const { key, value } of this.#entriesOf(node)) {
			const name = keyText(this.#tree, key);
			if (this.#document.openKeys && isPlaceholder(name)) continue;
			if (schema.type === "object") this.#field(name, value, schema);
			else if (element) this.#step({
				name,
				isKey: true
			}, value, element);
		}
	}
	#field(name, value, owner) {
		const field = owner.field?.(name);
		if (field && !field.minors) return this.#step({
			name,
			owner,
			field
		}, value, field.schema);
		if (owner.isOpen) return;
		this.#steps.push({
			name,
			owner,
			...field && { field }
		});
		this.#add({
			kind: "unknown-field",
			owner,
			...field && { field }
		});
		if (field) this.value(value, field.schema);
		this.#steps.pop();
	}
	#step(step, value, schema) {
		this.#steps.push(step);
		this.value(value, schema);
		this.#steps.pop();
	}
	#sequence(node, schema) {
		if (isOpenCollection(this.#document, this.#tree, node)) this.hasUnknown = true;
		if (schema.type === "any") return this.#noteUnknown(node);
		const element = schema.type === "list" ? schema.element?.() : void 0;
		if (!element) return this.#collection("array", schema);
		const end = this.#tree.next(node);
		let name = 0;
		for (let child = node + 1; child < end; child = this.#tree.next(child)) this.#step({ name: name++ }, child, element);
	}
	/** A mapping or list where a scalar or the other one is wanted. Quantities parse the JSON text of whatever stands there. */
	#collection(found, wanted) {
		const fault = wanted.type === "quantity" ? this.#options.quantityFault("{}") : void 0;
		this.#add(fault === void 0 ? {
			kind: "wrong-type",
			wanted,
			found
		} : {
			kind: "text-form",
			wanted,
			fault
		});
	}
	#scalar(node, schema) {
		const tree = this.#tree;
		const { type } = schema;
		const isPlain = tree.style(node) === ScalarStyle.plain;
		const text = tree.scalarText(node);
		if (isPlaceholder(text)) {
			this.hasUnknown = true;
			return;
		}
		if (type === "any" || type === "string" && !isPlain && tree.tag(node) === void 0) return;
		const value = tree.scalarValue(node);
		if (value === null || type === "string" && typeof value === "string") return;
		const problem = scalarProblem(value, schema, this.#options.quantityFault);
		if (problem) this.#add(problem.kind === "wrong-type" ? {
			...problem,
			text
		} : problem);
	}
	/** Inside values of any form, only what is hidden counts. */
	#noteUnknown(node) {
		const tree = this.#tree;
		for (let at = node; at < tree.next(node) && !this.hasUnknown; at++) if (tree.kind(at) === NodeKind.scalar && isPlaceholder(tree.scalarText(at))) this.hasUnknown = true;
	}
	/** The entries that count. Of a key that stands twice the last one does, and in JSON the decoder tells it (S-349). */
	#entriesOf(node) {
		const own = ownEntries(this.#tree, node);
		if (!this.#hasDuplicates && !own.some(({ key }) => isMergeKey(this.#tree, key))) return own;
		if (this.#options.isJson) this.#tellDuplicates(own);
		return entriesOf$1(this.#tree, node);
	}
	#tellDuplicates(own) {
		const seen = /* @__PURE__ */ new Set();
		for (const { key } of own) {
			const name = keyText(this.#tree, key);
			if (seen.has(name)) {
				this.#steps.push({ name });
				this.#add({ kind: "duplicate-field" });
				this.#steps.pop();
			}
			seen.add(name);
		}
	}
	#add(problem) {
		if (this.problems.length < MOST_PROBLEMS) this.problems.push({
			...problem,
			steps: [...this.#steps]
		});
	}
};
/** Walks an object, or a part of one, against its schema. */
function walk(cursor, schema, options) {
	const { document, at } = cursor;
	if (!cursor.isWritten || !document.tree || at.node === void 0) return {
		problems: [],
		hasUnknown: cursor.isUnknown
	};
	const walker = new Walker(document, document.tree, options);
	walker.value(at.node, schema);
	return walker;
}
/** The field that steps lead to from an object. */
function cursorAt(object, steps) {
	let cursor = object.as();
	for (const { name } of steps) cursor = typeof name === "number" ? cursor.as().item(name) : cursor.get(name);
	return cursor;
}
// src/core/yaml/json-document.ts
/** Whether a document is JSON text, which kubectl sends as it is: keys in their order, those that stand twice too (S-349). */
function isJsonDocument({ file, span, tree }) {
	if (!tree || tree.size === 0 || file.text.charCodeAt(tree.start(0)) !== 123) return false;
	try {
		JSON.parse(file.text.slice(span.start, span.end));
		return true;
	} catch {
		return false;
	}
}
// src/core/predict/admission/decoder-words.ts
/** Path of a problem as the strict decoder writes it: `spec.ports[0].foo`. Keys of maps follow a dot like fields. */
function strictPath(steps) {
	return steps.map(({ name }, index) => typeof name === "number" ? `[${String(name)}]` : index === 0 ? name : `.${name}`).join("");
}
/** Path of a wrong type: fields alone, those of embedded structs behind the struct's name. */
function goPath(steps) {
	return steps.flatMap(({ name, field }) => field ? [...field.embedded === void 0 ? [] : [field.embedded], String(name)] : []).join(".");
}
const NAMES = {
	boolean: "bool",
	number: "float64",
	intOrString: "int32",
	time: "string",
	microTime: "string",
	duration: "string"
};
/** Name of the Go type that a value is decoded into. Types with a decoder of their own decode into a simpler one. */
function goTypeOf({ type, goType, format }) {
	if (type === "intOrString" || type === "time" || type === "microTime" || type === "duration") return NAMES[type] ?? type;
	return goType ?? NAMES[type] ?? (type === "integer" ? format ?? "int64" : type);
}
function unmarshalError(problem) {
	const what = problem.kind === "wrong-type" ? problem.found : `number ${problem.text}`;
	const field = goPath(problem.steps);
	const struct = problem.steps.findLast(({ owner }) => owner !== void 0)?.owner?.goType?.replace(/^.*\./, "");
	const type = goTypeOf(problem.wanted);
	if (struct === void 0 || field === "") return `json: cannot unmarshal ${what} into Go value of type ${type}`;
	return `json: cannot unmarshal ${what} into Go struct field ${struct}.${field} of type ${type}`;
}
/** The decoder's own sentence. */
function decoderSentence(problem) {
	switch (problem.kind) {
		case "unknown-field": return `unknown field "${strictPath(problem.steps)}"`;
		case "duplicate-field": return `duplicate field "${strictPath(problem.steps)}"`;
		case "text-form": return problem.fault;
		case "wrong-type":
		case "number-form": return unmarshalError(problem);
	}
}
/** Whether the text in quotes is what the field wants without them. */
function holdsWanted(text, { type }) {
	const value = resolvePlain(text);
	return type === "boolean" ? typeof value === "boolean" : (type === "integer" || type === "number") && (typeof value === "number" || typeof value === "bigint");
}
function checkOfType({ wanted, found, text }) {
	if (wanted.type === "string" && (found === "number" || found === "bool")) return "decode/string-not-quoted";
	return found === "string" && text !== void 0 && holdsWanted(text, wanted) ? "decode/number-quoted" : "decode/wrong-type";
}
/** Which check of the decoder speaks. */
function checkOf(problem) {
	switch (problem.kind) {
		case "unknown-field": return "decode/unknown-field";
		case "duplicate-field": return "decode/duplicate-field";
		case "number-form": return "decode/number-form";
		case "text-form": return problem.wanted.type === "quantity" ? "decode/quantity" : problem.wanted.type === "bytes" ? "decode/base64" : "decode/time";
		case "wrong-type": return checkOfType(problem);
	}
}
// src/core/predict/admission/decode.ts
const NOTHING = {
	causes: [],
	told: [],
	hasUnknown: false
};
const quantityFault = (text) => {
	const read = parseQuantity(text);
	return typeof read === "string" ? read : void 0;
};
/** What a walk over a document needs to know. */
function walkOptions(document) {
	return {
		quantityFault,
		isJson: document.problems.length > 0 && isJsonDocument(document)
	};
}
const isStrict = ({ kind }) => kind === "unknown-field" || kind === "duplicate-field";
/** Types with a decoder of their own end the decoding at once; of all other wrong types the first one is told at the end. */
function isFatal(problem) {
	if (problem.kind === "text-form") return problem.wanted.type !== "bytes";
	if (problem.kind !== "wrong-type" && problem.kind !== "number-form") return false;
	return [
		"intOrString",
		"quantity",
		"time",
		"microTime",
		"duration"
	].includes(problem.wanted.type);
}
/** What the server tells of all problems, which are in the order in which it meets them. */
function toldOf(problems) {
	const first = problems.find(isFatal) ?? problems.find((problem) => !isStrict(problem));
	return first ? [first] : problems;
}
function minorsWithout(range, minors) {
	const { since = 0, until = Infinity } = range ?? {};
	return range ? minors.filter((minor) => minor < since || minor > until) : minors;
}
const minorsOf = (problem, minors) => problem.kind === "unknown-field" ? minorsWithout(problem.field?.minors, minors) : minors;
const REASONS = {
	"unknown-field": "unknown-field",
	"duplicate-field": "duplicate-field"
};
/** A problem as a refusal by the decoder. `object` is what the steps start from. */
function causeOf(problem, object, minors) {
	const cursor = cursorAt(object, problem.steps);
	const check = checkOf(problem);
	const field = isStrict(problem) ? strictPath(problem.steps) : problem.kind === "text-form" ? "" : goPath(problem.steps);
	return {
		check,
		reason: REASONS[problem.kind] ?? "decode",
		field,
		message: decoderSentence(problem),
		cursor,
		at: cursor.at,
		minors
	};
}
/** Reads part of an object as the decoder of its type does. */
function decodePart(part, schema, minors) {
	const options = walkOptions(part.document);
	const { problems, hasUnknown } = walk(part, schema, options);
	const known = problems.filter((problem) => minorsOf(problem, minors).length > 0);
	if (known.length === 0) return {
		...NOTHING,
		hasUnknown
	};
	const ordered = options.isJson ? known : inKeyOrder(known);
	const causes = new Map(ordered.map((problem) => [problem, causeOf(problem, part, minorsOf(problem, minors))]));
	const told = toldOf(ordered).flatMap((problem) => causes.get(problem) ?? []);
	return {
		causes: [...causes.values()],
		told,
		hasUnknown
	};
}
/** Reads an object of a built-in kind as the API server does with strict field validation. */
function decode(resource, kind, minors) {
	const schema = kind?.source === "built-in" ? kind.schema() : void 0;
	return schema ? decodePart(resource.body, schema, minors) : NOTHING;
}
// src/core/yaml/to-value.ts
/** Aliases to aliases may nest deeper than the text does. */
const MAX_DEPTH$1 = 1e3;
var Exhausted = class extends Error {};
var Converter = class {
	#tree;
	#budget;
	constructor(tree, budget) {
		this.#tree = tree;
		this.#budget = budget;
	}
	convert(id, depth) {
		if (this.#budget-- <= 0 || depth > MAX_DEPTH$1) throw new Exhausted();
		const node = this.#tree.resolve(id);
		switch (this.#tree.kind(node)) {
			case NodeKind.scalar: return this.#tree.scalarValue(node);
			case NodeKind.sequence: return Array.from(this.#tree.children(node), (child) => this.convert(child, depth + 1));
			case NodeKind.mapping: return this.#mapping(node, depth);
			default: return null;
		}
	}
	#mapping(node, depth) {
		const mapping = Object.create(null);
		for (const { key, value } of entriesOf$1(this.#tree, node)) mapping[keyText(this.#tree, key)] = this.convert(value, depth + 1);
		return mapping;
	}
};
/** The value of a node with aliases and merges resolved; undefined when it holds more than `budget` nodes. */
function nodeToValue(tree, node, budget) {
	try {
		return new Converter(tree, budget).convert(node, 0);
	} catch (error) {
		if (error instanceof Exhausted) return void 0;
		throw error;
	}
}
/** The value of what is written at the cursor; undefined for absent and unknown fields, and above `budget` nodes. */
function toValue(cursor, budget) {
	const { at, document } = cursor;
	if (!cursor.isWritten || !document.tree || at.node === void 0) return void 0;
	return nodeToValue(document.tree, at.node, budget);
}
/** The same text for equal values, whatever the order of their keys: for hashes and deep comparisons. */
function stableText(value) {
	if (typeof value === "bigint") return String(value);
	if (value === null || typeof value !== "object") return JSON.stringify(value);
	if (Array.isArray(value)) return `[${value.map(stableText).join(",")}]`;
	return `{${Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1).map(([key, inner]) => `${JSON.stringify(key)}:${stableText(inner)}`).join(",")}}`;
}
// src/core/predict/admission/read.ts
/**
* Values as the API server's own code sees them after decoding: an absent field is the zero value of its type. `undefined` is a value that
* is not known (a placeholder, a wrong type that the decoder refuses): every check stays silent about it.
*/
function orZero(field, zero) {
	return field.state === "known" ? field.value : field.state === "absent" ? zero : void 0;
}
/** A text; `""` where absent. */
function textOf(cursor) {
	return orZero(cursor.string(), "");
}
/** A number; 0 where absent. */
function numberOf(cursor) {
	return orZero(cursor.number(), 0);
}
/** A boolean; false where absent. */
function booleanOf(cursor) {
	return orZero(cursor.boolean(), false);
}
/** What a pointer of the API's types holds: null where absent. */
function pointerOf(field) {
	return field.state === "known" ? field.value : field.state === "absent" ? null : void 0;
}
/** Number of elements or entries; undefined where template lines may add some. */
function countOf(cursor) {
	if (cursor.isAbsent) return 0;
	if (cursor.isOpen) return void 0;
	return cursor.isList ? cursor.items().length : cursor.isMapping ? cursor.entries().length : void 0;
}
/** True where it is proven that the field is absent, null, or an empty text, list or map: what Go's `len(x) == 0` is true for. */
function isEmpty(cursor) {
	return cursor.isAbsent || countOf(cursor) === 0 || cursor.isScalar && textOf(cursor) === "";
}
/** True where it is proven that something is there: an element, an entry, a text that is not empty. */
function isSet(cursor) {
	if (cursor.isList) return cursor.items().length > 0;
	if (cursor.isMapping) return cursor.entries().length > 0;
	const field = cursor.scalar();
	return field.state === "known" && field.value !== "";
}
// src/core/predict/admission/refusals.ts
/** Values larger than this are not repeated in messages. */
const MOST_NODES = 5e3;
/** A string as Go's `%q` prints it. */
function quote(text) {
	return JSON.stringify(text).replaceAll("", "\\x7f");
}
/** A value as the server repeats it: strings in quotes, numbers bare, structures as JSON. */
function renderValue(value) {
	if (typeof value === "string") return quote(value);
	if (typeof value === "bigint") return value.toString();
	return value === void 0 ? "null" : JSON.stringify(value, (_, part) => typeof part === "bigint" ? Number(part) : part);
}
const withDetail = (head, detail) => detail === void 0 || detail === "" ? head : `${head}: ${detail}`;
/**
* Collects what the API server refuses and warns of, for the minors of the target. The methods are those of the server's `field.Error`;
* each wants the id of the check that speaks, so that a rule can own it. `at` is the field, written or not.
*/
var Refusals = class Refusals {
	causes;
	warnings;
	minors;
	#isWithheld;
	constructor(minors, into, isWithheld = false) {
		this.minors = minors;
		this.causes = into?.causes ?? [];
		this.warnings = into?.warnings ?? [];
		this.#isWithheld = isWithheld;
	}
	/** The same collection, of checks that only some minors make. */
	within(range) {
		return new Refusals(this.#within(range), this, this.#isWithheld);
	}
	/** The same collection, of checks that the server does not come to while something else is refused. */
	withheld(isWithheld = true) {
		return isWithheld ? new Refusals(this.minors, this, true) : this;
	}
	required(check, at, detail, options = {}) {
		this.add(check, at, {
			reason: "FieldValueRequired",
			message: withDetail("Required value", detail)
		}, options);
	}
	invalid(check, at, detail, options = {}) {
		this.add(check, at, {
			reason: "FieldValueInvalid",
			message: withDetail(`Invalid value: ${this.#valueOf(at, options)}`, detail)
		}, options);
	}
	/** `supported` in the order in which the server lists them. */
	notSupported(check, at, supported, options = {}) {
		const list = supported.length === 0 ? "" : `supported values: ${supported.map(quote).join(", ")}`;
		this.add(check, at, {
			reason: "FieldValueNotSupported",
			message: withDetail(`Unsupported value: ${this.#valueOf(at, options)}`, list)
		}, options);
	}
	forbidden(check, at, detail, options = {}) {
		this.add(check, at, {
			reason: "FieldValueForbidden",
			message: withDetail("Forbidden", detail)
		}, options);
	}
	duplicate(check, at, options = {}) {
		this.add(check, at, {
			reason: "FieldValueDuplicate",
			message: `Duplicate value: ${this.#valueOf(at, options)}`
		}, options);
	}
	notFound(check, at, options = {}) {
		this.add(check, at, {
			reason: "FieldValueNotFound",
			message: `Not found: ${this.#valueOf(at, options)}`
		}, options);
	}
	tooLong(check, at, bytes, options = {}) {
		this.add(check, at, {
			reason: "FieldValueTooLong",
			message: `Too long: may not be more than ${String(bytes)} bytes`
		}, options);
	}
	tooMany(check, at, most, options = {}) {
		const message = `Too many: ${String(countOf(at) ?? 0)}: must have at most ${String(most)} items`;
		this.add(check, at, {
			reason: "FieldValueTooMany",
			message
		}, options);
	}
	typeInvalid(check, at, detail, options = {}) {
		this.add(check, at, {
			reason: "FieldValueTypeInvalid",
			message: withDetail(`Invalid value: ${this.#valueOf(at, options)}`, detail)
		}, options);
	}
	warn(check, at, message, options = {}) {
		const minors = this.#within(options);
		if (minors.length > 0) this.warnings.push({
			check,
			reason: "warning",
			message,
			cursor: at,
			at: at.at,
			minors,
			...options.always && { always: true }
		});
	}
	/** A refusal in words that none of the other methods has. */
	add(check, at, said, options = {}) {
		const minors = this.#within(options);
		if (minors.length > 0) this.causes.push({
			check,
			...said,
			field: options.field ?? at.fieldPath,
			cursor: at,
			at: at.at,
			minors,
			...this.#isWithheld && { isWithheld: true }
		});
	}
	#within({ since = 0, until = Infinity }) {
		return since <= (this.minors[0] ?? 0) && until === Infinity ? this.minors : this.minors.filter((minor) => minor >= since && minor <= until);
	}
	/** The value that the server repeats; of an absent field that of an absent text. */
	#valueOf(at, options) {
		return renderValue("value" in options ? options.value : at.isAbsent ? "" : toValue(at, MOST_NODES));
	}
};
// src/core/predict/admission/validation/labels.ts
const KEY_CHECKS = {
	labels: "metadata/label-key",
	selector: "selector/key"
};
const VALUE_CHECKS = {
	labels: "metadata/label-value",
	selector: "selector/value"
};
/** Most bytes that all keys and values of the annotations of an object have together (S-004). */
const ANNOTATIONS_LIMIT = 262144;
/** Keys and values of labels, which the server refuses at the map, not at the key (`ValidateLabels`). */
function validateLabels(labels, to, { use = "labels", field = labels.fieldPath } = {}) {
	for (const { key, value } of labels.entries()) {
		const faults = isPlaceholder(key) ? [] : qualifiedNameFaults(key);
		for (const fault of faults) to.invalid(KEY_CHECKS[use], value, fault, {
			field,
			value: key
		});
		const text = textOf(value);
		if (text !== void 0) for (const fault of labelValueFaults(text)) to.invalid(VALUE_CHECKS[use], value, fault, {
			field,
			value: text
		});
	}
}
/** Keys of annotations, in any case, and the size of all together (`ValidateAnnotations`). */
function validateAnnotations(annotations, to, field = annotations.fieldPath) {
	let size = 0;
	for (const { key, value } of annotations.entries()) {
		const isKnown = !isPlaceholder(key);
		size += (isKnown ? byteLength(key) : 0) + byteLength(textOf(value) ?? "");
		const faults = isKnown ? qualifiedNameFaults(key.toLowerCase()) : [];
		for (const fault of faults) to.invalid("metadata/annotation-key", value, fault, {
			field,
			value: key
		});
	}
	if (size > ANNOTATIONS_LIMIT) to.tooLong("metadata/annotations-size", annotations, ANNOTATIONS_LIMIT, { field });
}
/** Labels and annotations of the template of a pod, which the server names `spec.template.labels`, without the `metadata` between. */
function validateTemplateMetadata(template, to) {
	const metadata = template.get("metadata");
	validateLabels(metadata.get("labels"), to, { field: `${template.fieldPath}.labels` });
	validateAnnotations(metadata.get("annotations"), to, `${template.fieldPath}.annotations`);
}
// src/core/predict/admission/validation/owner-reference.ts
/** Owners of an object, of which at most one is its controller (`ValidateOwnerReferences`). The server names none of them by its number. */
function validateOwnerReferences(references, to) {
	let first;
	for (const reference of references.items()) {
		validateOwnerReference(reference, to, references.fieldPath);
		if (booleanOf(reference.get("controller")) !== true) continue;
		const name = `${textOf(reference.get("kind")) ?? ""}/${textOf(reference.get("name")) ?? ""}`;
		const detail = `Only one reference can have Controller set to true. Found "true" in references for ${first ?? ""} and ${name}`;
		if (first !== void 0) to.invalid("metadata/owner-controllers", references, detail);
		first ??= name;
	}
}
function validateOwnerReference(reference, to, path) {
	const [apiVersion, kind] = [textOf(reference.get("apiVersion")), textOf(reference.get("kind"))];
	const check = "metadata/owner-reference";
	if (apiVersion !== void 0 && !hasVersion(apiVersion)) to.invalid(check, reference.get("apiVersion"), "version must not be empty", { field: `${path}.apiVersion` });
	for (const name of [
		"kind",
		"name",
		"uid"
	]) if (textOf(reference.get(name)) === "") to.invalid(check, reference.get(name), "must not be empty", { field: `${path}.${name}` });
	if (apiVersion === "v1" && kind === "Event") to.invalid(check, reference, "/v1, Kind=Event is disallowed from being an owner", { field: path });
}
/** Whether an apiVersion can be taken apart into a group and a version. */
function hasVersion(apiVersion) {
	const parts = apiVersion.split("/");
	return parts.length <= 2 && parts.at(-1) !== "";
}
// src/core/predict/admission/validation/metadata.ts
/** Finalizers that need no domain. */
const STANDARD_FINALIZERS = /* @__PURE__ */ new Set([
	"kubernetes",
	"orphan",
	"foregroundDeletion"
]);
/** What a server appends to `generateName`, of which it keeps 58 characters: five of these. */
const RANDOM_END = "bcdfg";
const GENERATED_BASE = 58;
/** Metadata of any object (`ValidateObjectMeta`). */
function validateObjectMeta(metadata, to, rules = {}) {
	validateName(metadata, to, rules);
	if (rules.scope === "Namespaced") validateNamespace(metadata.get("namespace"), to);
	validateLabels(metadata.get("labels"), to);
	validateAnnotations(metadata.get("annotations"), to);
	validateOwnerReferences(metadata.get("ownerReferences"), to);
	validateFinalizers(metadata.get("finalizers"), to, rules.finalizers ?? "any");
}
function validateName(metadata, to, { nameFaults = dns1123SubdomainFaults, nameCheck = "metadata/name" }) {
	const [name, generateName] = [metadata.get("name"), metadata.get("generateName")];
	const [text, base] = [textOf(name), textOf(generateName)];
	if (base !== void 0 && base !== "") for (const fault of nameFaults(withoutTrailingDash(base))) to.invalid("metadata/generate-name", generateName, fault);
	if (text === "" && isEmpty(generateName)) to.required("metadata/name-required", name, "name or generateName is required");
	else if (text === "" && base !== void 0) validateGeneratedName(name, base, to, nameFaults);
	else if (text !== void 0 && text !== "") for (const fault of nameFaults(text)) to.invalid(nameCheck, name, fault);
}
/** A name that the server made, and refuses like any other. */
function validateGeneratedName(name, generateName, to, nameFaults) {
	const base = generateName.slice(0, GENERATED_BASE);
	for (const fault of nameFaults(base + RANDOM_END)) to.invalid("metadata/generate-name", name, fault, { value: `${base}<random>` });
}
/** `generateName` may end in a dash, since more follows. */
function withoutTrailingDash(base) {
	return base.length > 1 && base.endsWith("-") ? `${base.slice(0, -2)}a` : base;
}
/** No namespace has another form than a DNS label, so the server does not find it before it would judge its form (S-352). */
function validateNamespace(namespace, to) {
	const text = textOf(namespace);
	if (text === void 0 || text === "" || dns1123LabelFaults(text).length === 0) return;
	to.add("metadata/namespace", namespace, {
		reason: "FieldValueNotFound",
		message: `namespaces ${JSON.stringify(text)} not found`
	}, { field: "" });
}
/** Finalizers (`ValidateFinalizers`): each a qualified name, and the two ways to delete dependents not both. */
function validateFinalizers(finalizers, to, form) {
	const names = finalizers.items().map((finalizer) => textOf(finalizer));
	for (const [index, finalizer] of finalizers.items().entries()) {
		const name = names[index];
		if (name !== void 0) for (const fault of qualifiedNameFaults(name)) to.invalid("metadata/finalizer", finalizer, fault, {
			field: finalizers.fieldPath,
			value: name
		});
	}
	if (names.includes("orphan") && names.includes("foregroundDeletion")) to.invalid("metadata/finalizer", finalizers, "finalizer orphan and foregroundDeletion cannot be both set");
	if (form !== "any") for (const finalizer of finalizers.items()) validateFinalizerDomain(finalizer, to, form);
}
/** A domain before the name is wanted of all but the standard ones (`validateKubeFinalizerName`). */
function validateFinalizerDomain(finalizer, to, form) {
	const name = textOf(finalizer);
	if (name === void 0 || name.includes("/") || STANDARD_FINALIZERS.has(name)) return;
	if (form === "qualified") to.invalid("metadata/finalizer", finalizer, "name is neither a standard finalizer name nor is it fully qualified", { value: name });
	else to.warn("metadata/finalizer-warning", finalizer, `metadata.finalizers: ${JSON.stringify(name)}: prefer a domain-qualified finalizer name including a path (/) to avoid accidental conflicts with other finalizer writers`, { since: 29 });
}
// src/core/predict/admission/validation/admissionregistration.ts
const ADMISSIONREGISTRATION_VALIDATORS = {};
// src/core/predict/admission/validation/apiextensions.ts
const APIEXTENSIONS_VALIDATORS = {};
// src/core/model/answer.ts
/** All must hold: one `no` decides, then one `unknown`. */
function allOf(answers) {
	let result = "yes";
	for (const answer of answers) {
		if (answer === "no") return "no";
		if (answer === "unknown") result = "unknown";
	}
	return result;
}
/** One must hold: one `yes` decides, then one `unknown`. */
function anyOf(answers) {
	let result = "no";
	for (const answer of answers) {
		if (answer === "yes") return "yes";
		if (answer === "unknown") result = "unknown";
	}
	return result;
}
// src/core/model/selector.ts
const OPERATORS$1 = /* @__PURE__ */ new Set([
	"In",
	"NotIn",
	"Exists",
	"DoesNotExist"
]);
function isOperator(name) {
	return name !== void 0 && OPERATORS$1.has(name);
}
function readPairs(pairs) {
	return pairs.entries().map(({ key, value }) => ({
		key,
		operator: "In",
		values: [value.isAbsent ? {
			state: "known",
			value: "",
			at: value.at
		} : value.string()],
		at: value.at
	}));
}
/** A flat map of pairs: `spec.selector` of Services and ReplicationControllers (S-005). */
function readMapSelector(selector) {
	return {
		requirements: readPairs(selector),
		open: selector.isOpen,
		written: selector.isPresent,
		at: selector.at
	};
}
function readExpression(expression) {
	const key = valueOf$1(expression.get("key").string());
	const operator = valueOf$1(expression.get("operator").string());
	if (key === void 0) return void 0;
	const values = expression.get("values").items().map((value) => value.string());
	return {
		key,
		operator: isOperator(operator) ? operator : "unknown",
		values,
		at: expression.at
	};
}
/** matchLabels and matchExpressions, all of which must hold (S-006). */
function readLabelSelector(selector) {
	const [labels, expressions] = [selector.get("matchLabels"), selector.get("matchExpressions")];
	const read = expressions.items().map(readExpression);
	return {
		requirements: [...readPairs(labels), ...read.filter((requirement) => requirement !== void 0)],
		open: selector.isOpen || labels.isOpen || expressions.isOpen || read.includes(void 0),
		written: selector.isPresent,
		at: selector.at
	};
}
function isIn(value, values) {
	return anyOf(values.map((other) => value.state !== "known" || other.state !== "known" ? "unknown" : value.value === other.value ? "yes" : "no"));
}
const not = {
	yes: "no",
	no: "yes",
	unknown: "unknown"
};
/** A value that is no text, such as a nested map: the API server refuses the selector, so nothing can be said of what it takes (S-012). */
function isMistyped({ values }) {
	return values.some((value) => value.state === "unknown" && value.why === "wrong-type");
}
/** Whether one condition holds for written labels (S-006). */
function satisfies(requirement, labels) {
	if (isMistyped(requirement)) return "unknown";
	const value = labels.entries.get(requirement.key);
	if (requirement.operator === "unknown") return "unknown";
	if (!value) {
		if (labels.open) return "unknown";
		return requirement.operator === "NotIn" || requirement.operator === "DoesNotExist" ? "yes" : "no";
	}
	if (requirement.operator === "Exists") return "yes";
	if (requirement.operator === "DoesNotExist") return "no";
	const within = isIn(value, requirement.values);
	return requirement.operator === "In" ? within : not[within];
}
/** Whether all conditions hold for written labels; a selector that may have more conditions is never a sure `yes`. */
function selects(selector, labels) {
	const answer = allOf(selector.requirements.map((requirement) => satisfies(requirement, labels)));
	return answer === "yes" && selector.open ? "unknown" : answer;
}
// src/core/predict/admission/validation/label-selector.ts
/** A label selector that is written, empty or not (`ValidateLabelSelector`, S-007). False where the server refuses it. */
function validateLabelSelector(selector, to, options = {}) {
	const before = to.causes.length;
	validateLabels(selector.get("matchLabels"), to, { use: "selector" });
	for (const requirement of selector.get("matchExpressions").items()) validateRequirement(requirement, to, options);
	return to.causes.length === before;
}
/** True where it is proven that a selector is written and asks for nothing, so that everything matches it (S-008). */
function isEmptySelector(selector) {
	return selector.isPresent && isEmpty(selector.get("matchLabels")) && isEmpty(selector.get("matchExpressions"));
}
/** One of `matchExpressions` (`ValidateLabelSelectorRequirement`). */
function validateRequirement(requirement, to, { allowsInvalidValues = false }) {
	const [operator, values] = [textOf(requirement.get("operator")), requirement.get("values")];
	if (operator === "In" || operator === "NotIn") {
		if (isEmpty(values)) to.required("selector/values-required", values, "must be specified when `operator` is 'In' or 'NotIn'");
	} else if (operator === "Exists" || operator === "DoesNotExist") {
		if (isSet(values)) to.forbidden("selector/values-forbidden", values, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
	} else if (operator !== void 0) to.invalid("selector/operator", requirement.get("operator"), "not a valid selector operator");
	const key = textOf(requirement.get("key"));
	if (key !== void 0) for (const fault of qualifiedNameFaults(key)) to.invalid("selector/key", requirement.get("key"), fault, { value: key });
	if (!allowsInvalidValues) for (const value of values.items()) validateValue(value, to);
}
function validateValue(value, to) {
	const text = textOf(value);
	if (text !== void 0) for (const fault of labelValueFaults(text)) to.invalid("selector/value", value, fault);
}
// src/core/predict/admission/validation/nonnegative.ts
/** Refuses a number below zero (`ValidateNonnegativeField`). */
function validateNonnegative(check, field, to) {
	if ((numberOf(field) ?? 0) < 0) to.invalid(check, field, "must be greater than or equal to 0");
}
// src/core/predict/admission/validation/text.ts
/** Refuses a field that is proven to be absent or empty; true where it is. */
function requireField(at, to, { check, options = {} }, detail) {
	if (!isEmpty(at)) return false;
	to.required(check, at, detail, options);
	return true;
}
/** Refuses a text for each fault of its form. An empty text has no form: whether it may be empty is another check. */
function refuseFaults(at, to, { check, options = {} }, faultsOf) {
	const text = textOf(at);
	if (text === void 0 || text === "") return;
	for (const fault of faultsOf(text)) to.invalid(check, at, fault, options);
}
/** Refuses a written text that is none of the supported ones, which stand in the order in which the server lists them. */
function refuseUnsupported(at, to, { check, options = {} }, supported) {
	const field = at.string();
	if (field.state === "known" && !supported.includes(field.value)) to.notSupported(check, at, supported, options);
}
/** Refuses every text that stands in the list before. Of a list with template lines nothing is proven: they may be branches. */
function refuseDuplicates(list, texts, to, check) {
	if (list.isOpen) return;
	const seen = /* @__PURE__ */ new Set();
	for (const at of texts) {
		const text = textOf(at);
		if (text === void 0 || text === "") continue;
		if (seen.has(text)) to.duplicate(check, at);
		seen.add(text);
	}
}
// src/core/predict/admission/validation/container-ports.ts
const PROTOCOLS$1 = [
	"SCTP",
	"TCP",
	"UDP"
];
/** The protocol that the server holds: TCP where none is written (S-186). */
function protocolOf(port) {
	const protocol = textOf(port.get("protocol"));
	return protocol === "" ? "TCP" : protocol;
}
/** The port of the node that the server holds: on the host network that of the container, but not yet in a template (S-185). */
function hostPortOf(port, isOnHostNetwork) {
	const written = numberOf(port.get("hostPort"));
	if (written !== 0 || isOnHostNetwork === false) return written;
	return isOnHostNetwork ? numberOf(port.get("containerPort")) : void 0;
}
/** A number of a port; where the API's type holds a number, an absent one is 0. */
function validatePortNumber(at, to) {
	const number = numberOf(at);
	if (number !== void 0) for (const fault of portNumberFaults(number)) to.invalid("port/number", at, fault, at.isAbsent ? { value: 0 } : {});
}
/** A port that is a number, or the name of a port of the container (`ValidatePortNumOrName`). */
function validatePortNumberOrName(at, to) {
	const port = at.intOrString();
	if (port.state === "known" && typeof port.value === "string") for (const fault of portNameFaults(port.value)) to.invalid("port/name", at, fault);
	else validatePortNumber(at, to);
}
/** Names of the ports of one container: their form, and that no two are equal whatever their protocols (S-179, S-180). */
function validatePortNames(ports, to) {
	const seen = /* @__PURE__ */ new Set();
	for (const port of ports.items()) {
		const at = port.get("name");
		const name = textOf(at);
		if (name === void 0 || name === "") continue;
		const faults = portNameFaults(name);
		for (const fault of faults) to.invalid("port/name", at, fault);
		if (faults.length > 0) continue;
		if (seen.has(name) && !ports.isOpen) to.duplicate("port/name-duplicated", at);
		seen.add(name);
	}
}
/** The ports of one container (`validateContainerPorts`). */
function validateContainerPorts(ports, to) {
	validatePortNames(ports, to);
	for (const port of ports.items()) {
		const [number, hostPort] = [port.get("containerPort"), port.get("hostPort")];
		if (numberOf(number) === 0) to.required("port/number-required", number);
		else validatePortNumber(number, to);
		if (numberOf(hostPort) !== 0) validatePortNumber(hostPort, to);
		if (textOf(port.get("protocol")) !== "") refuseUnsupported(port.get("protocol"), to, { check: "port/protocol-unsupported" }, PROTOCOLS$1);
	}
}
/** Ports of the node that two of the containers claim (`checkHostPortConflicts`); `fieldOf` tells where the server sees a port. */
function validateHostPorts(containers, to, isOnHostNetwork, optionsOf = () => ({})) {
	const seen = /* @__PURE__ */ new Set();
	for (const ports of containers.map((container) => container.get("ports"))) for (const port of ports.items()) {
		const [hostPort, protocol, hostIP] = [
			hostPortOf(port, isOnHostNetwork),
			protocolOf(port),
			textOf(port.get("hostIP"))
		];
		if (hostPort === void 0 || hostPort === 0 || protocol === void 0 || hostIP === void 0) continue;
		const claim = `${protocol}/${hostIP}/${String(hostPort)}`;
		if (seen.has(claim) && !ports.isOpen) to.duplicate("port/host-port-duplicated", port.get("hostPort"), {
			value: claim,
			...optionsOf(port)
		});
		seen.add(claim);
	}
}
/** On the host network a port of the node is that of the container (S-185). */
function validateHostNetworkPorts(spec, to) {
	if (booleanOf(spec.get("hostNetwork")) !== true) return;
	for (const container of spec.get("containers").items()) for (const port of container.get("ports").items()) {
		const [hostPort, containerPort] = [numberOf(port.get("hostPort")), numberOf(port.get("containerPort"))];
		if (hostPort === void 0 || containerPort === void 0 || hostPort === 0 || hostPort === containerPort) continue;
		to.invalid("port/host-port-on-host-network", port.get("hostPort"), "must match `containerPort` when `hostNetwork` is true");
	}
}
/** Whether the ports of the pod's containers become ports of the node: undefined where it is not known. */
function defaultsHostPorts(spec, { isTemplate }) {
	return isTemplate ? false : booleanOf(spec.get("hostNetwork"));
}
// src/core/predict/admission/validation/container-restart.ts
const RESTART_POLICIES = [
	"Always",
	"Never",
	"OnFailure"
];
const ACTIONS = ["Restart", "RestartAllContainers"];
const OPERATORS = ["In", "NotIn"];
const RULES_LIMIT = 20;
const EXIT_CODES_LIMIT = 255;
/** Servers look at rules of restart from 1.35 on, and drop them before. */
const RULES = { since: 35 };
/** Before 1.35 only init containers have a restart policy, and `Always` is the only one. */
function validateOldRestartPolicy(policy, isInit, to) {
	if (!policy.isPresent) return;
	if (!isInit) to.forbidden("container/restart-policy", policy, "may not be set for non-init containers", { until: 34 });
	else refuseUnsupported(policy, to, {
		check: "container/restart-policy-unsupported",
		options: { until: 34 }
	}, ["Always"]);
}
function validateExitCodes(exitCodes, to) {
	if (exitCodes.isAbsent) to.required("container/restart-rule-exit-codes-required", exitCodes, "must be specified", RULES);
	if (!exitCodes.isPresent) return;
	const [operator, values] = [textOf(exitCodes.get("operator")), exitCodes.get("values")];
	if (operator !== void 0 && !OPERATORS.includes(operator)) to.notSupported("container/restart-rule-operator-unsupported", exitCodes.get("operator"), OPERATORS, RULES);
	if ((countOf(values) ?? 0) > EXIT_CODES_LIMIT) to.tooLong("container/restart-rules", values, EXIT_CODES_LIMIT, RULES);
}
function validateRestartRules(rules, to) {
	if ((countOf(rules) ?? 0) > RULES_LIMIT) to.tooLong("container/restart-rules", rules, RULES_LIMIT, RULES);
	for (const rule of rules.items()) {
		const at = rule.get("action");
		const action = textOf(at);
		if (action !== void 0 && !ACTIONS.includes(action)) to.notSupported("container/restart-rule-action-unsupported", at, ACTIONS, RULES);
		if (action === "RestartAllContainers") to.notSupported("container/restart-rule-action-unsupported", at, ["Restart"], {
			since: 35,
			until: 35
		});
		validateExitCodes(rule.get("exitCodes"), to);
	}
}
/** When a container starts again, where it differs from its pod (`validateContainerRestartPolicy`, S-355). */
function validateContainerRestartPolicy(container, isInit, to) {
	const policy = container.get("restartPolicy");
	const rules = container.as().get("restartPolicyRules");
	validateOldRestartPolicy(policy, isInit, to);
	if (policy.isAbsent && rules.items().length > 0) {
		to.required("container/restart-policy-required", policy, "must specify restartPolicy when restart rules are used", RULES);
		if (isInit) return;
	}
	refuseUnsupported(policy, to, {
		check: "container/restart-policy-unsupported",
		options: RULES
	}, RESTART_POLICIES);
	validateRestartRules(rules, to);
}
const RESIZED = ["cpu", "memory"];
const RESIZE_POLICIES = ["NotRequired", "RestartContainer"];
/** Servers look at policies of resizing from 1.33 on, and drop them before. */
const RESIZE = { since: 33 };
function validateResizePolicyFields(policy, to, field) {
	const options = {
		...RESIZE,
		field
	};
	for (const [at, supported] of [[policy.get("resourceName"), RESIZED], [policy.get("restartPolicy"), RESIZE_POLICIES]]) if (!requireField(at, to, {
		check: "container/resize-policy-required",
		options
	})) refuseUnsupported(at, to, {
		check: "container/resize-policy-unsupported",
		options
	}, supported);
}
/** The restart policy of the pod, as far as it counts for a container: undefined where it is not known, or where the container has its own. */
function restartPolicyAround(container, podPolicy) {
	return container.get("restartPolicy").isAbsent ? podPolicy : void 0;
}
/**
* What happens to a container when its resources are changed (`validateResizePolicy`). The server names the list, not its element.
* `podPolicy` is the restart policy of the pod.
*/
function validateResizePolicy(container, to, podPolicy) {
	const list = container.get("resizePolicy");
	const field = list.fieldPath;
	const seen = /* @__PURE__ */ new Set();
	for (const policy of list.items()) {
		const name = textOf(policy.get("resourceName"));
		if (name !== void 0 && seen.has(name) && !list.isOpen) to.duplicate("container/resize-policy-duplicated", policy, {
			...RESIZE,
			value: name
		});
		if (name !== void 0) seen.add(name);
		validateResizePolicyFields(policy, to, field);
		const restart = textOf(policy.get("restartPolicy"));
		if (restart === void 0 || restart === "NotRequired" || restartPolicyAround(container, podPolicy) !== "Never") continue;
		to.invalid("container/resize-policy", policy.get("restartPolicy"), "must be 'NotRequired' when pod `restartPolicy` is 'Never'", {
			...RESIZE,
			field
		});
	}
}
/** An init container that ends is never resized, so it has no use for a restart. */
function validateInitResizePolicy(container, to) {
	for (const policy of container.get("resizePolicy").items()) {
		const restart = policy.get("restartPolicy");
		if (textOf(restart) !== "RestartContainer") continue;
		to.invalid("container/resize-policy", restart, "must not be set to 'RestartContainer' for non-sidecar initContainers", { since: 36 });
	}
}
// src/core/predict/admission/validation/volume-path.ts
/** A path that leaves the folder that it is in. */
function backstepFaults(path) {
	return path.split("/").includes("..") ? ["must not contain '..'"] : [];
}
/** A path below another: relative, and never back out of it. */
function descendingPathFaults(path) {
	return [...path.startsWith("/") ? ["must be a relative path"] : [], ...backstepFaults(path)];
}
/** A path of a file in a volume. Names that start with `..` are the kubelet's own. */
function localPathFaults(path) {
	const isReserved = path.startsWith("..") && !path.startsWith("../");
	return [...descendingPathFaults(path), ...isReserved ? ["must not start with '..'"] : []];
}
/** Bits that say who may read a file: three octal digits. */
function validateFileMode(mode, to, options = {}) {
	const bits = numberOf(mode);
	if (bits === void 0 || bits >= 0 && bits <= 511) return;
	to.invalid("volume/file-mode", mode, "must be a number between 0 and 0777 (octal), both inclusive", options);
}
// src/core/predict/admission/validation/security-profiles.ts
const TYPES = [
	"Localhost",
	"RuntimeDefault",
	"Unconfined"
];
const ONLY_LOCALHOST = "can only be set when seccomp type is Localhost";
const LOCALHOST_PATH_LIMIT = 4095;
/** The profile as the server dumps it. */
function dump$1(profile) {
	return {
		Type: textOf(profile.get("type")) ?? "",
		LocalhostProfile: textOf(profile.get("localhostProfile")) ?? null
	};
}
/** The seccomp profile of a pod or container. */
function validateSeccompProfile(profile, to) {
	if (!profile.isPresent) return;
	const [type, path] = [profile.get("type"), profile.get("localhostProfile")];
	if (!requireField(type, to, { check: "seccomp/type-required" }, "type is required when seccompProfile is set")) refuseUnsupported(type, to, { check: "seccomp/type-unsupported" }, TYPES);
	const name = textOf(type);
	if (name === "Localhost") {
		if (path.isAbsent) to.required("seccomp/profile-required", path, "must be set when seccomp type is Localhost");
		refuseFaults(path, to, { check: "seccomp/profile-path" }, descendingPathFaults);
	} else if (name !== void 0 && path.isPresent) to.invalid("seccomp/profile-unused", path, ONLY_LOCALHOST, { value: dump$1(profile) });
}
function validateLocalhostProfile(path, to) {
	const text = textOf(path);
	if (path.isAbsent || text === "") to.required("app-armor/profile-required", path, "must be set when AppArmor type is Localhost");
	else if (text !== void 0 && text.trim() !== text) to.invalid("app-armor/profile", path, "must not be padded with whitespace");
	if (text !== void 0 && byteLength(text) > LOCALHOST_PATH_LIMIT) to.tooLong("app-armor/profile", path, LOCALHOST_PATH_LIMIT);
}
/** The AppArmor profile of a pod or container. */
function validateAppArmorProfile(profile, to) {
	if (!profile.isPresent) return;
	const [type, path] = [profile.get("type"), profile.get("localhostProfile")];
	if (requireField(type, to, { check: "app-armor/type-required" }, "type is required when appArmorProfile is set")) return;
	refuseUnsupported(type, to, { check: "app-armor/type-unsupported" }, TYPES);
	const name = textOf(type);
	if (name === "Localhost") validateLocalhostProfile(path, to);
	else if ((name === "RuntimeDefault" || name === "Unconfined") && path.isPresent) to.invalid("app-armor/profile-unused", path, "can only be set when AppArmor type is Localhost");
}
// src/core/predict/admission/validation/windows-options.ts
const SPEC_LIMIT_KIB = 64;
const DOMAIN_LIMIT = 256;
const USER_LIMIT = 104;
const NETBIOS_DOMAIN = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/;
const DNS_DOMAIN = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
function domainFaults(domain) {
	const long = byteLength(domain) >= DOMAIN_LIMIT ? [`runAsUserName's Domain length must be under ${String(DOMAIN_LIMIT)} characters`] : [];
	return NETBIOS_DOMAIN.test(domain) || DNS_DOMAIN.test(domain) ? long : [...long, "runAsUserName's Domain doesn't match the NetBios nor the DNS format"];
}
function userFaults(user) {
	const faults = [];
	if (user === "") faults.push("runAsUserName's User cannot be empty");
	else if (byteLength(user) > USER_LIMIT) faults.push(`runAsUserName's User length must not be longer than ${String(USER_LIMIT)} characters`);
	if (/^[. ]+$/.test(user)) faults.push("runAsUserName's User cannot contain only periods or spaces");
	if (/["/\\:;|=,+*?<>@[\]]/.test(user)) faults.push("runAsUserName's User cannot contain the following characters: \"/\\:;|=,+*?<>@[]");
	return faults;
}
const isControl = (character) => character < " " || character === "";
/** `DOMAIN\USER` or `USER`. */
function runAsUserNameFaults(name) {
	if (name === "") return ["runAsUserName cannot be an empty string"];
	if ([...name].some(isControl)) return ["runAsUserName cannot contain control characters"];
	const parts = name.split("\\");
	if (parts.length > 2) return ["runAsUserName cannot contain more than one backslash"];
	const [user = "", domain] = parts.toReversed();
	return [...domain === void 0 ? [] : domainFaults(domain), ...userFaults(user)];
}
function credentialSpecFaults(text) {
	if (text === "") return ["gmsaCredentialSpec cannot be an empty string"];
	return byteLength(text) > SPEC_LIMIT_KIB * 1024 ? [`gmsaCredentialSpec size must be under ${String(SPEC_LIMIT_KIB)} KiB`] : [];
}
/** Options that only containers of Windows have, of a pod or a container. */
function validateWindowsOptions(options, to) {
	const forms = [
		[options.get("gmsaCredentialSpecName"), dns1123SubdomainFaults],
		[options.get("gmsaCredentialSpec"), credentialSpecFaults],
		[options.get("runAsUserName"), runAsUserNameFaults]
	];
	for (const [at, faultsOf] of forms) {
		const text = at.isPresent ? textOf(at) : void 0;
		if (text !== void 0) for (const fault of faultsOf(text)) to.invalid("windows-options/value", at, fault);
	}
}
// src/core/predict/admission/validation/container-security-context.ts
const MOST_ID = 2147483647;
const PROC_MOUNTS = ["Default", "Unmasked"];
/** Fields that a container of Windows cannot have, in the order in which the server names them. */
const LINUX_FIELDS = [
	"appArmorProfile",
	"seLinuxOptions",
	"seccompProfile",
	"capabilities",
	"readOnlyRootFilesystem",
	"privileged",
	"allowPrivilegeEscalation",
	"procMount",
	"runAsUser",
	"runAsGroup"
];
/** Number of a user or group. Compared as it is written: the largest are larger than what a double can tell apart. */
function validateUserId(at, to) {
	const id = at.number();
	if (id.state !== "known" || id.value >= 0 && id.value <= MOST_ID) return;
	to.invalid("security-context/user-id", at, `must be between 0 and ${String(MOST_ID)}, inclusive`);
}
/** The whole context as the server dumps it. */
function dump(context) {
	return {
		Privileged: booleanOf(context.get("privileged")),
		AllowPrivilegeEscalation: booleanOf(context.get("allowPrivilegeEscalation"))
	};
}
/** A process that may gain rights in other ways cannot be kept from gaining them. */
function validatePrivilegeEscalation(context, to) {
	const escalation = context.get("allowPrivilegeEscalation").boolean();
	if (escalation.state !== "known" || escalation.value) return;
	const options = { value: dump(context) };
	const refuse = (what) => {
		to.invalid("container/privilege-escalation", context, `cannot set \`allowPrivilegeEscalation\` to false and ${what}`, options);
	};
	if (booleanOf(context.get("privileged")) === true) refuse("`privileged` to true");
	for (const capability of context.get("capabilities").get("add").items()) if (textOf(capability) === "CAP_SYS_ADMIN") refuse("`capabilities.Add` CAP_SYS_ADMIN");
}
/** `Unmasked` wants a user namespace: then the users of the container are not those of the node (S-356). */
function validateProcMount(at, to, hostUsers) {
	refuseUnsupported(at, to, {
		check: "container/proc-mount-unsupported",
		options: { since: 33 }
	}, PROC_MOUNTS);
	if (textOf(at) === "Unmasked" && hostUsers === true) to.invalid("container/proc-mount", at, "`hostUsers` must be false to use `Unmasked`", { since: 33 });
}
/** Whether the users of the pod are those of the node: true where nothing is written. */
function hostUsersOf(spec) {
	const field = spec.get("hostUsers").boolean();
	return field.state === "known" ? field.value : field.state === "absent" ? true : void 0;
}
/** The security context of a container (`ValidateSecurityContext`). */
function validateSecurityContext(context, to, hostUsers) {
	validateUserId(context.get("runAsUser"), to);
	validateUserId(context.get("runAsGroup"), to);
	validateProcMount(context.get("procMount"), to, hostUsers);
	validateSeccompProfile(context.get("seccompProfile"), to);
	validatePrivilegeEscalation(context, to);
	validateWindowsOptions(context.get("windowsOptions"), to);
	validateAppArmorProfile(context.get("appArmorProfile"), to);
}
/** Fields of a container that the operating system of the pod does not have (`validateLinux`, `validateWindows`). */
function validateContainerForOs(context, to, os) {
	const options = context.get("windowsOptions");
	if (os === "linux" && options.isPresent) to.forbidden("container/windows-field", options, "windows options cannot be set for a linux pod");
	for (const field of os === "windows" ? LINUX_FIELDS : []) if (context.get(field).isPresent) to.forbidden("container/linux-field", context.get(field), "cannot be set for a windows pod");
}
// src/core/predict/admission/validation/field-selector.ts
/** Fields of a pod that can be asked for anywhere; which of them here, the use says. */
const POD_FIELDS$1 = /* @__PURE__ */ new Set([
	"metadata.annotations",
	"metadata.labels",
	"metadata.name",
	"metadata.namespace",
	"metadata.uid",
	"spec.host",
	"spec.nodeName",
	"spec.restartPolicy",
	"spec.schedulerName",
	"spec.serviceAccountName",
	"status.hostIP",
	"status.hostIPs",
	"status.phase",
	"status.podIP",
	"status.podIPs"
]);
/** `metadata.labels['app']`: the map and the key in it. */
function subscriptOf(path) {
	const open = path.indexOf("['");
	return path.endsWith("']") && open > 0 ? {
		map: path.slice(0, open),
		key: path.slice(open + 2, -2)
	} : void 0;
}
/** Why the server cannot read the path of a field at all. */
function conversionFault(version, path) {
	if (version !== "v1") return `unsupported pod version: ${version}`;
	const subscript = subscriptOf(path);
	if (subscript) return subscript.map === "metadata.annotations" || subscript.map === "metadata.labels" ? void 0 : `field label does not support subscript: ${path}`;
	return POD_FIELDS$1.has(path) ? void 0 : `field label not supported: ${path}`;
}
/** A field of the pod by its path: in the environment or in a file (`ObjectFieldSelector`). */
function validateObjectFieldSelector(selector, to, { path, supported }) {
	const at = selector.get("fieldPath");
	const [version, fieldPath] = [textOf(selector.get("apiVersion")) || "v1", textOf(at)];
	const field = `${path}.fieldPath`;
	if (isEmpty(at)) to.required("field-ref/path-required", at, void 0, { field });
	if (fieldPath === void 0 || fieldPath === "" || selector.get("apiVersion").isUnknown) return;
	const fault = conversionFault(version, fieldPath);
	const subscript = subscriptOf(fieldPath);
	if (fault !== void 0) to.invalid("field-ref/path", at, `error converting fieldPath: ${fault}`, { field });
	else if (subscript) {
		const key = subscript.map === "metadata.annotations" ? subscript.key.toLowerCase() : subscript.key;
		for (const wrong of qualifiedNameFaults(key)) to.invalid("field-ref/key", at, wrong, {
			field: path,
			value: key
		});
	} else {
		const internal = fieldPath === "spec.host" ? "spec.nodeName" : fieldPath;
		if (!supported.includes(internal)) to.notSupported("field-ref/path-unsupported", at, supported, {
			field,
			value: internal
		});
	}
}
const RESOURCES = [
	"limits.cpu",
	"limits.ephemeral-storage",
	"limits.memory",
	"requests.cpu",
	"requests.ephemeral-storage",
	"requests.memory"
];
const HUGE_PAGES = /^(?:limits|requests)\.hugepages-/;
const BYTE_DIVISORS = [
	"1",
	"1k",
	"1M",
	"1G",
	"1T",
	"1P",
	"1E",
	"1Ki",
	"1Mi",
	"1Gi",
	"1Ti",
	"1Pi",
	"1Ei"
];
function divisorFault(resource, divisor) {
	if (resource.endsWith(".cpu")) return ["1m", "1"].includes(divisor) ? void 0 : "only divisor's values 1m and 1 are supported with the cpu resource";
	const named = resource.endsWith(".memory") ? "memory" : resource.endsWith(".ephemeral-storage") ? "local ephemeral storage" : "hugepages";
	return BYTE_DIVISORS.includes(divisor) ? void 0 : `only divisor's values ${BYTE_DIVISORS.join(", ")} are supported with the ${named} resource`;
}
function validateDivisor(selector, to, path) {
	const at = selector.get("divisor");
	const [resource, divisor] = [textOf(selector.get("resource")), readQuantity(at)];
	if (!divisor || divisor.nanos === 0n || resource === void 0 || !(RESOURCES.includes(resource) || HUGE_PAGES.test(resource))) return;
	const fault = divisorFault(resource, renderQuantity(divisor));
	if (fault !== void 0) to.invalid("field-ref/divisor", at, fault, {
		field: `${path}.divisor`,
		value: resource
	});
}
/** A resource of a container: in the environment or in a file, where it must name the container (`ResourceFieldSelector`). */
function validateResourceFieldSelector(selector, to, { path, isVolume }) {
	const [container, at] = [selector.get("containerName"), selector.get("resource")];
	const resource = textOf(at);
	if (isVolume && isEmpty(container)) to.required("field-ref/container-required", container, void 0, { field: `${path}.containerName` });
	else if (isEmpty(at)) to.required("field-ref/resource-required", at, void 0, { field: `${path}.resource` });
	else if (resource !== void 0 && !RESOURCES.includes(resource) && !HUGE_PAGES.test(resource)) to.notSupported("field-ref/resource-unsupported", at, RESOURCES, { field: `${path}.resource` });
	validateDivisor(selector, to, path);
}
// src/core/predict/admission/validation/env.ts
const SOURCES = [
	"fieldRef",
	"resourceFieldRef",
	"configMapKeyRef",
	"secretKeyRef",
	"fileKeyRef"
];
/** Fields of the pod that a variable can hold. */
const POD_FIELDS = [
	"metadata.name",
	"metadata.namespace",
	"metadata.uid",
	"spec.nodeName",
	"spec.serviceAccountName",
	"status.hostIP",
	"status.hostIPs",
	"status.podIP",
	"status.podIPs"
];
/** Variables had to be C identifiers with dots and dashes before 1.32. */
const OLD_NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
const OLD_NAME_FAULT = "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit (e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for validation is '[-._a-zA-Z][-._a-zA-Z0-9]*')";
/** A name of a variable, or the start of one. */
function validateEnvVarName(at, to) {
	const name = textOf(at);
	if (name === void 0 || name === "") return;
	for (const fault of envVarNameFaults(name)) to.invalid("env/name", at, fault, { since: 32 });
	if (!OLD_NAME.test(name)) to.invalid("env/name", at, OLD_NAME_FAULT, { until: 31 });
}
function validateKeySelector(selector, to) {
	const [name, key] = [selector.get("name"), selector.get("key")];
	const text = textOf(name);
	if (text !== void 0) for (const fault of dns1123SubdomainFaults(text)) to.invalid("env/reference-name", name, fault);
	requireField(key, to, { check: "env/reference-key-required" });
	refuseFaults(key, to, { check: "env/reference-key" }, configMapKeyFaults);
}
function validateFileKeySelector(selector, to) {
	const [key, volume, path] = [
		selector.get("key"),
		selector.get("volumeName"),
		selector.get("path")
	];
	requireField(key, to, {
		check: "env/reference-key-required",
		options: { since: 35 }
	});
	refuseFaults(key, to, {
		check: "env/reference-key",
		options: { since: 35 }
	}, envVarNameFaults);
	requireField(volume, to, {
		check: "env/file-volume-required",
		options: { since: 35 }
	});
	refuseFaults(volume, to, {
		check: "env/file-volume",
		options: { since: 35 }
	}, dns1123LabelFaults);
	requireField(path, to, {
		check: "env/file-path-required",
		options: { since: 35 }
	});
	refuseFaults(path, to, {
		check: "env/file-path",
		options: { since: 35 }
	}, backstepFaults);
}
function validateSource(source, kind, to) {
	const path = `${source.fieldPath}.${kind}`;
	if (kind === "fieldRef") validateObjectFieldSelector(source.get(kind).as(), to, {
		path,
		supported: POD_FIELDS
	});
	else if (kind === "resourceFieldRef") validateResourceFieldSelector(source.get(kind), to, {
		path,
		isVolume: false
	});
	else if (kind === "fileKeyRef") validateFileKeySelector(source.get(kind), to);
	else validateKeySelector(source.get(kind), to);
}
/** Where a variable gets its value from: exactly one source, and then no value (`validateEnvVarValueFrom`). */
function validateEnvVarSource(variable, to) {
	const source = variable.get("valueFrom").as();
	if (!source.isPresent) return;
	const written = SOURCES.filter((kind) => source.get(kind).isPresent);
	for (const kind of written) validateSource(source, kind, to);
	const others = "`fieldRef`, `resourceFieldRef`, `configMapKeyRef`";
	if (SOURCES.every((kind) => source.get(kind).isAbsent)) {
		to.invalid("env/source", source, `must specify one of: ${others}, \`secretKeyRef\` or \`fileKeyRef\``, {
			value: "",
			since: 35
		});
		to.invalid("env/source", source, `must specify one of: ${others} or \`secretKeyRef\``, {
			value: "",
			until: 34
		});
	} else if (written.length > 0 && isSet(variable.get("value"))) to.invalid("env/value-and-source", source, "may not be specified when `value` is not empty", { value: "" });
	else if (written.length > 1 && !source.isOpen && textOf(variable.get("value")) === "") to.invalid("env/source", source, "may not have more than one field specified at a time", { value: "" });
}
/** Variables of a container (`ValidateEnv`). */
function validateEnv(variables, to) {
	for (const variable of variables.items()) {
		requireField(variable.get("name"), to, { check: "env/name-required" });
		validateEnvVarName(variable.get("name"), to);
		validateEnvVarSource(variable, to);
	}
}
/** All entries of a ConfigMap or Secret as variables (`ValidateEnvFrom`). The server names the list, not its element. */
function validateEnvFrom(sources, to) {
	const options = {
		field: sources.fieldPath,
		value: ""
	};
	for (const source of sources.items()) {
		validateEnvVarName(source.get("prefix"), to);
		const references = [source.get("configMapRef"), source.get("secretRef")];
		for (const reference of references) {
			if (!reference.isPresent) continue;
			requireField(reference.get("name"), to, { check: "env/reference-name-required" });
			refuseFaults(reference.get("name"), to, { check: "env/reference-name" }, dns1123SubdomainFaults);
		}
		if (references.every((reference) => reference.isAbsent)) to.invalid("env/source", source, "must specify one of: `configMapRef` or `secretRef`", options);
		else if (references.every((reference) => reference.isPresent) && !source.isOpen) to.invalid("env/source", source, "may not have more than one field specified at a time", options);
	}
}
const isEmptyDir = (volume) => volume.get("emptyDir").isPresent;
/** Files with values stand in a volume of the pod that starts empty (`validateFileKeyRefVolumes`). */
function validateFileKeyVolumes(variables, spec, to) {
	const volumes = spec.get("volumes");
	for (const variable of variables.items()) {
		const reference = variable.get("valueFrom").as().get("fileKeyRef");
		const at = reference.get("volumeName");
		const name = reference.isPresent ? textOf(at) : void 0;
		if (name === void 0) continue;
		const last = volumes.items().filter((volume) => textOf(volume.get("name")) === name).at(-1);
		if (last) {
			if (!isEmptyDir(last) && !last.isOpen) to.invalid("env/file-volume", at, "referenced volume must be of type emptyDir", { since: 35 });
		} else if (!volumes.isOpen && volumes.items().every((volume) => textOf(volume.get("name")) !== void 0)) to.notFound("env/file-volume", at, { since: 35 });
	}
}
// src/core/predict/admission/validation/host-process.ts
function hostProcessOf(container) {
	return pointerOf(container.get("securityContext").get("windowsOptions").get("hostProcess").boolean());
}
/** Whether a container runs as a process of its Windows node, by itself or by its pod. */
function runsOnHost(own, ofPod) {
	if (own === void 0 || own === null && ofPod === void 0) return void 0;
	return own ?? ofPod ?? false;
}
/** Processes of a Windows node: all containers of a pod or none, and on the host network (`validateWindowsHostProcessPod`). */
function validateHostProcesses(spec, containers, to) {
	const ofPod = pointerOf(spec.get("securityContext").get("windowsOptions").get("hostProcess").boolean());
	for (const container of containers) {
		const own = hostProcessOf(container);
		if (typeof own !== "boolean" || typeof ofPod !== "boolean" || own === ofPod) continue;
		const at = container.get("securityContext").get("windowsOptions").get("hostProcess");
		to.invalid("container/host-process", at, `pod hostProcess value must be identical if both are specified, was ${String(ofPod)}`);
	}
	const states = containers.map((container) => runsOnHost(hostProcessOf(container), ofPod));
	if (!states.includes(true)) return;
	const everyText = "If pod contains any hostProcess containers then all containers must be HostProcess containers";
	if (states.includes(false)) to.invalid("container/host-process", spec, everyText, { value: "" });
	const hostNetwork = spec.get("hostNetwork");
	if (booleanOf(hostNetwork) !== false) return;
	to.invalid("container/host-process", hostNetwork, "hostNetwork must be true if pod contains any hostProcess containers", { value: false });
}
// src/core/predict/admission/validation/handler.ts
const KINDS = [
	"exec",
	"httpGet",
	"tcpSocket",
	"grpc",
	"sleep"
];
const SCHEMES = ["HTTP", "HTTPS"];
function validateHttpGetAction(action, to) {
	validatePortNumberOrName(action.get("port"), to);
	if (textOf(action.get("scheme")) !== "") refuseUnsupported(action.get("scheme"), to, { check: "handler/scheme-unsupported" }, SCHEMES);
	const headers = action.get("httpHeaders");
	for (const header of headers.items()) {
		const name = textOf(header.get("name"));
		const faults = name === void 0 ? [] : httpHeaderNameFaults(name);
		for (const fault of faults) to.invalid("handler/header-name", header.get("name"), fault, { field: headers.fieldPath });
	}
}
/** A pause before the end, which may not last longer than the pod has time for. */
function validateSleepAction(action, to, gracePeriod) {
	const seconds = numberOf(action.get("seconds"));
	if (seconds === void 0 || gracePeriod === void 0) return;
	const [at, value] = [action, seconds];
	const most = `less than terminationGracePeriodSeconds (${String(gracePeriod)})`;
	if (seconds < 0 || seconds > gracePeriod) to.invalid("lifecycle/sleep", at, `must be non-negative and ${most}`, {
		value,
		since: 30
	});
	else if (seconds === 0) to.invalid("lifecycle/sleep", at, `must be greater than 0 and ${most}. Enable AllowPodLifecycleSleepActionZeroValue feature gate for zero sleep.`, {
		value,
		since: 30,
		until: 32
	});
}
function validateAction(handler, kind, to, gracePeriod) {
	if (kind === "exec") {
		const command = handler.get("exec").get("command");
		if (isEmpty(command)) to.required("handler/command-required", command);
	} else if (kind === "httpGet") validateHttpGetAction(handler.get("httpGet"), to);
	else if (kind === "tcpSocket") validatePortNumberOrName(handler.get("tcpSocket").get("port"), to);
	else if (kind === "grpc") validatePortNumber(handler.get("grpc").get("port"), to);
	else validateSleepAction(handler.get("sleep"), to, gracePeriod);
}
/**
* What a probe or a lifecycle hook does (`validateHandler`): the first action is checked, each further one refused. `gracePeriod` is the
* time that the pod has for its end, where it is known.
*/
function validateHandler(at, to, gracePeriod) {
	const handler = at.as();
	const [first, ...others] = KINDS.filter((kind) => handler.get(kind).isPresent);
	if (first) validateAction(handler, first, to, gracePeriod);
	for (const other of handler.isOpen ? [] : others) to.forbidden("handler/several", handler.get(other), "may not specify more than 1 handler type");
	if (KINDS.every((kind) => handler.get(kind).isAbsent)) to.required("handler/required", handler, "must specify a handler type");
}
// src/core/predict/admission/validation/lifecycle.ts
/**
* Hooks of a container (`validateLifecycle`). The name of a stop signal is not looked at: by default servers drop the field (S-356).
* `gracePeriod` is the time that the pod has for its end.
*/
function validateLifecycle(lifecycle, to, gracePeriod) {
	for (const hook of [lifecycle.get("postStart"), lifecycle.get("preStop")]) if (hook.isPresent) validateHandler(hook, to, gracePeriod);
}
// src/core/predict/admission/validation/probe.ts
const PROBES = [
	"livenessProbe",
	"readinessProbe",
	"startupProbe"
];
const COUNTS = [
	"initialDelaySeconds",
	"timeoutSeconds",
	"periodSeconds",
	"successThreshold",
	"failureThreshold"
];
/** Only readiness may wait for more than one success: 1 is the default (S-192). */
function validateSuccessThreshold(at, to) {
	const threshold = numberOf(at);
	if (threshold !== void 0 && threshold !== 0 && threshold !== 1) to.invalid("probe/success-threshold", at, "must be 1");
}
function validateGracePeriod(at, kind, to) {
	if (!at.isPresent) return;
	const seconds = numberOf(at);
	if (seconds !== void 0 && seconds <= 0) to.invalid("probe/grace-period", at, "must be greater than 0", { since: 25 });
	if (kind === "readinessProbe") to.invalid("probe/grace-period", at, "must not be set for readinessProbes", { since: 25 });
}
/** A probe of a container (`validateProbe`). */
function validateProbe(probe, kind, to) {
	if (!probe.isPresent) return;
	validateHandler(probe, to, void 0);
	for (const field of COUNTS) {
		const at = probe.get(field);
		if ((numberOf(at) ?? 0) < 0) to.invalid("probe/negative", at, "must be greater than or equal to 0");
	}
	validateGracePeriod(probe.get("terminationGracePeriodSeconds"), kind, to);
	if (kind !== "readinessProbe") validateSuccessThreshold(probe.get("successThreshold"), to);
}
// src/core/predict/admission/validation/resource-claims.ts
/** Claims of the pod by name; undefined where there may be others. */
function readClaimNames(spec) {
	const claims = spec.get("resourceClaims");
	const names = claims.items().map((claim) => textOf(claim.get("name")));
	if (claims.isOpen || names.includes(void 0)) return void 0;
	return names.filter((name) => name !== void 0 && name !== "").sort();
}
function validateClaimExists(claim, name, podClaims, to) {
	if (!podClaims || podClaims.includes(name)) return;
	const others = podClaims.length === 0 ? " which is empty" : `: ${podClaims.join(", ")}`;
	const message = `Not found: ${JSON.stringify(name)}: must be one of the names in pod.spec.resourceClaims${others}`;
	to.add("resources/claim", claim, {
		reason: "FieldValueNotFound",
		message
	}, { since: 34 });
}
/** Whether the claim, or all of it, has been asked for before; by what the server names it then. */
function repeatedClaim(seen, name, request) {
	if (seen.has(name)) return name;
	if (request !== "") return seen.has(`${name}/${request}`) ? `${name}/${request}` : void 0;
	return [...seen].some((key) => key.startsWith(`${name}/`)) ? name : void 0;
}
/** Claims of the pod that a container uses (`validateResourceClaimNames`). */
function validateResourceClaimNames(list, spec, to) {
	const claims = list.as();
	const podClaims = readClaimNames(spec);
	const seen = /* @__PURE__ */ new Set();
	for (const claim of claims.items()) {
		const [name, request] = [textOf(claim.get("name")), textOf(claim.get("request"))];
		requireField(claim.get("name"), to, {
			check: "resources/claim-required",
			options: {
				field: claim.fieldPath,
				since: 34
			}
		});
		if (name === void 0 || name === "") continue;
		refuseFaults(claim.get("request"), to, {
			check: "resources/claim",
			options: { since: 34 }
		}, dns1123LabelFaults);
		const repeated = request === void 0 || claims.isOpen ? void 0 : repeatedClaim(seen, name, request);
		if (repeated !== void 0) to.duplicate("resources/claim-duplicated", claim, {
			value: repeated,
			since: 34
		});
		if (request !== void 0) seen.add(request === "" ? name : `${name}/${request}`);
		validateClaimExists(claim, name, podClaims, to);
	}
}
// src/core/predict/admission/validation/resource-names.ts
const COMPUTE = [
	"cpu",
	"memory",
	"ephemeral-storage"
];
const COUNTED = [
	"pods",
	"resourcequotas",
	"services",
	"replicationcontrollers",
	"secrets",
	"configmaps",
	"persistentvolumeclaims",
	"services.nodeports",
	"services.loadbalancers"
];
const CONTAINER_RESOURCES = new Set(COMPUTE);
const COUNTED_RESOURCES = new Set(COUNTED);
const STANDARD_RESOURCES = /* @__PURE__ */ new Set([
	...COMPUTE,
	...COMPUTE.map((name) => `requests.${name}`),
	...COMPUTE.map((name) => `limits.${name}`),
	...COUNTED,
	"storage",
	"requests.storage"
]);
const isHugePages = (name) => name.startsWith("hugepages-");
/** Pages of Linux, also where a quota counts requests for them. */
const isQuotaHugePages = (name) => isHugePages(name) || name.startsWith("requests.hugepages-");
/** True for a resource that Kubernetes itself defines: without domain, or in `kubernetes.io`. */
const isNativeResource = (name) => !name.includes("/") || name.includes("kubernetes.io/");
/** A resource with a domain, such as `nvidia.com/gpu`, which node plugins bring. */
function isExtendedResource(name) {
	return !isNativeResource(name) && !name.startsWith("requests.") && qualifiedNameFaults(`requests.${name}`).length === 0;
}
/** True where more may be promised than a node has: then requests may be below limits. */
const isOvercommitAllowed = (name) => isNativeResource(name) && !isHugePages(name);
/** True for what is counted in whole pieces. */
const isIntegerResource = (name) => COUNTED_RESOURCES.has(name) || isExtendedResource(name);
/** Name of any resource: in quotas, limits, volumes (`validateResourceName`). */
function resourceNameFaults(name) {
	const faults = qualifiedNameFaults(name);
	if (faults.length > 0 || name.includes("/") || STANDARD_RESOURCES.has(name) || isQuotaHugePages(name)) return faults;
	return ["must be a standard resource type or fully qualified"];
}
/** Name of a resource that a container may ask for (`validateContainerResourceName`). */
function containerResourceNameFaults(name) {
	const faults = resourceNameFaults(name);
	if (!name.includes("/")) return CONTAINER_RESOURCES.has(name) || isHugePages(name) ? faults : [...faults, "must be a standard resource for containers"];
	return isNativeResource(name) || isExtendedResource(name) ? faults : [...faults, "doesn't follow extended resource name standard"];
}
// src/core/predict/admission/validation/resources.ts
/** Entries of a list of resources whose names are known. null is an amount of zero. */
function readResourceList(list) {
	return list.entries().filter(({ key }) => !isPlaceholder(key)).map(({ key, value }) => {
		const quantity = value.isAbsent ? {
			nanos: 0n,
			format: "decimal"
		} : readQuantity(value);
		return {
			name: key,
			at: value,
			field: value.fieldPath,
			quantity: quantity && roundToMilli(quantity)
		};
	});
}
/** An amount below zero, or a fraction of what is counted in whole pieces (`ValidateResourceQuantityValue`). */
function validateResourceQuantityValue({ name, at, field, quantity }, to) {
	if (!quantity) return;
	const value = renderQuantity(quantity);
	if (quantity.nanos < 0n) to.invalid("resources/negative", at, "must be greater than or equal to 0", {
		field,
		value
	});
	if (isIntegerResource(name) && !isWhole(quantity)) to.invalid("resources/integer", at, "must be an integer", {
		field,
		value
	});
}
function validateHugePages({ name, at, field, quantity }, to) {
	const size = isHugePages(name) ? parseQuantity(name.slice(10)) : void 0;
	if (!quantity || size === void 0) return;
	if (typeof size !== "string" && size.nanos > 0n && isWhole(size) && unitsOf(quantity) % unitsOf(size) === 0n) return;
	const value = renderQuantity(quantity);
	to.invalid("resources/huge-pages-size", at, `${value} is not positive integer multiple of ${name}`, {
		field,
		value
	});
}
function validateRequest(request, limit, limits, to) {
	const { name, at, quantity } = request;
	if (!limit) {
		if (isOvercommitAllowed(name) || limits.isOpen) return;
		to.required("resources/limit-required", at, "Limit must be set for non overcommitable resources", { field: limits.fieldPath });
		return;
	}
	if (!quantity || !limit.quantity) return;
	const difference = compareQuantities(quantity, limit.quantity);
	const [field, value] = [(at.parent ?? at).fieldPath, renderQuantity(quantity)];
	const most = `${name} limit of ${renderQuantity(limit.quantity)}`;
	if (difference !== 0 && !isOvercommitAllowed(name)) to.invalid("resources/request-not-limit", at, `must be equal to ${most}`, {
		field,
		value
	});
	else if (difference > 0) to.invalid("resources/request-above-limit", at, `must be less than or equal to ${most}`, {
		field,
		value
	});
}
const isComputeResource = (name) => name === "cpu" || name === "memory";
function validateHugePagesAlone(requirements, amounts, to) {
	if (requirements.isOpen || requirements.get("limits").isOpen || requirements.get("requests").isOpen) return;
	if (!amounts.some(({ name }) => isHugePages(name)) || amounts.some(({ name }) => isComputeResource(name))) return;
	to.forbidden("resources/huge-pages-alone", requirements, "HugePages require cpu or memory");
}
/** Requests as the server holds them. */
function readRequests(requirements, defaultsRequests) {
	const requests = requirements.get("requests");
	const written = readResourceList(requests);
	if (!defaultsRequests || requests.isOpen) return written;
	const names = new Set(written.map(({ name }) => name));
	const missing = readResourceList(requirements.get("limits")).filter(({ name }) => !names.has(name));
	return [...written, ...missing.map((amount) => ({
		...amount,
		field: `${requests.fieldPath}[${amount.name}]`
	}))];
}
/** Limits and requests of a container, or of a whole pod (`validateResourceRequirements`). */
function validateResourceRequirements(requirements, to, rules) {
	const limits = requirements.get("limits");
	const limited = readResourceList(limits);
	const requested = readRequests(requirements, rules.defaultsRequests);
	for (const amount of [...limited, ...requested]) {
		rules.validateName(amount, to);
		validateResourceQuantityValue(amount, to);
		validateHugePages(amount, to);
	}
	const limitOf = new Map(limited.map((amount) => [amount.name, amount]));
	for (const amount of requested) validateRequest(amount, limitOf.get(amount.name), limits, to);
	validateHugePagesAlone(requirements, [...limited, ...requested], to);
}
// src/core/predict/admission/validation/volume-mounts.ts
const PROPAGATIONS = [
	"Bidirectional",
	"HostToContainer",
	"None"
];
const READ_ONLY = [
	"Disabled",
	"Enabled",
	"IfPossible"
];
/** The volumes of a pod after they have been validated. */
function readPodVolumes(spec, { causes, minors }, { claimTemplates }) {
	const volumes = spec.get("volumes");
	const faults = causes.filter((cause) => cause.minors.length === minors.length).map(({ cursor }) => cursor.fieldPath);
	const byName = /* @__PURE__ */ new Map();
	const refused = /* @__PURE__ */ new Set();
	const names = volumes.items().map((volume) => textOf(volume.get("name")));
	const claims = claimTemplates?.items().map((claim) => textOf(claim.get("metadata").get("name"))) ?? [];
	for (const name of claims) if (name !== void 0) byName.set(name, void 0);
	for (const [index, volume] of volumes.items().entries()) {
		const name = names[index];
		if (name === void 0) continue;
		const path = volume.fieldPath;
		if (faults.some((fault) => fault === path || fault.startsWith(`${path}.`))) refused.add(name);
		else byName.set(name, volume.as());
	}
	return {
		byName,
		refused,
		isComplete: !(volumes.isOpen || claimTemplates?.isOpen === true || [...names, ...claims].includes(void 0))
	};
}
/** Texts of one field over a list, for what may not be in another list. */
function textsOf(list) {
	return new Set(list.map(textOf).filter((text) => text !== void 0));
}
function validatePropagation(mount, container, to, field) {
	const at = mount.get("mountPropagation");
	refuseUnsupported(at, to, {
		check: "mount/propagation-unsupported",
		options: { field }
	}, PROPAGATIONS);
	const privileged = container.get("securityContext").get("privileged");
	if (textOf(at) !== "Bidirectional" || booleanOf(privileged) !== false) return;
	to.forbidden("mount/propagation", at, "Bidirectional mount propagation is available only to privileged containers", { field });
}
/** Read-only below other mounts too, which wants a mount that is read-only and sees no others. */
function validateRecursiveReadOnly(mount, to, field) {
	const at = mount.get("recursiveReadOnly");
	const mode = textOf(at);
	if (!at.isPresent || mode === void 0) return;
	const options = {
		field,
		since: 31
	};
	if (!READ_ONLY.includes(mode)) to.notSupported("mount/read-only-unsupported", at, READ_ONLY, options);
	else if (mode !== "Disabled") {
		if (booleanOf(mount.get("readOnly")) === false) to.forbidden("mount/read-only", at, "may only be specified when readOnly is true", options);
		const propagation = textOf(mount.get("mountPropagation"));
		if (propagation === void 0 || propagation === "" || propagation === "None") return;
		to.forbidden("mount/read-only", at, "may only be specified when mountPropagation is None or not specified", options);
	}
}
function validateSubPaths(mount, to, list) {
	const [subPath, expression] = [mount.get("subPath"), mount.get("subPathExpr")];
	refuseFaults(subPath, to, {
		check: "mount/sub-path",
		options: { field: `${list}.subPath` }
	}, descendingPathFaults);
	if (isSet(subPath) && isSet(expression)) to.invalid("mount/sub-path-twice", expression, "subPathExpr and subPath are mutually exclusive");
	refuseFaults(expression, to, {
		check: "mount/sub-path",
		options: { field: `${list}.subPathExpr` }
	}, descendingPathFaults);
}
/** Names of volumes that the pod lacks, and none at all. */
function validateVolumeName(at, to, volumes, check) {
	requireField(at, to, { check: `${check}-required` });
	const name = textOf(at);
	if (name === void 0 || volumes.byName.has(name)) return;
	if (volumes.refused.has(name) && name !== "") to.notFound("mount/refused-volume", at);
	else if (volumes.isComplete || name === "") to.notFound(check, at);
}
/** Volumes that a container mounts (`ValidateVolumeMounts`). Of faults in sub-paths the server names the list, not its element. */
function validateVolumeMounts(container, to, volumes) {
	const mounts = container.get("volumeMounts").as();
	const devices = container.get("volumeDevices").items();
	const deviceNames = textsOf(devices.map((device) => device.get("name")));
	const devicePaths = textsOf(devices.map((device) => device.get("devicePath")));
	const seen = /* @__PURE__ */ new Set();
	const list = mounts.fieldPath;
	for (const mount of mounts.items()) {
		const [name, path] = [mount.get("name"), mount.get("mountPath")];
		const [nameText, pathText] = [textOf(name), textOf(path)];
		validateVolumeName(name, to, volumes, "mount/volume");
		requireField(path, to, { check: "mount/path-required" });
		if (pathText !== void 0 && seen.has(pathText) && !mounts.isOpen) to.invalid("mount/path", path, "must be unique");
		if (pathText !== void 0) seen.add(pathText);
		if (nameText !== void 0 && deviceNames.has(nameText)) to.invalid("mount/and-device", name, "must not already exist in volumeDevices");
		if (pathText !== void 0 && devicePaths.has(pathText)) to.invalid("mount/and-device", path, "must not already exist as a path in volumeDevices");
		validateSubPaths(mount, to, list);
		if (mount.get("mountPropagation").isPresent) validatePropagation(mount, container, to, `${list}.mountPropagation`);
		validateRecursiveReadOnly(mount, to, `${list}.recursiveReadOnly`);
	}
}
/** A raw device is a claim, or a volume that makes one. */
function validateDeviceVolume(name, to, { byName }) {
	const text = textOf(name);
	const volume = text === void 0 ? void 0 : byName.get(text);
	if (!volume || volume.isOpen || volume.get("persistentVolumeClaim").isPresent || volume.get("ephemeral").isPresent) return;
	to.invalid("device/volume-type", name, "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode");
}
function validateUnique(at, seen, to) {
	const text = textOf(at);
	if (text === void 0) return;
	if (seen.has(text)) to.invalid("device/path", at, "must be unique");
	seen.add(text);
}
function validateDevicePath(path, to) {
	requireField(path, to, { check: "device/path-required" });
	const text = textOf(path);
	if (text !== void 0 && backstepFaults(text).length > 0) to.invalid("device/path", path, "can not contain backsteps ('..')");
}
/** Volumes that a container uses as raw devices (`ValidateVolumeDevices`). */
function validateVolumeDevices(container, to, volumes) {
	const devices = container.get("volumeDevices").as();
	const mounts = container.get("volumeMounts").items();
	const mountNames = textsOf(mounts.map((mount) => mount.get("name")));
	const mountPaths = textsOf(mounts.map((mount) => mount.get("mountPath")));
	const [names, paths] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
	for (const device of devices.items()) {
		const [name, path] = [device.get("name"), device.get("devicePath")];
		validateVolumeName(name, to, volumes, "device/volume");
		if (isSet(name) && !devices.isOpen) validateUnique(name, names, to);
		validateDeviceVolume(name, to, volumes);
		validateDevicePath(path, to);
		if (!devices.isOpen) validateUnique(path, paths, to);
		if (mountNames.has(textOf(name) ?? "\0")) to.invalid("mount/and-device", name, "must not already exist in volumeMounts");
		if (mountPaths.has(textOf(path) ?? "\0")) to.invalid("mount/and-device", path, "must not already exist as a path in volumeMounts");
	}
}
// src/core/predict/admission/validation/containers.ts
const PULL_POLICIES = [
	"Always",
	"IfNotPresent",
	"Never"
];
const TERMINATION_MESSAGE_POLICIES = ["File", "FallbackToLogsOnError"];
/** Seconds that the pod has for its end: 30 where none are written. A negative number is refused or mended elsewhere. */
function gracePeriodOf(spec) {
	const at = spec.get("terminationGracePeriodSeconds");
	const seconds = at.isAbsent ? 30 : numberOf(at);
	return seconds !== void 0 && seconds >= 0 ? seconds : void 0;
}
function readSurroundings(spec, to, context) {
	return {
		spec,
		volumes: readPodVolumes(spec, to, context),
		isTemplate: context.isTemplate,
		gracePeriod: gracePeriodOf(spec),
		restartPolicy: textOf(spec.get("restartPolicy")),
		hostUsers: hostUsersOf(spec),
		isOnHostNetwork: defaultsHostPorts(spec, context)
	};
}
/** Containers of a pod in the order in which the server visits them. */
function containersOf(spec) {
	return [
		...spec.get("initContainers").items(),
		...spec.get("containers").items(),
		...spec.get("ephemeralContainers").as().items()
	];
}
function validateContainerResourceName({ name, at, field }, to) {
	for (const fault of containerResourceNameFaults(name)) to.invalid("resources/name", at, fault, {
		field,
		value: name
	});
}
function validateImage$1(image, to, isTemplate) {
	requireField(image, to, { check: "container/image-required" });
	if (isTemplate) return;
	refuseFaults(image, to, { check: "container/image" }, (text) => text.trim() === text ? [] : ["must not have leading or trailing whitespace"]);
}
/** What the server checks in every container (`validateContainerCommon`). */
function validateContainer(container, to, around) {
	requireField(container.get("name"), to, { check: "container/name-required" });
	refuseFaults(container.get("name"), to, { check: "container/name" }, dns1123LabelFaults);
	validateImage$1(container.get("image"), to, around.isTemplate);
	validateEnumeration(container.get("terminationMessagePolicy"), to, "container/termination-message-policy-unsupported", TERMINATION_MESSAGE_POLICIES);
	validateContainerPorts(container.get("ports"), to);
	validateEnv(container.get("env"), to);
	validateEnvFrom(container.get("envFrom"), to);
	validateVolumeMounts(container, to, around.volumes);
	validateVolumeDevices(container, to, around.volumes);
	validateEnumeration(container.get("imagePullPolicy"), to, "container/image-pull-policy-unsupported", PULL_POLICIES);
	const resources = container.get("resources");
	validateResourceRequirements(resources, to, {
		validateName: validateContainerResourceName,
		defaultsRequests: !around.isTemplate
	});
	validateResourceClaimNames(resources.get("claims"), around.spec, to);
	validateResizePolicy(container, to, around.restartPolicy);
	validateSecurityContext(container.get("securityContext"), to, around.hostUsers);
}
/** An enumeration with a default, which stands for an empty text too. */
function validateEnumeration(at, to, check, supported) {
	if (textOf(at) !== "") refuseUnsupported(at, to, { check }, supported);
}
/** Names that more than one container has; `seen` holds those before. */
function validateUniqueName(container, seen, to) {
	const name = textOf(container.get("name"));
	if (name === void 0 || name === "") return;
	if (seen.has(name) && container.parent?.as().isOpen !== true) to.duplicate("container/name-duplicated", container.get("name"));
	seen.add(name);
}
/** Hooks and probes: of containers that stay. */
function validateHooksAndProbes(container, to, gracePeriod) {
	validateLifecycle(container.get("lifecycle"), to, gracePeriod);
	for (const kind of PROBES) validateProbe(container.get(kind), kind, to);
}
function validateRegularContainers(around, seen, to) {
	const list = around.spec.get("containers");
	if (isEmpty(list)) to.required("pod/containers-required", list);
	for (const container of list.items()) {
		validateContainer(container, to, around);
		validateUniqueName(container, seen, to);
		validateHooksAndProbes(container, to, around.gracePeriod);
		validateContainerRestartPolicy(container, false, to);
	}
	validateHostPorts(list.items(), to, around.isOnHostNetwork);
}
/** An init container that ends has neither probes nor hooks (S-188). */
function validateInitOnly(container, to, range) {
	for (const field of ["lifecycle", ...PROBES]) {
		const at = container.get(field);
		if (at.isPresent) to.forbidden("container/init-only", at, "may not be set for init containers without restartPolicy=Always", range);
	}
}
function validateInitContainers(around, seen, to) {
	const list = around.spec.get("initContainers");
	for (const container of list.items()) {
		validateContainer(container, to, around);
		validateContainerRestartPolicy(container, true, to);
		validateUniqueName(container, seen, to);
		const optionsOf = (port) => ({ field: `${list.fieldPath}[0].ports[${String(port.index)}].hostPort` });
		validateHostPorts([container], to, around.isOnHostNetwork, optionsOf);
		const policy = textOf(container.get("restartPolicy"));
		if (policy === "Always") validateHooksAndProbes(container, to, around.gracePeriod);
		if (policy === "Always") validateInitOnly(container, to, { until: 28 });
		else if (policy !== void 0) {
			validateInitOnly(container, to, {});
			validateInitResizePolicy(container, to);
		}
	}
}
const NOT_EPHEMERAL = [
	"ports",
	"resources",
	"livenessProbe",
	"readinessProbe",
	"startupProbe",
	"lifecycle",
	"restartPolicy",
	"resizePolicy"
];
const NOT_EPHEMERAL_TEXT = "cannot be set for an Ephemeral Container";
function validateEphemeralOnly(container, to) {
	for (const field of NOT_EPHEMERAL) {
		const at = container.get(field);
		if (field === "resources" ? at.as().entries().length > 0 : at.isPresent) to.forbidden("container/ephemeral-only", at, NOT_EPHEMERAL_TEXT);
	}
	for (const mount of container.get("volumeMounts").items()) for (const at of [mount.get("subPath"), mount.get("subPathExpr")]) if (isSet(at)) to.forbidden("container/ephemeral-only", at, NOT_EPHEMERAL_TEXT);
}
function validateEphemeralContainers(around, seen, to) {
	const list = around.spec.get("ephemeralContainers");
	const others = new Set(seen);
	const isComplete = [around.spec.get("containers"), around.spec.get("initContainers")].every((containers) => !containers.isOpen && containers.items().every((container) => textOf(container.get("name")) !== void 0));
	for (const container of list.items()) {
		const body = container.as();
		validateContainer(body, to, {
			...around,
			isTemplate: false
		});
		validateUniqueName(body, seen, to);
		const at = container.as().get("targetContainerName");
		const target = textOf(at);
		if (target !== void 0 && target !== "" && isComplete && !others.has(target)) to.notFound("container/ephemeral-target", at);
		validateEphemeralOnly(body, to);
	}
}
function validateForPod(spec, to, hostUsers) {
	const os = textOf(spec.get("os").get("name"));
	const containers = containersOf(spec);
	validateHostProcesses(spec, containers, to);
	for (const container of containers) {
		const devices = container.get("volumeDevices");
		if (hostUsers === false && devices.items().length > 0) to.forbidden("device/host-users", devices, "when `hostUsers` is false", { since: 36 });
		validateContainerForOs(container.get("securityContext"), to, os);
		validateFileKeyVolumes(container.get("env"), spec, to);
	}
}
/** The containers, init containers and ephemeral containers of a pod. The volumes have been validated before. */
function validateContainers(spec, to, context) {
	const around = readSurroundings(spec, to, context);
	const seen = /* @__PURE__ */ new Set();
	validateRegularContainers(around, seen, to);
	validateInitContainers(around, seen, to);
	validateEphemeralContainers(around, seen, to);
	validateHostNetworkPorts(spec, to);
	validateForPod(spec, to, around.hostUsers);
}
// src/core/predict/admission/validation/container-warnings.ts
const BYTES = /* @__PURE__ */ new Set(["memory", "ephemeral-storage"]);
/** Part of a byte, such as memory with the suffix `m`. */
function warnOfFraction({ name, at, field, quantity }, to) {
	if (!quantity || !BYTES.has(name) || isWhole(quantity)) return;
	to.warn("resources/fraction-warning", at, `${field}: fractional byte value "${renderQuantity(quantity)}" is invalid, must be an integer`, { since: 28 });
}
/** Whether an earlier definition of a variable is lost by this one: it is not used in it. Undefined where it is not known. */
function hidesEarlier(variable, name) {
	if (variable.get("valueFrom").isPresent) return true;
	const value = variable.get("value");
	const reference = `$(${name})`;
	const text = value.isAbsent ? "" : value.text;
	if (text === void 0 || textOf(value) === void 0 && !text.includes(reference)) return void 0;
	return text === reference || !text.includes(reference);
}
/** Variables that stand twice (S-200). */
function warnOfHiddenEnv(variables, to) {
	if (variables.isOpen) return;
	const seen = /* @__PURE__ */ new Set();
	for (const variable of variables.items()) {
		const name = textOf(variable.get("name"));
		if (name === void 0) continue;
		if (seen.has(name) && hidesEarlier(variable, name) === true) {
			const text = `${variable.fieldPath}: hides previous definition of "${name}", which may be dropped when using apply`;
			to.warn("env/hidden-warning", variable, text);
		}
		seen.add(name);
	}
}
function readHeldPort(at, isOnHostNetwork) {
	const [number, protocol, hostIP] = [
		numberOf(at.get("containerPort")),
		protocolOf(at),
		textOf(at.get("hostIP"))
	];
	const written = numberOf(at.get("hostPort"));
	const hostPort = written !== 0 || isOnHostNetwork === false ? written : isOnHostNetwork ? number : void 0;
	if (number === void 0 || protocol === void 0 || hostIP === void 0 || hostPort === void 0) return void 0;
	return {
		at,
		name: textOf(at.get("name")),
		number,
		protocol,
		hostPort,
		hostIP
	};
}
/** How two definitions of one port and protocol stand to each other (S-182). */
function overlapOf(port, other) {
	if (port.hostIP === other.hostIP && port.hostPort === other.hostPort) return "duplicate";
	if (port.hostPort === 0 || other.hostPort === 0) return "overlapping";
	return port.hostPort === other.hostPort && port.hostIP === "" !== (other.hostIP === "") ? "dangerously ambiguous" : void 0;
}
function warnOfOverlap(port, before, to) {
	for (const other of before) {
		const overlap = port.number === other.number && port.protocol === other.protocol ? overlapOf(port, other) : void 0;
		if (overlap === void 0) continue;
		to.warn("port/overlap-warning", port.at, `${port.at.fieldPath}: ${overlap} port definition with ${other.at.fieldPath}`, { since: 28 });
	}
}
/** Names that Services and probes look up, where two ports of the pod have them (S-181). */
function warnOfName$2({ at, name }, before, to) {
	const first = name === void 0 || name === "" ? void 0 : before.find((other) => other.name === name)?.at.fieldPath;
	if (name === void 0 || first === void 0) return;
	const use = `services and probes that select ports by name will use ${first}`;
	to.warn("port/name-warning", at, `${at.fieldPath}: duplicate port name "${name}" with ${first}, ${use}`, { since: 33 });
}
/** An address of the node without a port of it does nothing (S-184). The server dumps the whole port. */
function warnOfHostIP({ at, name = "", number, protocol, hostPort, hostIP }, to) {
	if (hostIP === "" || hostPort !== 0) return;
	const dump = `{Name:${name} HostPort:0 ContainerPort:${String(number)} Protocol:${protocol} HostIP:${hostIP}}`;
	to.warn("port/host-ip-warning", at, `${at.fieldPath}: hostIP set without hostPort: ${dump}`, { since: 28 });
}
function warnOfPorts(containers, to, isOnHostNetwork) {
	const before = [];
	for (const at of containers.filter((container) => !container.get("ports").isOpen).flatMap((container) => container.get("ports").items())) {
		const port = readHeldPort(at, isOnHostNetwork);
		if (!port) continue;
		warnOfHostIP(port, to);
		warnOfOverlap(port, before, to);
		warnOfName$2(port, before, to);
		before.push(port);
	}
}
/** What the server says of containers although it takes them. */
function warnOfContainers(spec, to, context) {
	const containers = containersOf(spec);
	for (const container of containers) {
		const resources = container.get("resources");
		for (const amount of readResourceList(resources.get("limits"))) warnOfFraction(amount, to);
		for (const amount of readRequests(resources, !context.isTemplate)) warnOfFraction(amount, to);
		warnOfHiddenEnv(container.get("env"), to);
	}
	warnOfPorts(containers, to, defaultsHostPorts(spec, context));
}
// src/core/predict/admission/validation/pod-annotations.ts
const SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
const SECCOMP_CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";
const APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
const DELETION_COST = "controller.kubernetes.io/pod-deletion-cost";
const TOLERATIONS = "scheduler.alpha.kubernetes.io/tolerations";
const MIRROR = "kubernetes.io/config.mirror";
/** `localhost/name` names a profile that a node has. */
const LOCALHOST = "localhost/";
/** Annotations as the server names them: those of a template without the `metadata` between. */
function annotationsPath({ metadata, isTemplate }) {
	return isTemplate ? `${metadata.parent?.fieldPath ?? ""}.annotations` : `${metadata.fieldPath}.annotations`;
}
function seccompFaults(profile) {
	if ([
		"runtime/default",
		"docker/default",
		"unconfined"
	].includes(profile)) return [];
	if (profile.startsWith(LOCALHOST)) return descendingPathFaults(profile.slice(10));
	return ["must be a valid seccomp profile"];
}
/** Digits as Go reads a 32 bit integer, where neither `+` nor a leading zero may stand. */
function isDeletionCost(text) {
	if (!/^(?:0|-?[1-9]\d*)$/.test(text)) return false;
	const cost = Number(text);
	return cost >= -(2 ** 31) && cost < 2 ** 31;
}
function validateSeccompAnnotations(annotations, to, path) {
	for (const { key, value } of annotations.entries()) {
		const profile = textOf(value);
		if (profile === void 0 || !(key === SECCOMP_POD || key.startsWith(SECCOMP_CONTAINER))) continue;
		const shown = profile.startsWith(LOCALHOST) ? profile.slice(10) : profile;
		for (const fault of seccompFaults(profile)) to.invalid("pod/annotation-seccomp", value, fault, {
			field: `${path}.${key}`,
			value: shown
		});
	}
}
function validateAppArmorAnnotations(annotations, spec, to, path) {
	const names = containersOf(spec).map((container) => textOf(container.get("name")));
	const isComplete = !names.includes(void 0) && ![
		spec,
		spec.get("containers"),
		spec.get("initContainers")
	].some((list) => list.as().isOpen && !list.isAbsent);
	for (const { key, value } of annotations.entries()) {
		if (!key.startsWith(APP_ARMOR)) continue;
		const [name, profile, field] = [
			key.slice(47),
			textOf(value),
			`${path}[${key}]`
		];
		if (isComplete && !names.includes(name)) to.invalid("pod/annotation-app-armor", value, "container not found", {
			field,
			value: name
		});
		if (profile === void 0 || [
			"",
			"runtime/default",
			"unconfined"
		].includes(profile) || profile.startsWith(LOCALHOST)) continue;
		to.invalid("pod/annotation-app-armor", value, `invalid AppArmor profile name: ${JSON.stringify(profile)}`, { field });
	}
}
/** Tolerations as the text of a list, from before pods had a field for them. What is in the list is not looked at. */
function validateTolerationsAnnotation(annotation, to, field) {
	const text = textOf(annotation);
	if (text === void 0 || text.trim() === "") return;
	const options = {
		field,
		value: TOLERATIONS
	};
	try {
		const value = JSON.parse(text);
		if (value === null || Array.isArray(value)) return;
		to.invalid("pod/annotation-tolerations", annotation, "json: cannot unmarshal object into Go value of type []core.Toleration", options);
	} catch {
		const [first = ""] = text.trim();
		to.invalid("pod/annotation-tolerations", annotation, `invalid character '${first}' looking for beginning of value`, options);
	}
}
/** Annotations that mean something in a pod (`ValidatePodSpecificAnnotations`). */
function validatePodAnnotations(spec, to, context) {
	const annotations = context.metadata.get("annotations");
	const path = annotationsPath(context);
	const [mirror, cost] = [annotations.get(MIRROR), annotations.get(DELETION_COST)];
	if (mirror.isPresent && textOf(spec.get("nodeName")) === "") to.invalid("pod/annotation-mirror", mirror, "must set spec.nodeName if mirror pod annotation is set", { field: `${path}[${MIRROR}]` });
	const text = cost.isPresent ? textOf(cost) : void 0;
	if (text !== void 0 && !isDeletionCost(text)) to.invalid("pod/annotation-deletion-cost", cost, "must be a 32bit integer", {
		field: `${path}[${DELETION_COST}]`,
		since: 22
	});
	validateTolerationsAnnotation(annotations.get(TOLERATIONS), to, path);
	validateSeccompAnnotations(annotations, to, path);
	validateAppArmorAnnotations(annotations, spec, to, path);
}
const SECCOMP = {
	what: "seccomp",
	runtimeDefault: ["runtime/default", "docker/default"]
};
const APPARMOR = {
	what: "apparmor",
	runtimeDefault: ["runtime/default"]
};
/** A profile that a field and an annotation name, and not the same. `path` is where the server sees the field. */
function validateSameProfile(annotation, profile, to, { form, path = profile.fieldPath }) {
	const field = profile.as();
	const [text, type] = [annotation.isPresent ? textOf(annotation) : void 0, textOf(field.get("type"))];
	if (text === void 0 || type === void 0 || !profile.isPresent) return;
	const refuse = (name, what) => {
		const message = `${form.what} ${what} in annotation and field must match`;
		to.forbidden("pod/annotation-profile-conflict", field.get(name), message, { field: `${path}.${name}` });
	};
	if (type === "Unconfined" && text !== "unconfined") refuse("type", "type");
	if (type === "RuntimeDefault" && !form.runtimeDefault.includes(text)) refuse("type", "type");
	if (type !== "Localhost") return;
	const name = textOf(field.get("localhostProfile"));
	if (!text.startsWith(LOCALHOST)) refuse("type", "type");
	else if (name !== void 0 && (field.get("localhostProfile").isAbsent || text.slice(10) !== name)) refuse("localhostProfile", "profile");
}
/** An annotation alone becomes the field of a Pod before anything is compared, but not in a template. */
function validateContainerProfiles(container, spec, to, { metadata, isTemplate }) {
	const annotations = metadata.get("annotations");
	const name = textOf(container.get("name"));
	if (name === void 0) return;
	const own = container.get("securityContext");
	validateSameProfile(annotations.get(`${SECCOMP_CONTAINER}${name}`), own.get("seccompProfile"), to, { form: SECCOMP });
	const profile = own.get("appArmorProfile");
	const annotation = annotations.get(`${APP_ARMOR}${name}`);
	if (textOf(spec.get("os").get("name")) === "windows" || profile.isUnknown) return;
	if (profile.isPresent) validateSameProfile(annotation, profile, to, { form: APPARMOR });
	else if (isTemplate) validateSameProfile(annotation, spec.get("securityContext").get("appArmorProfile"), to, {
		form: APPARMOR,
		path: profile.fieldPath
	});
}
/** Profiles of seccomp and AppArmor that are named twice, by a field and by the annotation before it, must be equal. */
function validateProfileAnnotations(spec, to, context) {
	validateSameProfile(context.metadata.get("annotations").get(SECCOMP_POD), spec.get("securityContext").get("seccompProfile"), to, { form: SECCOMP });
	for (const container of containersOf(spec)) validateContainerProfiles(container, spec, to, context);
}
/** What the server says of annotations of pods that do nothing any more. */
const REPLACED = [
	{
		key: "scheduler.alpha.kubernetes.io/critical-pod",
		since: "v1.16",
		field: "priorityClassName"
	},
	{
		key: "security.alpha.kubernetes.io/sysctls",
		since: "v1.11",
		field: "sysctls"
	},
	{
		key: "security.alpha.kubernetes.io/unsafe-sysctls",
		since: "v1.11",
		field: "sysctls"
	}
];
function warnOfSeccomp(annotations, key, profile, to) {
	const annotation = annotations.get(key);
	if (!annotation.isPresent || !profile.isAbsent) return;
	const text = `${annotations.fieldPath}[${key}]: non-functional in v1.27+; use the "seccompProfile" field instead`;
	to.warn("pod/annotation-seccomp-warning", annotation, text, { since: 27 });
}
/** The profile that an annotation names, as the field of a Pod that becomes of it; undefined where none does. */
function profileOf(text) {
	if (text === "runtime/default") return {
		type: "RuntimeDefault",
		name: ""
	};
	if (text === "unconfined") return {
		type: "Unconfined",
		name: ""
	};
	return text.startsWith(LOCALHOST) ? {
		type: "Localhost",
		name: text.slice(10)
	} : void 0;
}
/** In a Pod the annotation becomes the field, and is told where the field of the pod says something else; in a template where there is none. */
function saysMore(annotation, ofPod, isTemplate) {
	if (ofPod.isAbsent) return true;
	const [text, type, name] = [
		textOf(annotation),
		textOf(ofPod.get("type")),
		textOf(ofPod.get("localhostProfile"))
	];
	if (isTemplate || text === void 0 || type === void 0 || name === void 0) return false;
	const profile = profileOf(text);
	return profile?.type !== type || profile.name !== name;
}
function warnOfAppArmor(container, key, to, around) {
	const { metadata, isTemplate } = around.context;
	const annotations = metadata.get("annotations");
	const annotation = annotations.get(key);
	if (!annotation.isPresent || !container.get("securityContext").get("appArmorProfile").isAbsent || !saysMore(annotation, around.ofPod, isTemplate)) return;
	const text = `${annotations.fieldPath}[${key}]: deprecated since v1.30; use the "appArmorProfile" field instead`;
	to.warn("pod/annotation-app-armor-warning", annotation, text, {
		since: 30,
		...!isTemplate && { always: true }
	});
}
/** Annotations that fields have replaced (S-200, S-360). */
function warnOfAnnotations(spec, to, context) {
	const annotations = context.metadata.get("annotations");
	for (const { key, since, field } of REPLACED) {
		const text = `${annotations.fieldPath}[${key}]: non-functional in ${since}+; use the "${field}" field instead`;
		if (annotations.get(key).isWritten) to.warn("pod/annotation-replaced-warning", annotations.get(key), text);
	}
	const pod = spec.get("securityContext");
	const around = {
		ofPod: pod.get("appArmorProfile"),
		context
	};
	warnOfSeccomp(annotations, SECCOMP_POD, pod.get("seccompProfile"), to);
	for (const container of containersOf(spec)) {
		const name = textOf(container.get("name"));
		if (name === void 0) continue;
		warnOfSeccomp(annotations, `${SECCOMP_CONTAINER}${name}`, container.get("securityContext").get("seccompProfile"), to);
		warnOfAppArmor(container, `${APP_ARMOR}${name}`, to, around);
	}
}
/** True where something in the metadata may be such an annotation: the checks of pods without any end here. */
function hasAnnotations({ metadata }) {
	return isSet(metadata.get("annotations"));
}
// src/core/predict/admission/validation/volume-source.ts
const SOURCE_FIELD = { check: "volume/source-field-required" };
function requireFields(source, to, ...fields) {
	for (const field of fields) requireField(source.get(field), to, SOURCE_FIELD);
}
/** A source that only has fields which must not be empty. */
function requiring(...fields) {
	return (source, to) => {
		requireFields(source, to, ...fields);
	};
}
/** A Secret by name, and by namespace where the volume has none of its own. */
function validateSecretRef(secretRef, to, isPersistent) {
	if (!secretRef.isMapping) return;
	requireField(secretRef.get("name"), to, SOURCE_FIELD);
	if (isPersistent) requireField(secretRef.get("namespace"), to, SOURCE_FIELD);
}
/** A number that a disk gives to one of its parts. */
function validateRange(at, to, [low, high], options = {}) {
	const value = numberOf(at);
	if (value === void 0 || value >= low && value <= high) return;
	const { saidLow = low, ...rest } = options;
	to.invalid("volume/number", at, `must be between ${String(saidLow)} and ${String(high)}, inclusive`, rest);
}
/** True where the text is known to be longer. */
function isLonger(at, most) {
	return (textOf(at)?.length ?? 0) > most;
}
/**
* Checks the source of a volume, of which there can be one. Beside template lines several may be branches of a condition, so each is
* checked for itself. False where it is proven that there is none.
*/
function validateVolumeTypes(context, to, types) {
	const { volume } = context;
	let seen = 0;
	for (const { field, named = field, standsBesideOthers = false, validate } of types) {
		const source = volume.get(field);
		if (!source.isMapping) continue;
		if (seen > 0 && !standsBesideOthers && !volume.isOpen) to.forbidden("volume/several-types", source, "may not specify more than 1 volume type", { field: `${volume.fieldPath}.${named}` });
		else validate(source, to, context);
		seen++;
	}
	return seen > 0 || types.some(({ field }) => !volume.get(field).isAbsent);
}
/** True where all of the fields are proven to be empty. */
function isNone(source, fields) {
	return fields.every((field) => isEmpty(source.get(field)));
}
// src/core/predict/admission/validation/block-volumes.ts
/** A disk of Google's: the server calls the field `persistentDisk`. */
const validateGcePersistentDisk = (disk, to, { volume }) => {
	const path = `${volume.fieldPath}.persistentDisk`;
	requireField(disk.get("pdName"), to, {
		...SOURCE_FIELD,
		options: { field: `${path}.pdName` }
	});
	validateRange(disk.get("partition"), to, [0, 255], {
		saidLow: 1,
		field: `${path}.partition`
	});
};
const validateAwsElasticBlockStore = (disk, to) => {
	requireField(disk.get("volumeID"), to, SOURCE_FIELD);
	validateRange(disk.get("partition"), to, [0, 255], { saidLow: 1 });
};
/** Names of iSCSI targets and initiators (RFC 3720), by the way in which they start. */
const ISCSI_NAMES = {
	iqn: /iqn\.\d{4}-\d{2}\.([A-Za-z0-9.-]+)(:[^,;*&$|\s]+)$/,
	eui: /^eui.[A-Za-z0-9]{16}$/,
	naa: /^naa.[A-Za-z0-9]{32}$/
};
function validateIscsiName(at, to, otherStart, options = {}) {
	const name = textOf(at);
	if (name === void 0 || at.isAbsent) return;
	const pattern = ISCSI_NAMES[name.slice(0, 3)];
	if (!pattern) to.invalid("volume/iscsi-name", at, otherStart, options);
	else if (!pattern.test(name)) to.invalid("volume/iscsi-name", at, "must be valid format", options);
}
/** With an initiator of its own, the name of the volume becomes part of a name that has 64 characters. */
function validateIscsiInterface(iscsi, to, { volume, name, isPersistent }) {
	const [portal, volumeName] = [textOf(iscsi.get("targetPortal")), textOf(name)];
	if (!iscsi.get("initiatorName").isPresent || portal === void 0 || volumeName === void 0) return;
	if (`${volumeName}:${portal}`.length <= 64) return;
	const detail = "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.";
	if (isPersistent) to.invalid("volume/iscsi-name-length", iscsi.get("targetPortal"), detail, { field: `${iscsi.fieldPath}.targetportal` });
	else to.invalid("volume/iscsi-name-length", name, detail, {
		field: `${volume.fieldPath}.name`,
		value: volumeName
	});
}
const validateIscsi = (iscsi, to, context) => {
	const { isPersistent } = context;
	const otherStart = isPersistent ? "must be valid format" : "must be valid format starting with iqn, eui, or naa";
	requireField(iscsi.get("targetPortal"), to, SOURCE_FIELD);
	if (!requireField(iscsi.get("iqn"), to, SOURCE_FIELD)) validateIscsiName(iscsi.get("iqn"), to, otherStart);
	validateRange(iscsi.get("lun"), to, [0, 255]);
	if ((booleanOf(iscsi.get("chapAuthDiscovery")) === true || booleanOf(iscsi.get("chapAuthSession")) === true) && iscsi.get("secretRef").isAbsent) to.required(SOURCE_FIELD.check, iscsi.get("secretRef"));
	if (isPersistent && iscsi.get("secretRef").isMapping) requireField(iscsi.get("secretRef").get("name"), to, SOURCE_FIELD);
	validateIscsiName(iscsi.get("initiatorName"), to, otherStart, { field: `${iscsi.fieldPath}.initiatorname` });
	validateIscsiInterface(iscsi, to, context);
};
const validateFibreChannel = (fc, to) => {
	const [targets, ids, lun] = [
		fc.get("targetWWNs"),
		fc.get("wwids"),
		fc.get("lun")
	];
	if (isEmpty(targets) && isEmpty(ids)) to.required(SOURCE_FIELD.check, targets, "must specify either targetWWNs or wwids, but not both");
	if (isSet(targets) && isSet(ids) && !fc.isOpen) to.invalid("volume/fibre-channel", targets, "targetWWNs and wwids can not be specified simultaneously");
	if (!isSet(targets)) return;
	if (lun.isAbsent) to.required(SOURCE_FIELD.check, lun, "lun is required if targetWWNs is specified");
	else validateRange(lun, to, [0, 255]);
};
const MANAGED_URI = "/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}";
const BLOB_URI = "https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd";
/** A disk of Azure's, which is a shared blob unless `kind` says otherwise. */
const validateAzureDisk = (disk, to) => {
	const [kind, uri] = [disk.get("kind"), disk.get("diskURI")];
	requireField(disk.get("diskName"), to, SOURCE_FIELD);
	requireField(uri, to, SOURCE_FIELD);
	refuseUnsupported(disk.get("cachingMode"), to, { check: "volume/option-unsupported" }, [
		"None",
		"ReadOnly",
		"ReadWrite"
	]);
	refuseUnsupported(kind, to, { check: "volume/option-unsupported" }, [
		"Dedicated",
		"Managed",
		"Shared"
	]);
	const text = textOf(uri);
	if (text === void 0 || kind.isUnknown || kind.isPresent && valueOf$1(kind.string()) === void 0) return;
	const isManaged = valueOf$1(kind.string()) === "Managed";
	if (!text.startsWith(isManaged ? "/subscriptions/" : "https://")) to.notSupported("volume/azure-disk-uri-unsupported", uri, [isManaged ? MANAGED_URI : BLOB_URI]);
};
// src/core/predict/admission/validation/data-source.ts
/** A source is reported at each of the two fields that tell it, of which the server fills in the other. */
function validateDataSource(source, to, path) {
	const [name, kind, group] = [
		source.get("name"),
		source.get("kind"),
		source.get("apiGroup")
	];
	requireField(name, to, {
		check: "storage/data-source-required",
		options: { field: `${path}.name` }
	});
	requireField(kind, to, {
		check: "storage/data-source-required",
		options: { field: `${path}.kind` }
	});
	const kindName = textOf(kind);
	if (isEmpty(group) && kindName !== void 0 && kindName !== "PersistentVolumeClaim") to.invalid("storage/data-source-kind", source, "must be 'PersistentVolumeClaim' when referencing the default apiGroup", {
		field: path,
		value: kindName
	});
	refuseFaults(group, to, {
		check: "storage/data-source-group",
		options: { field: `${path}.apiGroup` }
	}, dns1123SubdomainFaults);
}
/** `dataSource` alone knows claims and snapshots; the server drops any other kind there without a word. */
function isKept(source) {
	const [kind, group] = [textOf(source.get("kind")), textOf(source.get("apiGroup"))];
	return kind === "PersistentVolumeClaim" && group === "" || kind === "VolumeSnapshot" && group === "snapshot.storage.k8s.io";
}
/** Both told: they must be the same. */
function validateSourcesAgree(spec, to, reference) {
	const source = spec.get("dataSource").as();
	if ([
		"kind",
		"name",
		"apiGroup"
	].some((field) => {
		const [left, right] = [textOf(source.get(field)), textOf(reference.get(field))];
		return left !== void 0 && right !== void 0 && left !== right;
	})) to.invalid("storage/data-sources-differ", source, "must match dataSourceRef", {
		field: spec.fieldPath,
		value: {}
	});
}
/**
* What a claim is to be filled from. `dataSourceRef` to another namespace is dropped by servers with default settings. In templates the
* fields stand as they are written, so that only what both ways refuse is told.
*/
function validateDataSources(spec, to, isTemplate) {
	const source = spec.get("dataSource").as();
	const reference = spec.get("dataSourceRef");
	if (source.isUnknown || reference.isUnknown || reference.isMapping && textOf(reference.get("namespace")) === void 0) return;
	const hasReference = reference.isMapping && textOf(reference.get("namespace")) === "";
	const hasSource = source.isMapping && (reference.isMapping ? hasReference || isKept(source) : isKept(source));
	const [sourcePath, referencePath] = [source.fieldPath, reference.fieldPath];
	if (hasSource) validateDataSource(source, to, sourcePath);
	else if (hasReference && !isTemplate) validateDataSource(reference, to, sourcePath);
	if (hasReference) validateDataSource(reference, to, referencePath);
	else if (hasSource && !isTemplate) validateDataSource(source, to, referencePath);
	if (hasSource && hasReference) validateSourcesAgree(spec, to, reference);
}
// src/core/predict/admission/validation/persistent-volume-claim.ts
const ACCESS_MODES = [
	"ReadOnlyMany",
	"ReadWriteMany",
	"ReadWriteOnce",
	"ReadWriteOncePod"
];
const VOLUME_MODES = ["Block", "Filesystem"];
/** Classes of volume attributes are kept since 1.34; servers before drop the field by default. */
const VOLUME_ATTRIBUTES_CLASS = { since: 34 };
/** What may be done with a volume, and by how many: the mode for one pod stands alone. */
function validateAccessModes(modes, to) {
	const texts = modes.items().map((mode) => textOf(mode));
	for (const mode of texts) if (mode !== void 0 && !ACCESS_MODES.includes(mode)) to.notSupported("storage/access-mode-unsupported", modes, ACCESS_MODES, { value: mode });
	const hasOther = texts.some((mode) => mode !== void 0 && mode !== "ReadWriteOncePod" && ACCESS_MODES.includes(mode));
	if (texts.includes("ReadWriteOncePod") && hasOther && !modes.isOpen) to.forbidden("storage/access-modes", modes, "may not use ReadWriteOncePod with other access modes");
}
/** The size that is asked for. The server reports it at `resources[storage]`. */
function validateStorageRequest(spec, to) {
	const request = spec.get("resources").get("requests").as().get("storage");
	const options = { field: `${spec.get("resources").fieldPath}[storage]` };
	if (!request.isWritten && request.isAbsent) to.required("storage/request-required", request, void 0, options);
	const size = request.isAbsent && request.isWritten ? {
		nanos: 0n,
		format: "decimal"
	} : readQuantity(request);
	if (size && size.nanos <= 0n) to.invalid("storage/size", request, "must be greater than zero", {
		...options,
		value: renderQuantity(size)
	});
}
/** The spec of a claim, of a claim template of a StatefulSet, and of that of an ephemeral volume (`isTemplate`). */
function validatePersistentVolumeClaimSpec(spec, to, { isTemplate = false } = {}) {
	const modes = spec.get("accessModes");
	if (isEmpty(modes)) to.required("storage/access-modes-required", modes, "at least 1 access mode is required");
	if (spec.get("selector").isMapping) validateLabelSelector(spec.get("selector"), to);
	validateAccessModes(modes, to);
	validateStorageRequest(spec, to);
	refuseFaults(spec.get("storageClassName"), to, { check: "storage/class-name" }, dns1123SubdomainFaults);
	refuseUnsupported(spec.get("volumeMode"), to, { check: "storage/volume-mode-unsupported" }, VOLUME_MODES);
	validateDataSources(spec, to, isTemplate);
	refuseFaults(spec.get("volumeAttributesClassName"), to, {
		check: "storage/class-name",
		options: VOLUME_ATTRIBUTES_CLASS
	}, dns1123SubdomainFaults);
}
/** Warns of sizes that are no whole number of bytes. */
function warnOfClaimSizes(spec, to) {
	for (const kind of ["requests", "limits"]) {
		const at = spec.get("resources").get(kind).entries().find(({ key }) => key === "storage")?.value;
		const size = at && readQuantity(at);
		if (!size || isWhole(size)) continue;
		to.warn("storage/fractional-size-warning", at, `${at.fieldPath}: fractional byte value ${JSON.stringify(renderQuantity(size))} is invalid, must be an integer`);
	}
}
const STORAGE_CLASS_ANNOTATION = "volume.beta.kubernetes.io/storage-class";
/** Warns of an annotation that a field has taken the place of. */
function warnOfAnnotation(object, to, key, said) {
	const at = object.get("metadata").get("annotations").entries().find((entry) => entry.key === key)?.value;
	if (at) to.warn("storage/annotation-warning", at, `${at.fieldPath}: ${said}`);
}
const STORAGE_CLASS_SAID = "deprecated since v1.8; use \"storageClassName\" attribute instead";
function validatePersistentVolumeClaim(claim, to) {
	validatePersistentVolumeClaimSpec(claim.get("spec"), to);
	warnOfAnnotation(claim.as(), to, STORAGE_CLASS_ANNOTATION, STORAGE_CLASS_SAID);
	warnOfClaimSizes(claim.get("spec"), to);
}
// src/core/predict/admission/validation/ephemeral-volume.ts
/** All of metadata but labels and annotations: the claim gets its own. */
const FORBIDDEN_METADATA = [
	"name",
	"generateName",
	"namespace",
	"uid",
	"resourceVersion",
	"generation",
	"finalizers",
	"ownerReferences",
	"managedFields",
	"selfLink"
];
function validateClaimTemplate$1(template, to) {
	const metadata = template.get("metadata");
	validateAnnotations(metadata.get("annotations"), to);
	validateLabels(metadata.get("labels"), to);
	for (const field of FORBIDDEN_METADATA) {
		const at = metadata.as().get(field);
		if (at.isPresent && textOf(at) !== "") to.forbidden("volume/claim-metadata", at, "cannot be set", { field: `${metadata.fieldPath}.${field === "uid" ? "uID" : field}` });
	}
	validatePersistentVolumeClaimSpec(template.get("spec"), to, { isTemplate: true });
}
/** A volume whose claim is made with the pod. */
const validateEphemeral = (ephemeral, to, { volume, name, claimName }) => {
	const template = ephemeral.get("volumeClaimTemplate");
	if (template.isAbsent) to.required("volume/source-field-required", template);
	else validateClaimTemplate$1(template.as(), to);
	if (claimName === void 0) return;
	for (const fault of dns1123SubdomainFaults(claimName)) to.invalid("volume/claim-name", name, `PVC name ${JSON.stringify(claimName)}: ${fault}`, { field: `${volume.fieldPath}.name` });
};
// src/core/predict/admission/validation/network-volumes.ts
const validateNfs = (nfs, to) => {
	const path = nfs.get("path");
	requireFields(nfs, to, "server", "path");
	const text = textOf(path);
	if (text !== void 0 && !text.startsWith("/")) to.invalid("volume/absolute-path", path, "must be an absolute path", { value: text });
};
/** `host:port`, with brackets around an address that has colons itself (`net.SplitHostPort`). */
function isHostAndPort(text) {
	return /^(?:[^:[\]]*|\[[^[\]]*\]):[^:[\]]*$/.test(text);
}
const HOSTS_TEXT = "must be a host:port pair or multiple pairs separated by commas";
const validateQuobyte = (quobyte, to) => {
	const [registry, tenant] = [quobyte.get("registry"), quobyte.get("tenant")];
	const hosts = textOf(registry);
	if (hosts === "") to.required(SOURCE_FIELD.check, registry, HOSTS_TEXT);
	else if (isLonger(tenant, 64)) to.required(SOURCE_FIELD.check, tenant, "must be a UUID and may not exceed a length of 64 characters");
	else for (const host of hosts?.split(",") ?? []) if (!isHostAndPort(host)) to.invalid("volume/hosts", registry, HOSTS_TEXT);
	requireField(quobyte.get("volume"), to, SOURCE_FIELD);
};
const validateGlusterfs = (glusterfs, to, { isPersistent }) => {
	requireFields(glusterfs, to, "endpoints", "path");
	const namespace = glusterfs.get("endpointsNamespace");
	if (!isPersistent || namespace.isAbsent) return;
	if (textOf(namespace) === "") to.invalid("volume/name-of-object", namespace, "if the endpointnamespace is set, it must be a valid namespace name");
	else refuseFaults(namespace, to, { check: "volume/name-of-object" }, dns1123LabelFaults);
};
const validateFlocker = (flocker, to) => {
	const [name, id] = [flocker.get("datasetName"), flocker.get("datasetUUID")];
	if (isNone(flocker, ["datasetName", "datasetUUID"])) to.required(SOURCE_FIELD.check, flocker, "one of datasetName and datasetUUID is required");
	if (isSet(name) && isSet(id) && !flocker.isOpen) to.invalid("volume/flocker", flocker, "datasetName and datasetUUID can not be specified simultaneously", { value: "resource" });
	refuseFaults(name, to, { check: "volume/flocker" }, (text) => text.includes("/") ? ["must not contain '/'"] : []);
};
const validateCinder = (cinder, to, { isPersistent }) => {
	requireField(cinder.get("volumeID"), to, SOURCE_FIELD);
	validateSecretRef(cinder.get("secretRef"), to, isPersistent);
};
const validateStorageOs = (storageos, to, { isPersistent }) => {
	requireField(storageos.get("volumeName"), to, SOURCE_FIELD);
	refuseFaults(storageos.get("volumeName"), to, { check: "volume/name-of-object" }, dns1123LabelFaults);
	refuseFaults(storageos.get("volumeNamespace"), to, { check: "volume/name-of-object" }, dns1123LabelFaults);
	validateSecretRef(storageos.get("secretRef"), to, isPersistent);
};
const validateAzureFile = (azure, to, { isPersistent }) => {
	requireFields(azure, to, "secretName", "shareName");
	const namespace = azure.get("secretNamespace");
	if (isPersistent && namespace.isPresent && textOf(namespace) === "") to.required(SOURCE_FIELD.check, namespace);
};
/** Options of a driver are its own, except those whose names Kubernetes keeps for itself. */
const validateFlexVolume = (flex, to) => {
	requireField(flex.get("driver"), to, SOURCE_FIELD);
	for (const { key, value } of flex.get("options").entries()) {
		const [prefix = key] = key.includes("/") ? key.split("/") : [key];
		if (/\.(?:kubernetes|k8s)\.io$/.test(`.${prefix.toLowerCase()}`)) to.invalid("volume/flex-option", value, "kubernetes.io and k8s.io namespaces are reserved", { value: key });
	}
};
/** The name of a CSI driver: a DNS name in any case, of 63 characters at most. */
function validateCsiDriver(...[csi, to]) {
	const driver = csi.get("driver");
	requireField(driver, to, SOURCE_FIELD);
	if (isLonger(driver, 63)) to.tooLong("volume/csi-driver", driver, 63);
	refuseFaults(driver, to, { check: "volume/csi-driver" }, (name) => dns1123SubdomainFaults(name.toLowerCase()));
}
/** A CSI volume of a pod itself. */
const validateCsi = (csi, to, context) => {
	validateCsiDriver(csi, to, context);
	const secretRef = csi.get("nodePublishSecretRef");
	if (!secretRef.isMapping) return;
	requireField(secretRef.get("name"), to, SOURCE_FIELD);
	refuseFaults(secretRef.get("name"), to, {
		check: "volume/name-of-object",
		options: { field: `${csi.fieldPath}.name` }
	}, dns1123SubdomainFaults);
};
const CSI_SECRETS = [
	"controllerPublishSecretRef",
	"controllerExpandSecretRef",
	"nodePublishSecretRef",
	"nodeExpandSecretRef"
];
const validateCsiPersistent = (csi, to, context) => {
	validateCsiDriver(csi, to, context);
	requireField(csi.get("volumeHandle"), to, SOURCE_FIELD);
	for (const field of CSI_SECRETS) {
		const secretRef = csi.get(field);
		validateSecretRef(secretRef, to, true);
		refuseFaults(secretRef.get("name"), to, { check: "volume/name-of-object" }, dns1123SubdomainFaults);
		refuseFaults(secretRef.get("namespace"), to, { check: "volume/name-of-object" }, dns1123LabelFaults);
	}
};
// src/core/predict/admission/validation/path-volumes.ts
const HOST_PATH_TYPES = [
	"",
	"BlockDevice",
	"CharDevice",
	"Directory",
	"DirectoryOrCreate",
	"File",
	"FileOrCreate",
	"Socket"
];
const validateEmptyDir = (emptyDir, to) => {
	const limit = emptyDir.get("sizeLimit");
	const size = readQuantity(limit);
	if (size && size.nanos < 0n) to.forbidden("volume/size-limit", limit, "SizeLimit field must be a valid resource quantity");
};
const validateHostPath = (hostPath, to) => {
	if (requireField(hostPath.get("path"), to, SOURCE_FIELD)) return;
	refuseFaults(hostPath.get("path"), to, { check: "volume/path" }, backstepFaults);
	refuseUnsupported(hostPath.get("type"), to, { check: "volume/option-unsupported" }, HOST_PATH_TYPES);
};
/** A folder of a node, for PersistentVolumes only. */
const validateLocal = (local, to, { volume }) => {
	if (!requireField(local.get("path"), to, SOURCE_FIELD)) refuseFaults(local.get("path"), to, { check: "volume/path" }, backstepFaults);
	const affinity = volume.get("nodeAffinity");
	if (affinity.isAbsent) to.required("volume/local-affinity-required", affinity, "Local volume requires node affinity");
};
const validateGitRepo = (gitRepo, to) => {
	requireField(gitRepo.get("repository"), to, SOURCE_FIELD);
	refuseFaults(gitRepo.get("directory"), to, { check: "volume/path" }, descendingPathFaults);
};
/** An image as a volume, which a template may leave to a controller. Servers before 1.35 drop the field by default. */
const validateImage = (image, to, { isOfPod }) => {
	const since = { since: 35 };
	if (isOfPod && isEmpty(image.get("reference"))) to.required(SOURCE_FIELD.check, image.get("reference"), void 0, since);
	const policy = image.get("pullPolicy");
	if (valueOf$1(policy.string()) === "") return;
	refuseUnsupported(policy, to, {
		check: "volume/option-unsupported",
		options: since
	}, [
		"Always",
		"IfNotPresent",
		"Never"
	]);
};
// src/core/predict/admission/validation/volume-files.ts
/** What a file of a downward API volume may show of its pod. */
const VOLUME_FIELDS = [
	"metadata.annotations",
	"metadata.labels",
	"metadata.name",
	"metadata.namespace",
	"metadata.uid"
];
const REQUIRED = { check: "volume/source-field-required" };
/** A key of a ConfigMap or Secret, and the file that it becomes. */
function validateKeyToPath(item, to) {
	requireField(item.get("key"), to, REQUIRED);
	requireField(item.get("path"), to, REQUIRED);
	refuseFaults(item.get("path"), to, { check: "volume/path" }, localPathFaults);
	validateFileMode(item.get("mode"), to);
}
function validateSecretVolumeSource(secret, to) {
	requireField(secret.get("secretName"), to, REQUIRED);
	validateFileMode(secret.get("defaultMode"), to);
	for (const item of secret.get("items").items()) validateKeyToPath(item, to);
}
function validateConfigMapVolumeSource(configMap, to) {
	requireField(configMap.get("name"), to, REQUIRED);
	validateFileMode(configMap.get("defaultMode"), to);
	for (const item of configMap.get("items").items()) validateKeyToPath(item, to);
}
/** A field of the pod as a file. The server reports its faults at the volume (`path`), not at the item. */
function validateDownwardAPIVolumeFile(file, to, path) {
	const [fieldRef, resourceFieldRef, filePath] = [
		file.get("fieldRef"),
		file.get("resourceFieldRef"),
		file.get("path")
	];
	const at = { options: { field: `${path}.path` } };
	requireField(filePath, to, {
		...REQUIRED,
		...at
	});
	refuseFaults(filePath, to, {
		check: "volume/path",
		...at
	}, localPathFaults);
	if (fieldRef.isMapping) {
		validateObjectFieldSelector(fieldRef, to, {
			path: `${path}.fieldRef`,
			supported: VOLUME_FIELDS
		});
		if (resourceFieldRef.isMapping && !file.isOpen) to.invalid("volume/downward-source", file, "fieldRef and resourceFieldRef can not be specified simultaneously", {
			field: path,
			value: "resource"
		});
	} else if (resourceFieldRef.isMapping) validateResourceFieldSelector(resourceFieldRef, to, {
		path: `${path}.resourceFieldRef`,
		isVolume: true
	});
	else if (fieldRef.isAbsent && resourceFieldRef.isAbsent) to.required("volume/downward-source-required", file, "one of fieldRef and resourceFieldRef is required", { field: path });
	validateFileMode(file.get("mode"), to, { field: `${path}.mode` });
}
function validateDownwardAPIVolumeSource(source, to) {
	validateFileMode(source.get("defaultMode"), to);
	for (const file of source.get("items").items()) validateDownwardAPIVolumeFile(file, to, source.fieldPath);
}
// src/core/predict/admission/validation/projected-volume.ts
/** The paths that a projected volume has got so far: two sources must not write the same file. */
var ProjectedPaths = class {
	#paths = /* @__PURE__ */ new Set();
	#volume;
	#to;
	constructor(volume, to) {
		this.#volume = volume;
		this.#to = to;
	}
	/** `said` is what the server repeats: the object that the file comes from. Lists with template lines may hold branches. */
	add(path, list, said) {
		const text = textOf(path);
		if (text === void 0 || text === "" || list.isOpen || this.#volume.get("sources").isOpen) return;
		if (this.#paths.has(text)) this.#to.invalid("volume/path-conflict", path, "conflicting duplicate paths", {
			field: this.#volume.fieldPath,
			value: said ?? text
		});
		this.#paths.add(text);
	}
};
function validateKeys(source, to, paths) {
	requireField(source.get("name"), to, SOURCE_FIELD);
	for (const item of source.get("items").items()) {
		validateKeyToPath(item, to);
		paths.add(item.get("path"), source.get("items"), textOf(source.get("name")));
	}
}
function validateFields(source, to, paths) {
	for (const file of source.get("items").items()) {
		validateDownwardAPIVolumeFile(file, to, source.fieldPath);
		paths.add(file.get("path"), source.get("items"), void 0);
	}
}
/** A token of the pod's account. Its path is refused at the volume, not at the source. */
function validateServiceAccountToken(token, to, volume) {
	const [expiration, path] = [token.get("expirationSeconds"), token.get("path")];
	const field = `${volume.fieldPath}.path`;
	if (expiration.isPresent) validateExpiration(expiration, to);
	requireField(path, to, {
		...SOURCE_FIELD,
		options: { field }
	});
	refuseFaults(path, to, {
		check: "volume/path",
		options: { field }
	}, localPathFaults);
}
function validateExpiration(expiration, to) {
	const field = expiration.number();
	if (field.state !== "known") return;
	if (field.value < 600) to.invalid("volume/token-expiration", expiration, "may not specify a duration less than 10 minutes");
	if (field.value > 2 ** 32) to.invalid("volume/token-expiration", expiration, "may not specify a duration larger than 2^32 seconds");
}
/** Sources that servers keep by default; bundles and certificates are dropped unless their gates are on. */
const PROJECTIONS = [
	"secret",
	"configMap",
	"downwardAPI",
	"serviceAccountToken"
];
function validateProjection(source, to, { volume, paths }) {
	const [secret, configMap, downwardAPI, token] = [
		source.get("secret"),
		source.get("configMap"),
		source.get("downwardAPI"),
		source.get("serviceAccountToken")
	];
	if (secret.isMapping) validateKeys(secret, to, paths);
	if (configMap.isMapping) validateKeys(configMap, to, paths);
	if (downwardAPI.isMapping) validateFields(downwardAPI, to, paths);
	if (token.isMapping) validateServiceAccountToken(token, to, volume);
	if (PROJECTIONS.filter((field) => source.get(field).isMapping).length > 1 && !source.isOpen) to.forbidden("volume/several-types", source, "may not specify more than 1 volume type per source");
}
function validateProjectedVolumeSource(projected, to) {
	validateFileMode(projected.get("defaultMode"), to);
	const paths = new ProjectedPaths(projected, to);
	for (const source of projected.get("sources").items()) validateProjection(source, to, {
		volume: projected,
		paths
	});
}
// src/core/predict/admission/validation/volume-warnings.ts
/** Types of volumes that Kubernetes has given up. */
const REMOVED_TYPES = {
	photonPersistentDisk: {
		named: "photonPersistentDisk",
		said: "deprecated in v1.11, non-functional in v1.16+"
	},
	scaleIO: {
		named: "scaleIO",
		said: "deprecated in v1.16, non-functional in v1.22+"
	},
	flocker: {
		named: "flocker",
		said: "deprecated in v1.22, non-functional in v1.25+",
		isOfPods: true
	},
	storageos: {
		named: "storageOS",
		said: "deprecated in v1.22, non-functional in v1.25+"
	},
	quobyte: {
		named: "quobyte",
		said: "deprecated in v1.22, non-functional in v1.25+",
		isOfPods: true
	},
	glusterfs: {
		named: "glusterfs",
		said: "deprecated in v1.25, non-functional in v1.26+",
		since: 25
	},
	cephfs: {
		named: "cephfs",
		said: "deprecated in v1.28, non-functional in v1.31+",
		since: 28
	},
	rbd: {
		named: "rbd",
		said: "deprecated in v1.28, non-functional in v1.31+",
		since: 28
	}
};
/** Warns of the types of a volume that are gone; the volume is that of a pod or the spec of a PersistentVolume. */
function warnOfRemovedTypes(volume, to, kind) {
	for (const [field, { named, said, since = 0, isOfPods = false }] of Object.entries(REMOVED_TYPES)) {
		const source = volume.get(field);
		if (source.isMapping && (kind === "pod" || !isOfPods)) to.warn("volume/type-removed-warning", source, `${volume.fieldPath}.${named}: ${said}`, { since });
	}
}
function warnOfGitRepo(volume, to) {
	const gitRepo = volume.get("gitRepo");
	if (!gitRepo.isMapping) return;
	to.warn("volume/type-removed-warning", gitRepo, `${gitRepo.fieldPath}: deprecated in v1.11, and disabled by default in v1.33+`, { since: 33 });
	to.warn("volume/type-removed-warning", gitRepo, `${gitRepo.fieldPath}: deprecated in v1.11`, { until: 32 });
}
function filesOf(items, source = "") {
	return items.isOpen ? [] : items.items().map((item) => ({
		path: item.get("path"),
		source
	}));
}
const trimmed = ({ path }) => textOf(path)?.replace(/\/+$/, "");
const isWithin = (path, folder) => `${path}/`.startsWith(`${folder}/`);
const said = (file) => `${JSON.stringify(trimmed(file) ?? "")}${file.source === "" ? "" : ` (${file.source})`}`;
/** Warns of each pair of files of which one would stand in the place of the other or of its folder. */
function warnOfOverlaps(files, to, volume) {
	for (const [i, file] of files.entries()) {
		const path = trimmed(file);
		if (!path) continue;
		for (const other of files.slice(0, i)) {
			const taken = trimmed(other);
			if (!taken || !(isWithin(path, taken) || isWithin(taken, path))) continue;
			to.warn("volume/paths-overlap-warning", file.path, `${volume}: overlapping paths: ${said(file)} with ${said(other)}`);
		}
	}
}
const named = (kind, name) => `${kind} ${JSON.stringify(textOf(name) ?? "")}`;
function filesOfProjection(source) {
	const [configMap, secret] = [source.get("configMap"), source.get("secret")];
	const token = source.get("serviceAccountToken");
	return [
		...filesOf(configMap.get("items"), named("ConfigMap", configMap.get("name"))),
		...filesOf(secret.get("items"), named("Secret", secret.get("name"))),
		...filesOf(source.get("downwardAPI").get("items"), "DownwardAPI"),
		...token.isMapping ? [{
			path: token.get("path"),
			source: "ServiceAccountToken"
		}] : []
	];
}
function warnOfProjected(volume, to, name) {
	const sources = volume.get("projected").get("sources");
	for (const source of sources.items()) if (PROJECTIONS.every((field) => source.get(field).isAbsent)) to.warn("volume/projection-empty-warning", source, `volume ${name} (Projected) has no sources provided`);
	if (!sources.isOpen) warnOfOverlaps(sources.items().flatMap(filesOfProjection), to, `volume ${name} (Projected)`);
}
function warnOfVolume(volume, to) {
	warnOfRemovedTypes(volume.as(), to, "pod");
	warnOfGitRepo(volume, to);
	warnOfClaimSizes(volume.get("ephemeral").get("volumeClaimTemplate").get("spec"), to);
	const text = textOf(volume.get("name"));
	if (text === void 0) return;
	const name = JSON.stringify(text);
	const [configMap, secret] = [volume.get("configMap"), volume.get("secret")];
	warnOfOverlaps(filesOf(configMap.get("items")), to, `volume ${name} (${named("ConfigMap", configMap.get("name"))})`);
	warnOfOverlaps(filesOf(secret.get("items")), to, `volume ${name} (${named("Secret", secret.get("secretName"))})`);
	warnOfOverlaps(filesOf(volume.get("downwardAPI").get("items")), to, `volume ${name} (DownwardAPI)`);
	warnOfProjected(volume, to, name);
}
/** What the server says about volumes that it accepts. */
function warnOfVolumes(spec, to) {
	for (const volume of spec.get("volumes").items()) warnOfVolume(volume, to);
}
// src/core/predict/admission/validation/volumes.ts
/** The types of volumes that a pod can have, in the order in which the server looks for them. */
const VOLUME_TYPES$1 = [
	{
		field: "emptyDir",
		validate: validateEmptyDir
	},
	{
		field: "hostPath",
		validate: validateHostPath
	},
	{
		field: "gitRepo",
		validate: validateGitRepo
	},
	{
		field: "gcePersistentDisk",
		validate: validateGcePersistentDisk
	},
	{
		field: "awsElasticBlockStore",
		validate: validateAwsElasticBlockStore
	},
	{
		field: "secret",
		validate: (source, to) => {
			validateSecretVolumeSource(source.as(), to);
		}
	},
	{
		field: "nfs",
		validate: validateNfs
	},
	{
		field: "iscsi",
		validate: validateIscsi
	},
	{
		field: "glusterfs",
		validate: validateGlusterfs
	},
	{
		field: "flocker",
		validate: validateFlocker
	},
	{
		field: "persistentVolumeClaim",
		validate: requiring("claimName")
	},
	{
		field: "rbd",
		validate: requiring("monitors", "image")
	},
	{
		field: "cinder",
		validate: validateCinder
	},
	{
		field: "cephfs",
		named: "cephFS",
		validate: requiring("monitors")
	},
	{
		field: "quobyte",
		validate: validateQuobyte
	},
	{
		field: "downwardAPI",
		named: "downwarAPI",
		validate: (source, to) => {
			validateDownwardAPIVolumeSource(source.as(), to);
		}
	},
	{
		field: "fc",
		validate: validateFibreChannel
	},
	{
		field: "flexVolume",
		validate: validateFlexVolume
	},
	{
		field: "configMap",
		validate: (source, to) => {
			validateConfigMapVolumeSource(source.as(), to);
		}
	},
	{
		field: "azureFile",
		validate: validateAzureFile
	},
	{
		field: "vsphereVolume",
		validate: requiring("volumePath")
	},
	{
		field: "photonPersistentDisk",
		validate: requiring("pdID")
	},
	{
		field: "portworxVolume",
		validate: requiring("volumeID")
	},
	{
		field: "azureDisk",
		validate: validateAzureDisk
	},
	{
		field: "storageos",
		validate: validateStorageOs
	},
	{
		field: "projected",
		validate: (source, to) => {
			validateProjectedVolumeSource(source.as(), to);
		}
	},
	{
		field: "scaleIO",
		validate: requiring("gateway", "system", "volumeName")
	},
	{
		field: "csi",
		validate: validateCsi
	},
	{
		field: "ephemeral",
		validate: validateEphemeral
	},
	{
		field: "image",
		validate: validateImage
	}
];
/** A name that gives the claim of an ephemeral volume its own: `<pod>-<volume>`. */
function claimNameOf(volume, { metadata, isTemplate }) {
	const [pod, name] = [isTemplate ? "" : textOf(metadata.get("name")), textOf(volume.get("name"))];
	return pod && name && volume.get("ephemeral").isMapping ? `${pod}-${name}` : void 0;
}
/** A volume cannot be the claim that another volume of the same pod makes. */
function validateClaimIsOther(volume, to, created) {
	const claimName = volume.get("persistentVolumeClaim").get("claimName");
	if (created.has(textOf(claimName) ?? "")) to.invalid("volume/claim-of-ephemeral", claimName, "must not reference a PVC that gets created for an ephemeral volume");
}
function validateVolume(volume, to, context) {
	const [name, claimName] = [volume.get("name"), claimNameOf(volume, context)];
	validateVolumeTypes({
		volume: volume.as(),
		name,
		isPersistent: false,
		isOfPod: !context.isTemplate,
		...claimName !== void 0 && { claimName }
	}, to, VOLUME_TYPES$1);
	requireField(name, to, { check: "volume/name-required" });
	refuseFaults(name, to, { check: "volume/name" }, dns1123LabelFaults);
}
/** The volumes of a pod (`ValidateVolumes`). Those that are refused do not count as volumes for the mounts. */
function validateVolumes(spec, to, context) {
	const list = spec.get("volumes");
	const volumes = list.items();
	const byName = /* @__PURE__ */ new Map();
	const created = new Set(volumes.map((volume) => claimNameOf(volume, context)).filter((name) => name !== void 0));
	let hasUnknown = false;
	for (const volume of volumes) {
		const [before, name] = [to.causes.length, textOf(volume.get("name"))];
		validateVolume(volume, to, context);
		if (name === void 0) hasUnknown = true;
		else if (!byName.has(name)) {
			if (to.causes.length === before) byName.set(name, volume);
		} else if (!list.isOpen) to.duplicate("volume/name-duplicated", volume.get("name"));
		validateClaimIsOther(volume, to, created);
	}
	warnOfVolumes(spec, to);
	return {
		byName,
		isOpen: hasUnknown || list.isOpen
	};
}
// src/core/predict/admission/validation/pod.ts
/** The spec of a pod (`ValidatePodSpec`), with the annotations that it knows, and warnings. */
function validatePodSpec(spec, to, context) {
	const isAnnotated = hasAnnotations(context);
	if (isAnnotated) validatePodAnnotations(spec, to, context);
	validateVolumes(spec, to, context);
	validateContainers(spec, to, context);
	if (isAnnotated) validateProfileAnnotations(spec, to, context);
	if (isAnnotated) warnOfAnnotations(spec, to, context);
	warnOfContainers(spec, to, context);
}
/**
* The template of a workload (`ValidatePodTemplateSpec`): labels, annotations, and the spec that its pods get. What the workload demands of
* it beyond that (matching labels, restart policies) is the workload's own check.
*/
function validatePodTemplate(template, to, context) {
	const spec = template.get("spec");
	validateTemplateMetadata(template, to);
	validatePodSpec(spec, to, {
		...context,
		metadata: template.get("metadata"),
		isTemplate: true
	});
	const ephemeral = spec.get("ephemeralContainers");
	if (isSet(ephemeral)) to.forbidden("pod/ephemeral-containers", ephemeral, "ephemeral containers not allowed in pod template");
}
/** What holds for a Pod when it is created (`ValidatePodCreate`). */
function validatePodCreate(spec, to) {
	const [ephemeral, node] = [spec.get("ephemeralContainers"), spec.get("nodeName")];
	if (isSet(ephemeral)) to.forbidden("pod/ephemeral-containers", ephemeral, "cannot be set on create");
	if (!isSet(node) || !isSet(spec.get("schedulingGates"))) return;
	to.forbidden("pod/node-name-gated", node, "cannot be set until all schedulingGates have been cleared", { since: 27 });
}
/** The name becomes the host name of the pod, where it is cut or loses its dots. */
function warnOfName$1(at, to) {
	const name = textOf(at);
	const faults = name === void 0 || name === "" ? [] : dns1123LabelFaults(name);
	if (faults.length === 0) return;
	to.warn("pod/name-warning", at, `metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended: [${faults.join(" ")}]`, { since: 27 });
}
const POD_VALIDATORS = { "/Pod": { validate(object, to, context) {
	const pod = object.as();
	const spec = pod.get("spec");
	validatePodSpec(spec, to, {
		...context,
		metadata: pod.get("metadata"),
		isTemplate: false
	});
	validatePodCreate(spec, to);
	warnOfName$1(pod.get("metadata").get("name"), to);
} } };
// src/core/predict/admission/validation/rolling-update.ts
/** A number of pods or a share of them as the server holds it, its default in place; undefined where it is not known. */
function amountOf(field, byDefault) {
	const written = pointerOf(field.intOrString());
	return written === null ? byDefault : written;
}
/** What the server counts: the number, the percentage, and 0 for a text that is neither. */
function sizeOf(amount) {
	if (typeof amount === "number") return amount;
	if (percentFaults(amount).length === 0) return Number(amount.slice(0, -1));
	return /^[-+]?[0-9]+$/.test(amount) ? Number(amount) : 0;
}
/** A number that is not negative or a percentage (`ValidatePositiveIntOrPercent`). */
function validateIntOrPercent(field, to) {
	const amount = pointerOf(field.intOrString());
	if (typeof amount === "number" && amount < 0) to.invalid("apps/rolling-update-number", field, "must be greater than or equal to 0");
	if (typeof amount === "string") for (const fault of percentFaults(amount)) to.invalid("apps/rolling-update-number", field, fault);
}
/** No share is more than all (`IsNotMoreThan100Percent`). */
function validateAtMostAll(field, to) {
	const amount = pointerOf(field.intOrString());
	if (typeof amount !== "string" || percentFaults(amount).length > 0) return;
	if (sizeOf(amount) > 100) to.invalid("apps/rolling-update-number", field, "must not be greater than 100%");
}
/** Of a Deployment: both default to 25%, and one of them must let a pod go or come (`ValidateRollingUpdateDeployment`). */
function validateRollingUpdateOfDeployment(update, to) {
	const [maxUnavailable, maxSurge] = [update.get("maxUnavailable"), update.get("maxSurge")];
	validateIntOrPercent(maxUnavailable, to);
	validateIntOrPercent(maxSurge, to);
	const [unavailable, surge] = [amountOf(maxUnavailable, "25%"), amountOf(maxSurge, "25%")];
	if (unavailable !== void 0 && surge !== void 0 && sizeOf(unavailable) === 0 && sizeOf(surge) === 0) to.invalid("apps/rolling-update-blocked", maxUnavailable, "may not be 0 when `maxSurge` is 0", { value: unavailable });
	validateAtMostAll(maxUnavailable, to);
}
/** Of a DaemonSet: 1 and 0 by default, and exactly one of them is not 0 (`ValidateRollingUpdateDaemonSet`). */
function validateRollingUpdateOfDaemonSet(update, to) {
	const [maxUnavailable, maxSurge] = [update.get("maxUnavailable"), update.get("maxSurge")];
	for (const field of [maxUnavailable, maxSurge]) validateIntOrPercent(field, to);
	for (const field of [maxUnavailable, maxSurge]) validateAtMostAll(field, to);
	const [unavailable, surge] = [amountOf(maxUnavailable, 1), amountOf(maxSurge, 0)];
	if (unavailable === void 0 || surge === void 0) return;
	if (sizeOf(unavailable) !== 0 && sizeOf(surge) !== 0) to.invalid("apps/rolling-update-surge", maxSurge, "may not be set when maxUnavailable is non-zero", { value: surge });
	else if (sizeOf(unavailable) === 0 && sizeOf(surge) === 0) to.required("apps/rolling-update-required", maxUnavailable, "cannot be 0 when maxSurge is 0");
}
// src/core/model/labels.ts
/** A `null` value is the empty string (S-003); a number or boolean is a type error, so the value is unknown. */
function readLabels(labels) {
	const entries = /* @__PURE__ */ new Map();
	for (const { key, value } of labels.entries()) entries.set(key, value.isAbsent ? {
		state: "known",
		value: "",
		at: value.at
	} : value.string());
	return {
		open: labels.isOpen,
		entries,
		at: labels.at
	};
}
// src/core/predict/admission/validation/workload.ts
/**
* The selector of a Deployment, ReplicaSet or StatefulSet, which must select the pods of its own template (S-009, S-016). False where the
* server cannot read it, and so does not come to the template.
*/
function validateSelector$1(spec, to, { kind, unreadable = "invalid label selector" }) {
	const selector = spec.get("selector");
	if (selector.isAbsent) {
		to.required("apps/selector-required", selector);
		refuseLabels(spec.get("template"), to, "apps/selector-matches-nothing");
		return true;
	}
	const isReadable = validateLabelSelector(selector, to);
	validateNotEmpty(selector, to, kind);
	if (!isReadable) to.invalid("apps/selector-unreadable", selector, unreadable);
	validateMatch(readLabelSelector(selector), spec.get("template"), to.withheld(!isReadable));
	return isReadable;
}
function validateNotEmpty(selector, to, kind) {
	if (isEmptySelector(selector)) to.invalid("apps/selector-empty", selector, `empty selector is invalid for ${kind}`);
}
/** Refuses a selector that surely does not select the pods of the template. */
function validateMatch(selector, template, to) {
	if (selects(selector, readLabels(template.get("metadata").get("labels"))) === "no") refuseLabels(template, to, "apps/selector-mismatch");
}
/** The server names the labels of the template, whichever side is wrong. */
function refuseLabels(template, to, check) {
	const labels = template.get("metadata").get("labels");
	to.invalid(check, labels, "`selector` does not match template `labels`", labels.isAbsent ? { value: null } : {});
}
/** Pods of these workloads always run again, for ever (S-199). `kind` is how the server calls the workload. */
function validateRunsForever(template, to, kind) {
	const [restartPolicy, deadline] = [template.get("spec").get("restartPolicy"), template.get("spec").get("activeDeadlineSeconds")];
	const policy = textOf(restartPolicy);
	if (policy !== void 0 && policy !== "" && policy !== "Always") to.notSupported("apps/restart-policy-unsupported", restartPolicy, ["Always"]);
	if (!deadline.isAbsent && numberOf(deadline) !== void 0) to.forbidden("apps/active-deadline", deadline, `activeDeadlineSeconds in ${kind} is not Supported`);
}
/** Names of pods and their host names begin with the name of the workload (S-196). */
function warnOfName(metadata, to) {
	const name = textOf(metadata.get("name"));
	const faults = name === void 0 || name === "" ? [] : dns1123LabelFaults(name);
	const advice = "this is used in Pod names and hostnames, which can result in surprising behavior; a DNS label is recommended";
	if (faults.length > 0) to.warn("workload/name-warning", metadata.get("name"), `metadata.name: ${advice}: [${faults.join(" ")}]`);
}
// src/core/predict/admission/validation/daemon-set.ts
/** `ValidateDaemonSet`. */
function validateDaemonSet(daemonSet, to, context) {
	const spec = daemonSet.get("spec");
	validateSelector(spec, to);
	validatePodTemplate(spec.get("template"), to, context);
	validateRunsForever(spec.get("template"), to, "DaemonSet");
	validateNonnegative("apps/negative-number", spec.get("minReadySeconds"), to);
	validateUpdateStrategy$1(spec.get("updateStrategy"), to);
	validateNonnegative("apps/negative-number", spec.get("revisionHistoryLimit"), to);
}
/** An absent selector is not called missing: it selects nothing, the pods of the template neither (S-009). */
function validateSelector(spec, to) {
	const selector = spec.get("selector");
	if (selector.isAbsent) {
		refuseLabels(spec.get("template"), to, "apps/selector-matches-nothing");
		return;
	}
	const isReadable = validateLabelSelector(selector, to);
	validateMatch(readLabelSelector(selector), spec.get("template"), to.withheld(!isReadable));
	validateNotEmpty(selector, to, "daemonset");
}
/** The server names the whole strategy where its type is wrong (`ValidateDaemonSetUpdateStrategy`). */
function validateUpdateStrategy$1(strategy, to) {
	const type = textOf(strategy.get("type"));
	if (type === "" || type === "RollingUpdate") validateRollingUpdateOfDaemonSet(strategy.get("rollingUpdate"), to);
	else if (type !== void 0 && type !== "OnDelete") to.notSupported("apps/strategy-unsupported", strategy, ["RollingUpdate", "OnDelete"]);
}
// src/core/predict/admission/validation/deployment.ts
const PROGRESS_DEADLINE_BY_DEFAULT = 600;
/** `ValidateDeployment`. */
function validateDeployment(deployment, to, context) {
	const spec = deployment.get("spec");
	validateNonnegative("apps/negative-number", spec.get("replicas"), to);
	validateSelectorAndTemplate(spec, to, context);
	validateStrategy(spec.get("strategy"), to);
	validateNonnegative("apps/negative-number", spec.get("minReadySeconds"), to);
	validateNonnegative("apps/negative-number", spec.get("revisionHistoryLimit"), to);
	validateProgressDeadline(spec, to);
	warnOfName(deployment.get("metadata"), to);
}
/** `ValidateReplicaSet`: its messages call it a deployment where it shares them (S-009). */
function validateReplicaSet(replicaSet, to, context) {
	const spec = replicaSet.get("spec");
	validateNonnegative("apps/negative-number", spec.get("replicas"), to);
	validateNonnegative("apps/negative-number", spec.get("minReadySeconds"), to);
	validateSelectorAndTemplate(spec, to, context);
	warnOfName(replicaSet.get("metadata"), to);
}
function validateSelectorAndTemplate(spec, to, context) {
	const isReadable = validateSelector$1(spec, to, { kind: "deployment" });
	validatePodTemplate(spec.get("template"), to.withheld(!isReadable), context);
	validateRunsForever(spec.get("template"), to.withheld(!isReadable), "ReplicaSet");
}
/** The server names the whole strategy where its type is wrong (`ValidateDeploymentStrategy`). */
function validateStrategy(strategy, to) {
	const [type, rollingUpdate] = [textOf(strategy.get("type")), strategy.get("rollingUpdate")];
	if (type === void 0) return;
	if (type === "" || type === "RollingUpdate") validateRollingUpdateOfDeployment(rollingUpdate, to);
	else if (type !== "Recreate") to.notSupported("apps/strategy-unsupported", strategy, ["Recreate", "RollingUpdate"]);
	else if (rollingUpdate.isMapping) to.forbidden("apps/rolling-update-unused", rollingUpdate, "may not be specified when strategy `type` is 'Recreate'");
}
function validateProgressDeadline(spec, to) {
	const field = spec.get("progressDeadlineSeconds");
	validateNonnegative("apps/negative-number", field, to);
	const [deadline, minReady] = [field.isAbsent ? PROGRESS_DEADLINE_BY_DEFAULT : numberOf(field), numberOf(spec.get("minReadySeconds"))];
	if (deadline !== void 0 && minReady !== void 0 && deadline <= minReady) to.invalid("apps/progress-deadline", field, "must be greater than minReadySeconds", { value: deadline });
}
// src/core/predict/admission/validation/replication-controller.ts
/** `ValidateReplicationController`: labels and selector come from the template where they are absent (S-009). */
function validateReplicationController(controller, to, context) {
	const spec = controller.get("spec");
	const [selector, template] = [spec.get("selector"), spec.get("template")];
	const labels = template.get("metadata").get("labels");
	validateNonnegative("apps/negative-number", spec.get("minReadySeconds"), to);
	if (isEmpty(controller.get("metadata").get("labels"))) validateLabels(labels, to, { field: "metadata.labels" });
	if (isEmpty(selector) && isEmpty(labels)) to.required("apps/selector-required", selector);
	validateNonnegative("apps/negative-number", spec.get("replicas"), to);
	if (template.isAbsent) to.required("apps/template-required", template);
	else {
		if (!isEmpty(selector)) validateMatch(readMapSelector(selector), template, to);
		validatePodTemplate(template, to, context);
		validateRunsForever(template, to, "ReplicationController");
	}
	warnOfName(controller.get("metadata"), to);
}
// src/core/predict/admission/validation/stateful-set.ts
/** First minor that looks into the template and the claims of a StatefulSet, which before failed only when its pods were made. */
const VALIDATES_PODS = { since: 34 };
const RETENTION_POLICIES = ["Retain", "Delete"];
/** `ValidateStatefulSet`. */
function validateStatefulSet(statefulSet, to, context) {
	const spec = statefulSet.get("spec");
	validatePodManagementPolicy(spec.get("podManagementPolicy"), to);
	validateUpdateStrategy(spec.get("updateStrategy"), to);
	validateRetentionPolicy(spec, to);
	for (const claim of spec.get("volumeClaimTemplates").items()) to.within(VALIDATES_PODS);
	validateNonnegative("apps/negative-number", spec.get("replicas"), to);
	validateNonnegative("apps/negative-number", spec.get("minReadySeconds"), to);
	validateNonnegative("apps/negative-number", spec.get("ordinals").get("start"), to);
	validateServiceName$1(spec.get("serviceName"), to);
	const isReadable = validateSelector$1(spec, to, {
		kind: "statefulset",
		unreadable: ""
	});
	validateTemplate(spec, to.withheld(!isReadable), context);
	validateRunsForever(spec.get("template"), to, "StatefulSet");
}
function validatePodManagementPolicy(policy, to) {
	const name = textOf(policy);
	if (name === void 0 || [
		"",
		"OrderedReady",
		"Parallel"
	].includes(name)) return;
	to.invalid("stateful-set/pod-management-policy", policy, "must be 'OrderedReady' or 'Parallel'");
}
/** The server names the whole strategy where its type is wrong. */
function validateUpdateStrategy(strategy, to) {
	const [type, rollingUpdate] = [textOf(strategy.get("type")), strategy.get("rollingUpdate")];
	if (type === void 0) return;
	if (type === "" || type === "RollingUpdate") validateNonnegative("apps/negative-number", rollingUpdate.get("partition"), to);
	else if (type !== "OnDelete") to.invalid("apps/strategy", strategy, "must be 'RollingUpdate' or 'OnDelete'");
	else if (rollingUpdate.isMapping) to.invalid("apps/rolling-update-unused", rollingUpdate, "only allowed for updateStrategy 'RollingUpdate'");
}
function validateRetentionPolicy(spec, to) {
	const policies = spec.get("persistentVolumeClaimRetentionPolicy");
	for (const policy of [policies.get("whenDeleted"), policies.get("whenScaled")]) {
		const name = textOf(policy);
		if (name === void 0 || name === "" || RETENTION_POLICIES.includes(name)) continue;
		to.notSupported("stateful-set/claim-retention-unsupported", policy, RETENTION_POLICIES, { since: 27 });
	}
}
function validateServiceName$1(serviceName, to) {
	const name = textOf(serviceName);
	if (name === void 0 || name === "") return;
	for (const fault of dns1123LabelFaults(name)) to.invalid("stateful-set/service-name", serviceName, fault, { since: 33 });
}
/** Pods get a volume for every claim, which the server judges as if the template had it. */
function validateTemplate(spec, to, context) {
	const template = spec.get("template");
	const since = to.within(VALIDATES_PODS);
	validateTemplateMetadata(template, to.within({ until: VALIDATES_PODS.since - 1 }));
	validatePodTemplate(template, since, {
		...context,
		claimTemplates: spec.get("volumeClaimTemplates")
	});
	const volumes = template.get("spec").get("volumes");
	const names = new Set(volumes.items().map((volume) => textOf(volume.get("name"))));
	let index = names.size;
	for (const claim of spec.get("volumeClaimTemplates").items()) {
		const name = claim.get("metadata").get("name");
		if (!names.has(textOf(name))) validateClaimVolume(name, since, `${volumes.fieldPath}[${String(index++)}]`);
	}
}
function validateClaimVolume(name, to, path) {
	const text = textOf(name);
	if (text === void 0) return;
	if (text === "") {
		to.required("stateful-set/claim-name-required", name, "", { field: `${path}.persistentVolumeClaim.claimName` });
		to.required("stateful-set/claim-name-required", name, "", { field: `${path}.name` });
	} else for (const fault of dns1123LabelFaults(text)) to.invalid("stateful-set/claim-name", name, fault, { field: `${path}.name` });
}
// src/core/predict/admission/validation/apps.ts
const [scope, versions] = ["Namespaced", ["v1"]];
const APPS_VALIDATORS = {
	"apps/Deployment": {
		scope,
		versions,
		validate: (object, to, context) => validateDeployment(object.as(), to, context)
	},
	"apps/ReplicaSet": {
		scope,
		versions,
		validate: (object, to, context) => validateReplicaSet(object.as(), to, context)
	},
	"apps/DaemonSet": {
		scope,
		versions,
		validate: (object, to, context) => validateDaemonSet(object.as(), to, context)
	},
	"apps/StatefulSet": {
		scope,
		versions,
		nameFaults: dns1123LabelFaults,
		validate: (object, to, context) => validateStatefulSet(object.as(), to, context)
	},
	"/ReplicationController": {
		scope,
		validate: (object, to, context) => validateReplicationController(object.as(), to, context)
	}
};
// src/core/predict/admission/validation/autoscaling.ts
const AUTOSCALING_VALIDATORS = {};
// src/core/predict/admission/validation/batch.ts
const BATCH_VALIDATORS = {};
// src/core/predict/admission/validation/config-map.ts
/** Most bytes that the values of a ConfigMap or a Secret have together (S-004). */
const DATA_LIMIT = 1048576;
/** A ConfigMap: keys that can be names of files, each in one of the two maps, and values of 1 MiB together. */
function validateConfigMap(configMap, to) {
	const [data, binaryData] = [configMap.get("data"), configMap.get("binaryData")];
	const binaryKeys = new Set(binaryData.entries().map(({ key }) => key));
	let size = 0;
	for (const { key, value } of data.entries()) {
		size += byteLength(textOf(value) ?? "");
		if (isPlaceholder(key)) continue;
		for (const fault of configMapKeyFaults(key)) to.invalid("config-map/key", value, fault, { value: key });
		if (binaryKeys.has(key)) to.invalid("config-map/key-in-both-maps", value, "duplicate of key present in binaryData", { value: key });
	}
	for (const { key, value } of binaryData.entries()) {
		size += base64Size(textOf(value) ?? "");
		if (!isPlaceholder(key)) for (const fault of configMapKeyFaults(key)) to.invalid("config-map/key", value, fault, { value: key });
	}
	if (size > 1048576) to.tooLong("config-map/size", configMap, DATA_LIMIT, { field: "" });
}
// src/core/predict/admission/validation/json-syntax.ts
const SPACE$1 = /[ \t\r\n]*/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const DIGITS = /[0-9]*/y;
const ENDED = "unexpected end of JSON input";
function skip(pattern, text, at) {
	pattern.lastIndex = at;
	pattern.test(text);
	return pattern.lastIndex;
}
/** What Go says of a character that does not fit. */
function unexpected(text, at, where) {
	const character = text[at];
	if (character === void 0) return ENDED;
	return `invalid character ${character === "'" ? String.raw`'\''` : character === "\"" ? `'"'` : `'${JSON.stringify(character).slice(1, -1)}'`} ${where}`;
}
function scanString(text, start) {
	let at = start + 1;
	for (;;) {
		at = skip(PLAIN, text, at);
		if (text[at] === "\"") return at + 1;
		if (text[at] !== "\\") return unexpected(text, at, "in string literal");
		const escape = text[at + 1];
		if (escape === void 0 || !"bfnrt\\/\"u".includes(escape)) return unexpected(text, at + 1, "in string escape code");
		at += 2;
		if (escape !== "u") continue;
		for (let i = 0; i < 4; i++, at++) if (!/[0-9a-fA-F]/.test(text[at] ?? "")) return unexpected(text, at, String.raw`in \u hexadecimal character escape`);
	}
}
function scanNumber(text, start) {
	let at = text[start] === "-" ? start + 1 : start;
	if (!/[0-9]/.test(text[at] ?? "")) return unexpected(text, at, "in numeric literal");
	at = text[at] === "0" ? at + 1 : skip(DIGITS, text, at);
	if (text[at] === ".") {
		const end = skip(DIGITS, text, at + 1);
		if (end === at + 1) return unexpected(text, end, "after decimal point in numeric literal");
		at = end;
	}
	if (text[at] !== "e" && text[at] !== "E") return at;
	const digits = text[at + 1] === "+" || text[at + 1] === "-" ? at + 2 : at + 1;
	const end = skip(DIGITS, text, digits);
	return end === digits ? unexpected(text, end, "in exponent of numeric literal") : end;
}
function scanLiteral(text, start, literal) {
	for (let i = 1; i < literal.length; i++) if (text[start + i] !== literal[i]) return unexpected(text, start + i, `in literal ${literal} (expecting '${literal[i] ?? ""}')`);
	return start + literal.length;
}
const LITERALS = {
	t: "true",
	f: "false",
	n: "null"
};
/** Scans a value that is no object and no list. */
function scanScalar(text, at) {
	const first = text[at] ?? "";
	if (first === "\"") return scanString(text, at);
	if (/[-0-9]/.test(first)) return scanNumber(text, at);
	const literal = LITERALS[first];
	return literal === void 0 ? unexpected(text, at, "looking for beginning of value") : scanLiteral(text, at, literal);
}
/** Reads JSON as Go's `encoding/json` does, without building what it says. */
var Scanner = class {
	#text;
	#open = [];
	#at = 0;
	#want = "value";
	constructor(text) {
		this.#text = text;
	}
	fault() {
		for (;;) {
			this.#at = skip(SPACE$1, this.#text, this.#at);
			if (this.#at >= this.#text.length) return this.#want === "after-value" && this.#open.length === 0 ? void 0 : ENDED;
			const fault = this.#step(this.#text[this.#at] ?? "");
			if (fault !== void 0) return fault;
		}
	}
	#step(character) {
		const closing = this.#open.at(-1) === "{" ? "}" : "]";
		if ((this.#want === "key-or-end" || this.#want === "value-or-end" || this.#want === "after-value" && this.#open.length > 0) && character === closing) {
			this.#open.pop();
			return this.#go("after-value");
		}
		switch (this.#want) {
			case "colon": return character === ":" ? this.#go("value") : unexpected(this.#text, this.#at, "after object key");
			case "key":
			case "key-or-end": return character === "\"" ? this.#take(scanString(this.#text, this.#at), "colon") : unexpected(this.#text, this.#at, "looking for beginning of object key string");
			case "after-value": return this.#afterValue(character);
			default: return this.#value(character);
		}
	}
	#afterValue(character) {
		const within = this.#open.at(-1);
		if (within !== void 0 && character === ",") return this.#go(within === "{" ? "key" : "value");
		const where = within === void 0 ? "after top-level value" : within === "{" ? "after object key:value pair" : "after array element";
		return unexpected(this.#text, this.#at, where);
	}
	#value(character) {
		if (character !== "{" && character !== "[") return this.#take(scanScalar(this.#text, this.#at), "after-value");
		this.#open.push(character);
		return this.#go(character === "{" ? "key-or-end" : "value-or-end");
	}
	#take(scanned, want) {
		if (typeof scanned === "string") return scanned;
		this.#at = scanned;
		this.#want = want;
	}
	#go(want) {
		this.#at++;
		this.#want = want;
	}
};
/** What Go says against a text that is no JSON; undefined where it is. One character stands for one byte. */
function jsonSyntaxFault(text) {
	return new Scanner(text).fault();
}
/** What Go says against a text that is no JSON object; `null` passes for one. */
function jsonObjectFault(text) {
	const fault = jsonSyntaxFault(text);
	if (fault !== void 0) return fault;
	const first = text.trim()[0] ?? "";
	if (first === "{" || first === "n") return void 0;
	return `json: cannot unmarshal ${first === "[" ? "array" : first === "\"" ? "string" : first === "t" || first === "f" ? "bool" : "number"} into Go value of type map[string]interface {}`;
}
// src/core/predict/admission/validation/key-pair.ts
const BEGIN = "-----BEGIN ";
const DASHES = "-----";
/** Texts with more blocks than this are not looked through. */
const MOST_BLOCKS = 100;
/** Base64 of a PEM block, below headers that end in an empty line. */
function isPemBody(body) {
	const headers = /^(?:[^\n:]*:[^\n]*\n)*/.exec(body)?.[0].length ?? 0;
	return decodeBase64(body.slice(headers).replaceAll(/[ \t]/g, "")) !== void 0;
}
/** Types of the PEM blocks of a text in their order; undefined where there are too many. */
function pemTypes(text) {
	const types = [];
	let at = 0;
	for (let tries = 0; tries < MOST_BLOCKS; tries++) {
		const begin = text.indexOf(BEGIN, at);
		if (begin === -1) return types;
		const lineEnd = text.indexOf("\n", begin);
		at = begin + 11;
		const line = text.slice(at, lineEnd === -1 ? at : lineEnd).trimEnd();
		if (!line.endsWith(DASHES) || begin > 0 && text[begin - 1] !== "\n") continue;
		const type = line.slice(0, -5);
		const end = text.indexOf(`${DASHES}END ${type}${DASHES}`, lineEnd);
		if (end === -1 || !isPemBody(text.slice(lineEnd + 1, end))) continue;
		types.push(type);
		at = end + 1;
	}
}
const isPrivateKey = (type) => type === "PRIVATE KEY" || type.endsWith(" PRIVATE KEY");
function certificateFault(types) {
	if (types.includes("CERTIFICATE")) return void 0;
	const [first, second] = types;
	if (first === void 0) return "tls: failed to find any PEM data in certificate input";
	if (second === void 0 && first.endsWith("PRIVATE KEY")) return "tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched";
	return `tls: failed to find "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the following types: [${types.join(" ")}]`;
}
function keyFault(types) {
	if (types.some(isPrivateKey)) return void 0;
	const [first, second] = types;
	if (first === void 0) return "tls: failed to find any PEM data in key input";
	if (second === void 0 && first === "CERTIFICATE") return "tls: found a certificate rather than a key in the PEM for the private key";
	return `tls: failed to find PEM block with type ending in "PRIVATE KEY" in key input after skipping PEM blocks of the following types: [${types.join(" ")}]`;
}
/**
* What Go's `tls.X509KeyPair` says before it reads a certificate: that there are no PEM blocks, or the wrong ones. Whether the certificate
* can be read and fits the key is not looked at.
*/
function keyPairFault(certificate, key) {
	const [certificateTypes, keyTypes] = [pemTypes(certificate), pemTypes(key)];
	const ofCertificate = certificateTypes && certificateFault(certificateTypes);
	if (ofCertificate !== void 0) return {
		of: "certificate",
		text: ofCertificate
	};
	const ofKey = certificateTypes && keyTypes && keyFault(keyTypes);
	return ofKey === void 0 ? void 0 : {
		of: "key",
		text: ofKey
	};
}
// src/core/predict/admission/validation/secret-data.ts
/** The values of a Secret as the server holds them: `stringData` written over `data`. */
var SecretData = class {
	entries = /* @__PURE__ */ new Map();
	#secret;
	#isOpen;
	constructor(secret) {
		const [data, stringData] = [secret.get("data"), secret.get("stringData")];
		this.#secret = secret;
		this.#isOpen = data.isOpen || stringData.isOpen;
		for (const { key, value } of data.entries()) this.entries.set(key, {
			cursor: value,
			isPlain: false
		});
		for (const { key, value } of stringData.entries()) this.entries.set(key, {
			cursor: value,
			isPlain: true
		});
	}
	/** Bytes of all values that are known. */
	get size() {
		let size = 0;
		for (const { cursor, isPlain } of this.entries.values()) {
			const text = textOf(cursor) ?? "";
			size += isPlain ? byteLength(text) : base64Size(text);
		}
		return size;
	}
	/** True where it is proven that there is no such key. */
	lacks(key) {
		return !this.#isOpen && !this.entries.has(key);
	}
	/** Where the key is written, or would be. */
	at(key) {
		return this.entries.get(key)?.cursor ?? this.#secret.get("data").get(key);
	}
	/** The value, one character a byte; undefined where it is not known or no base64. */
	bytesOf(key) {
		const entry = this.entries.get(key);
		const text = entry && textOf(entry.cursor);
		if (text === void 0) return void 0;
		return entry?.isPlain ? utf8Of(text) : decodeBase64(text)?.reduce((bytes, byte) => bytes + String.fromCharCode(byte), "");
	}
};
/** A text in UTF-8, one character a byte. */
function utf8Of(text) {
	return encodeURIComponent(text.replaceAll(/[\ud800-\udfff]/gu, "�")).replaceAll(/%([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
// src/core/predict/admission/validation/secret.ts
const ACCOUNT_NAME = "kubernetes.io/service-account.name";
const [TLS_CERT, TLS_KEY] = ["tls.crt", "tls.key"];
/** A Secret: keys that can be names of files, values of 1 MiB together, and what its type asks for (`ValidateSecret`). */
function validateSecret(secret, to) {
	const data = new SecretData(secret);
	for (const [key, { cursor }] of data.entries) {
		const faults = isPlaceholder(key) ? [] : configMapKeyFaults(key);
		for (const fault of faults) to.invalid("secret/key", cursor, fault, {
			field: `data[${key}]`,
			value: key
		});
	}
	if (data.size > 1048576) to.tooLong("secret/size", secret.get("data"), DATA_LIMIT);
	validateSecretType(secret, data, to);
}
function validateSecretType(secret, data, to) {
	switch (textOf(secret.get("type"))) {
		case "kubernetes.io/service-account-token":
			validateAccountToken(secret, to);
			break;
		case "kubernetes.io/dockercfg":
			validateDockerConfig(data, to, ".dockercfg");
			break;
		case "kubernetes.io/dockerconfigjson":
			validateDockerConfig(data, to, ".dockerconfigjson");
			break;
		case "kubernetes.io/basic-auth":
			if (data.lacks("username") && data.lacks("password")) for (const key of ["username", "password"]) requireKey(data, to, key);
			break;
		case "kubernetes.io/ssh-auth":
			if (data.lacks("ssh-privatekey") || data.bytesOf("ssh-privatekey") === "") requireKey(data, to, "ssh-privatekey");
			break;
		case "kubernetes.io/tls": validateKeyPair(data, to);
	}
}
function requireKey(data, to, key) {
	to.required("secret/key-of-type-required", data.at(key), void 0, { field: `data[${key}]` });
}
function validateAccountToken(secret, to) {
	const account = secret.get("metadata").get("annotations").get(ACCOUNT_NAME);
	if (textOf(account) === "") to.required("secret/service-account-required", account, void 0, { field: `metadata.annotations[${ACCOUNT_NAME}]` });
}
/** Credentials of registries are a JSON object; what it holds is not looked at. */
function validateDockerConfig(data, to, key) {
	if (data.lacks(key)) {
		requireKey(data, to, key);
		return;
	}
	const bytes = data.bytesOf(key);
	const fault = bytes === void 0 ? void 0 : jsonObjectFault(bytes);
	if (fault !== void 0) to.invalid("secret/docker-config", data.at(key), fault, {
		field: `data[${key}]`,
		value: "<secret contents redacted>"
	});
}
/** Certificate and key have to be there; whether they fit is only warned of. */
function validateKeyPair(data, to) {
	for (const key of [TLS_CERT, TLS_KEY]) if (data.lacks(key)) requireKey(data, to, key);
	const [certificate, key] = [data.bytesOf(TLS_CERT), data.bytesOf(TLS_KEY)];
	const fault = certificate === void 0 || key === void 0 ? void 0 : keyPairFault(certificate, key);
	if (fault) to.warn("secret/key-pair-warning", data.at(fault.of === "certificate" ? TLS_CERT : TLS_KEY), fault.text);
}
// src/core/predict/admission/validation/config.ts
const MOUNTABLE_SECRETS = "kubernetes.io/enforce-mountable-secrets";
/** Finalizers of the content of a Namespace, which the server names by the whole list. */
function validateNamespaceFinalizers(finalizers, to) {
	const field = finalizers.fieldPath;
	for (const finalizer of finalizers.items()) {
		const name = textOf(finalizer);
		if (name === void 0) continue;
		for (const fault of qualifiedNameFaults(name)) to.invalid("namespace/finalizer", finalizer, fault, {
			field,
			value: name
		});
		if (!name.includes("/") && !STANDARD_FINALIZERS.has(name)) to.invalid("namespace/finalizer", finalizer, "name is neither a standard finalizer name nor is it fully qualified", {
			field,
			value: name
		});
	}
}
/** The server labels each Namespace with its name, and refuses a name that is no value of a label there as well (S-296). */
function validateNameLabel(name, to) {
	for (const fault of labelValueFaults(textOf(name) ?? "")) to.invalid("metadata/name", name, fault, { field: "metadata.labels" });
}
function warnOfMountableSecrets(account, to) {
	const annotation = account.get("metadata").get("annotations").get(MOUNTABLE_SECRETS);
	if (!annotation.isWritten) return;
	to.warn("service-account/mountable-secrets-warning", annotation, `metadata.annotations[${MOUNTABLE_SECRETS}]: deprecated in v1.32+; prefer separate namespaces to isolate access to mounted secrets`, { since: 32 });
}
function validateLease(lease, to) {
	const spec = lease.get("spec");
	const [duration, transitions] = [spec.get("leaseDurationSeconds"), spec.get("leaseTransitions")];
	if ((pointerOf(duration.number()) ?? 1) <= 0) to.invalid("lease/duration", duration, "must be greater than 0");
	if ((pointerOf(transitions.number()) ?? 0) < 0) to.invalid("lease/transitions", transitions, "must be greater than or equal to 0");
}
const CONFIG_VALIDATORS = {
	"/ConfigMap": {
		scope: "Namespaced",
		validate(object, to) {
			validateConfigMap(object.as(), to);
		}
	},
	"/Secret": {
		scope: "Namespaced",
		validate(object, to) {
			validateSecret(object.as(), to);
		}
	},
	"/ServiceAccount": {
		scope: "Namespaced",
		validate(object, to) {
			warnOfMountableSecrets(object.as(), to);
		}
	},
	"/Namespace": {
		nameFaults: dns1123LabelFaults,
		scope: "Cluster",
		validate(object, to) {
			validateNameLabel(object.as().get("metadata").get("name"), to);
			validateNamespaceFinalizers(object.as().get("spec").get("finalizers"), to);
		}
	},
	"coordination.k8s.io/Lease": {
		scope: "Namespaced",
		validate(object, to) {
			validateLease(object.as(), to);
		}
	}
};
// src/core/predict/admission/validation/endpoints.ts
const ENDPOINTS_VALIDATORS = {};
// src/core/predict/admission/validation/ingress-backend.ts
/** An IngressBackend: exactly one of a Service and a resource (S-247). */
function validateIngressBackend(backend, to) {
	const [service, resource] = [backend.get("service"), backend.get("resource")];
	if (service.isMapping && resource.isMapping) to.invalid("ingress/backend", backend, "cannot set both resource and service backends", { value: "" });
	else if (service.isAbsent && resource.isAbsent) to.invalid("ingress/backend", backend, "resource or service backend is required", { value: "" });
	else if (resource.isMapping && service.isAbsent) validateResourceBackend(resource, to);
	else if (service.isMapping && resource.isAbsent) validateServiceBackend(backend, to);
}
function validateServiceBackend(backend, to) {
	const service = backend.get("service");
	validateServiceName(service.get("name"), to);
	validateServiceBackendPort(backend, service.get("port"), to);
}
/** The name has the form that the server wants of Services: with a letter in front before 1.36, as any label from then on (S-247). */
function validateServiceName(name, to) {
	const text = textOf(name);
	if (text === void 0) return;
	if (text === "") {
		to.required("ingress/backend-service-name-required", name);
		return;
	}
	for (const fault of dns1035LabelFaults(text)) to.invalid("ingress/backend-service-name", name, fault, { until: 35 });
	for (const fault of dns1123LabelFaults(text)) to.invalid("ingress/backend-service-name", name, fault, { since: 36 });
}
/** The port is a name or a number. What the two say together is reported at the backend. */
function validateServiceBackendPort(backend, port, to) {
	const [name, number] = [textOf(port.get("name")), numberOf(port.get("number"))];
	if (name === void 0 || number === void 0) return;
	if (name !== "" && number !== 0) to.invalid("ingress/backend-port-set-twice", backend, "cannot set both port name & port number", { value: "" });
	else if (name !== "") for (const fault of portNameFaults(name)) to.invalid("ingress/backend-port-name", port.get("name"), fault);
	else if (number !== 0) for (const fault of portNumberFaults(number)) to.invalid("port/number", port.get("number"), fault);
	else to.required("ingress/backend-port-required", backend, "port name or number is required");
}
function validateResourceBackend(resource, to) {
	const [group, kind, name] = [
		resource.get("apiGroup"),
		resource.get("kind"),
		resource.get("name")
	];
	for (const fault of dns1123SubdomainFaults(pointerOf(group.string()) ?? "none")) to.invalid("ingress/backend-resource-group", group, fault);
	const [kindText, nameText] = [textOf(kind), textOf(name)];
	if (kindText === "") to.required("ingress/backend-resource-kind-required", kind);
	else for (const fault of pathSegmentFaults(kindText ?? "")) to.invalid("ingress/backend-resource-kind", kind, fault);
	if (nameText === "") to.required("ingress/backend-resource-name-required", name);
	else for (const fault of pathSegmentFaults(nameText ?? "")) to.invalid("ingress/backend-resource-name", name, fault);
}
// src/core/predict/admission/validation/domain-prefixed-path.ts
const PATH = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";
const PATH_PATTERN = /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/;
/** A path below a domain, such as `acme.io/foo` (`IsDomainPrefixedPath`): names of controllers. */
function domainPrefixedPathFaults(text) {
	const slash = text.indexOf("/");
	const [host, path] = [text.slice(0, slash), text.slice(slash + 1)];
	if (slash < 1 || path === "") return [{
		value: text,
		fault: "must be a domain-prefixed path (such as \"acme.io/foo\")"
	}];
	const faults = dns1123SubdomainFaults(host).map((fault) => ({
		value: host,
		fault
	}));
	return PATH_PATTERN.test(path) ? faults : [...faults, {
		value: path,
		fault: `Invalid path (regex used for validation is '${PATH}')`
	}];
}
// src/core/predict/admission/validation/ingress-class.ts
const MOST_CONTROLLER_BYTES = 250;
const SCOPES = ["Cluster", "Namespace"];
/** An IngressClass names its controller and may refer to parameters (S-259). */
function validateIngressClass(ingressClass, to) {
	const { controller, parameters } = {
		controller: ingressClass.get("spec").get("controller"),
		parameters: ingressClass.get("spec").get("parameters")
	};
	validateController(controller, to);
	if (parameters.isMapping) validateIngressClassParametersReference(parameters, to);
}
function validateController(controller, to) {
	const name = textOf(controller);
	if (name === void 0) return;
	if (name === "") {
		to.required("ingress-class/controller-required", controller);
		return;
	}
	if (byteLength(name) > MOST_CONTROLLER_BYTES) to.tooLong("ingress-class/controller", controller, MOST_CONTROLLER_BYTES);
	for (const { value, fault } of domainPrefixedPathFaults(name)) to.invalid("ingress-class/controller", controller, fault, { value });
}
function validateIngressClassParametersReference(parameters, to) {
	const [group, kind, name] = [
		parameters.get("apiGroup"),
		parameters.get("kind"),
		parameters.get("name")
	];
	for (const fault of dns1123SubdomainFaults(pointerOf(group.string()) ?? "none")) to.invalid("ingress-class/parameters-group", group, fault);
	const [kindText, nameText] = [textOf(kind), textOf(name)];
	if (kindText === "") to.required("ingress-class/parameters-kind-required", kind);
	else for (const fault of pathSegmentFaults(kindText ?? "")) to.invalid("ingress-class/parameters-kind", kind, fault);
	if (nameText === "") to.required("ingress-class/parameters-name-required", name);
	else for (const fault of pathSegmentFaults(nameText ?? "")) to.invalid("ingress-class/parameters-name", name, fault);
	validateParametersScope(parameters, to);
}
/** Scope of the parameters as the server holds it after defaulting. */
function parametersScope(parameters) {
	const scope = pointerOf(parameters.get("scope").string());
	return scope === null ? "Cluster" : scope;
}
/** Parameters of scope Namespace name a namespace, those of scope Cluster none. */
function validateParametersScope(parameters, to) {
	const namespace = parameters.get("namespace");
	const scope = parametersScope(parameters);
	const written = pointerOf(namespace.string());
	if (scope === void 0) return;
	if (!SCOPES.includes(scope)) to.notSupported("ingress-class/parameters-scope-unsupported", parameters.get("scope"), SCOPES);
	else if (scope === "Cluster") {
		if (typeof written === "string") to.forbidden("ingress-class/parameters-namespace", namespace, "`parameters.scope` is set to 'Cluster'");
	} else if (written === null) to.required("ingress-class/parameters-namespace-required", namespace, "`parameters.scope` is set to 'Namespace'");
	else if (written !== void 0) for (const fault of dns1123LabelFaults(written)) to.invalid("ingress-class/parameters-namespace", namespace, fault);
}
// src/core/predict/admission/validation/ingress-rule.ts
const PATH_TYPES = [
	"Exact",
	"ImplementationSpecific",
	"Prefix"
];
/** What a path that is compared with the request must not hold or end with: no cleaned request has it (S-246). */
const REFUSED_IN_PATHS = [
	"//",
	"/./",
	"/../",
	"%2f",
	"%2F"
];
const REFUSED_ENDS = ["/..", "/."];
/** An IngressRule: its host is a name, never an address (S-243); `http` may be absent, but not be without paths (S-244). */
function validateIngressRule(rule, to) {
	validateHost(rule, to);
	if (rule.get("http").isMapping) validateHTTPIngressRuleValue(rule.get("http"), to);
}
function validateHost(rule, to) {
	const host = rule.get("host");
	const name = textOf(host);
	if (!name) return;
	if (readLegacyIpAddress(name)) to.invalid("ingress/host-is-address", host, "must be a DNS name, not an IP address");
	const faults = name.includes("*") ? wildcardDns1123SubdomainFaults(name) : dns1123SubdomainFaults(name);
	for (const fault of faults) to.invalid("ingress/host", host, fault);
}
function validateHTTPIngressRuleValue(http, to) {
	const paths = http.get("paths");
	if (countOf(paths) === 0) to.required("ingress/paths-required", paths);
	for (const path of paths.items()) validateHTTPIngressPath(path, to);
}
/** A path without a type stops here: its backend is not looked at (S-245). */
function validateHTTPIngressPath(path, to) {
	const pathType = path.get("pathType");
	const type = pointerOf(pathType.string());
	if (type === null) {
		to.required("ingress/path-type-required", pathType, "pathType must be specified");
		return;
	}
	if (type !== void 0 && !PATH_TYPES.includes(type)) to.notSupported("ingress/path-type-unsupported", pathType, PATH_TYPES);
	else if (type !== void 0) for (const fault of pathFaults(textOf(path.get("path")), type)) to.invalid("ingress/path", path.get("path"), fault);
	validateIngressBackend(path.get("backend"), to);
}
/** What the server says against a path of that type (S-246). */
function pathFaults(path, type) {
	if (path === void 0) return [];
	const isCompared = type !== "ImplementationSpecific";
	const faults = path.startsWith("/") || path === "" && !isCompared ? [] : ["must be an absolute path"];
	if (!isCompared) return faults;
	return [
		...faults,
		...REFUSED_IN_PATHS.filter((part) => path.includes(part)).map((part) => `must not contain '${part}'`),
		...REFUSED_ENDS.filter((end) => path.endsWith(end)).map((end) => `cannot end with '${end}'`)
	];
}
// src/core/predict/admission/validation/ingress.ts
const CLASS_ANNOTATION = "kubernetes.io/ingress.class";
/** An IngressTLS: each host a DNS name, with or without a wildcard, and the name of a Secret (S-252). */
function validateIngressTLS(tls, to) {
	for (const host of tls.get("hosts").items()) {
		const name = textOf(host);
		if (name === void 0) continue;
		const faults = name.includes("*") ? wildcardDns1123SubdomainFaults(name) : dns1123SubdomainFaults(name);
		for (const fault of faults) to.invalid("ingress/tls-host", host, fault);
	}
	const secretName = textOf(tls.get("secretName"));
	if (!secretName) return;
	for (const fault of dns1123SubdomainFaults(secretName)) to.invalid("ingress/tls-secret-name", tls.get("secretName"), fault);
}
function validateIngressClassName(spec, to) {
	const className = spec.get("ingressClassName");
	const name = pointerOf(className.string());
	if (typeof name !== "string") return;
	for (const fault of dns1123SubdomainFaults(name)) to.invalid("ingress/class-name", className, fault);
}
function validateIngressSpec(spec, to) {
	const [rules, defaultBackend] = [spec.get("rules"), spec.get("defaultBackend")];
	if (countOf(rules) === 0 && defaultBackend.isAbsent) to.invalid("ingress/spec-empty", spec, "either `defaultBackend` or `rules` must be specified", { value: rules.isAbsent ? null : [] });
	if (defaultBackend.isMapping) validateIngressBackend(defaultBackend, to);
	for (const rule of rules.items()) validateIngressRule(rule, to);
	for (const tls of spec.get("tls").items()) validateIngressTLS(tls, to);
	validateIngressClassName(spec, to);
}
/**
* The class may be named by the annotation and by the field only if both say the same (S-253); the annotation alone is deprecated (S-200).
* An annotation that is null is an empty text for the server, and there.
*/
function validateClassAnnotation(ingress, to) {
	const annotation = ingress.get("metadata").get("annotations").get(CLASS_ANNOTATION);
	const className = ingress.get("spec").get("ingressClassName");
	if (!annotation.isWritten) return;
	if (className.isAbsent) {
		to.warn("ingress/class-annotation-warning", annotation, `annotation "${CLASS_ANNOTATION}" is deprecated, please use 'spec.ingressClassName' instead`);
		return;
	}
	const [value, name] = [textOf(annotation), pointerOf(className.string())];
	if (value === void 0 || typeof name !== "string" || value === name) return;
	to.invalid("ingress/class-set-twice", annotation, "must match `ingressClassName` when both are specified", { field: `annotations.${CLASS_ANNOTATION}` });
}
const INGRESS_VALIDATORS = {
	"networking.k8s.io/Ingress": {
		versions: ["v1"],
		scope: "Namespaced",
		validate(object, to) {
			const ingress = object.as();
			validateIngressSpec(ingress.get("spec"), to);
			validateClassAnnotation(ingress, to);
		}
	},
	"networking.k8s.io/IngressClass": {
		scope: "Cluster",
		validate(object, to) {
			validateIngressClass(object.as(), to);
		}
	}
};
// src/core/predict/admission/validation/ip-address.ts
/** From here on old fields take no leading zeros, mapped addresses or host bits (gate StrictIPCIDRValidation, S-129). */
const STRICT_SINCE = 36;
function readLegacyIp(text) {
	const written = readLegacyIpAddress(text);
	if (!written) return void 0;
	const address = unmap(written);
	return {
		address,
		hasLeadingZeros: !readIpAddress(text),
		isMapped: address !== written
	};
}
function readPrefix(text, bits) {
	return /^[0-9]+$/.test(text) && Number(text) <= bits ? Number(text) : void 0;
}
function readLegacyCidr(text) {
	const slash = text.indexOf("/");
	const ip = slash === -1 ? void 0 : readLegacyIp(text.slice(0, slash));
	const written = text.slice(slash + 1);
	const prefix = ip && readPrefix(written, ip.address.family === 4 && !ip.isMapped ? 32 : 128);
	if (!ip || prefix === void 0) return void 0;
	const { address } = ip;
	const isCut = ip.isMapped && prefix < 96;
	const length = ip.isMapped && !isCut ? prefix - 96 : prefix;
	const whole = isCut ? {
		family: 6,
		value: (65535n << 32n) + address.value
	} : address;
	const network = networkOf(whole, length);
	if (!network) return void 0;
	const first = {
		family: whole.family,
		value: network.first
	};
	const hasLeadingZeros = ip.hasLeadingZeros || /^0[0-9]/.test(written);
	return {
		ip,
		prefix,
		network: `${renderIpAddress(first)}/${String(length)}`,
		hasHostBits: network.first !== whole.value,
		hasLeadingZeros
	};
}
/** A CIDR of a field that is older than strict parsing; `text` where the server trims or splits what is written. */
function validateLegacyCidr(check, at, to, options = {}) {
	const { text = textOf(at), ...rest } = options;
	if (text === void 0) return;
	const shown = {
		...rest,
		value: text
	};
	const strict = {
		...shown,
		since: STRICT_SINCE
	};
	const cidr = readLegacyCidr(text);
	if (!cidr) to.invalid(check, at, "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)", shown);
	else if (cidr.hasLeadingZeros) to.invalid("ip-address/leading-zeros", at, "must not have leading 0s in IP or prefix length", strict);
	else if (cidr.ip.isMapped) to.invalid("ip-address/ipv4-mapped", at, "must not have an IPv4-mapped IPv6 address", strict);
	else if (cidr.hasHostBits) to.invalid("ip-address/host-bits", at, "must not have bits set beyond the prefix length", strict);
}
/** What the server says of a CIDR that it takes. */
function warnOfLegacyCidr(at, to) {
	const text = textOf(at);
	const cidr = text === void 0 ? void 0 : readLegacyCidr(text);
	if (text === void 0 || !cidr) return;
	const say = (what, range = {}) => {
		to.warn("ip-address/not-canonical-warning", at, `${at.fieldPath}: ${what}`, range);
	};
	const { ip, network } = cidr;
	const single = `${renderIpAddress(ip.address)}/${ip.address.family === 4 && !ip.isMapped ? "32" : "128"}`;
	const isOld = cidr.hasLeadingZeros || ip.isMapped;
	if (cidr.hasHostBits) say(`CIDR value "${text}" is ambiguous in this context (should be "${network}" or "${single}"?)`, { until: 35 });
	if (isOld) say(`non-standard CIDR value "${text}" is invalid: use "${network}"`, { until: 35 });
	if (!isOld && !cidr.hasHostBits && text !== network) say(`IPv6 CIDR value "${text}" should be in RFC 5952 canonical format ("${network}")`);
}
[...Array.from({ length: 16 }, (_, flags) => `ff${flags.toString(16)}2::/16`)];
// src/core/predict/admission/validation/network-policy-peer.ts
/** A NetworkPolicyPeer: selectors, or a block of addresses, never both and never nothing (S-294, S-295). */
function validateNetworkPolicyPeer(peer, to) {
	const { podSelector, namespaceSelector, ipBlock } = {
		podSelector: peer.get("podSelector"),
		namespaceSelector: peer.get("namespaceSelector"),
		ipBlock: peer.get("ipBlock")
	};
	for (const selector of [podSelector, namespaceSelector]) if (selector.isMapping) validateLabelSelector(selector, to);
	if (ipBlock.isMapping) validateIPBlock(ipBlock, to);
	if (podSelector.isAbsent && namespaceSelector.isAbsent && ipBlock.isAbsent) to.required("network-policy/peer-required", peer, "must specify a peer");
	else if (ipBlock.isMapping && (podSelector.isMapping || namespaceSelector.isMapping)) to.forbidden("network-policy/peer-kinds-mixed", peer, "may not specify both ipBlock and another peer");
}
/** An IPBlock: a network, and networks within it that are left out (S-304). */
function validateIPBlock(ipBlock, to) {
	const cidr = ipBlock.get("cidr");
	const text = textOf(cidr);
	if (text === "") to.required("network-policy/cidr-required", cidr);
	if (text === void 0 || text === "") return;
	validateLegacyCidr("network-policy/cidr", cidr, to);
	warnOfLegacyCidr(cidr, to);
	const network = readLegacyCidr(text);
	if (!network) return;
	for (const except of ipBlock.get("except").items()) {
		validateLegacyCidr("network-policy/cidr", except, to);
		warnOfLegacyCidr(except, to);
		const hole = readLegacyCidr(textOf(except) ?? "");
		if (hole && !isStrictSubset(hole, network)) to.invalid("network-policy/except", except, "must be a strict subset of `cidr`");
	}
}
/** Whether one network lies in another and is smaller. The server compares the prefixes as they are written, of a mapped address too. */
function isStrictSubset(inner, outer) {
	const [hole, network] = [readIpNetwork(inner.network), readIpNetwork(outer.network)];
	if (!hole || !network) return false;
	return inner.prefix > outer.prefix && contains(network, {
		family: hole.family,
		value: hole.first
	});
}
// src/core/predict/admission/validation/network-policy.ts
const PROTOCOLS = [
	"TCP",
	"UDP",
	"SCTP"
];
const POLICY_TYPES = ["Ingress", "Egress"];
/** A NetworkPolicyPort (S-305). */
function validateNetworkPolicyPort(port, to) {
	const protocol = pointerOf(port.get("protocol").string());
	if (typeof protocol === "string" && !PROTOCOLS.includes(protocol)) to.notSupported("network-policy/protocol-unsupported", port.get("protocol"), PROTOCOLS);
	const number = pointerOf(port.get("port").intOrString());
	if (typeof number === "number") for (const fault of portNumberFaults(number)) to.invalid("port/number", port.get("port"), fault);
	validateEndPort(port, number, to);
	if (typeof number === "string") for (const fault of portNameFaults(number)) to.invalid("network-policy/port-name", port.get("port"), fault);
}
/** A range of ports ends where it begins or above, and begins with a number. */
function validateEndPort(port, first, to) {
	const endPort = port.get("endPort");
	const last = pointerOf(endPort.number());
	if (typeof last !== "number" || first === void 0) return;
	if (first === null) to.invalid("network-policy/end-port", endPort, "may not be specified when `port` is not specified");
	else if (typeof first === "string") to.invalid("network-policy/end-port", endPort, "may not be specified when `port` is non-numeric");
	else {
		if (last < first) to.invalid("network-policy/end-port", endPort, "must be greater than or equal to `port`", { value: first });
		for (const fault of portNumberFaults(last)) to.invalid("port/number", endPort, fault);
	}
}
function validateRules(spec, to) {
	for (const rule of spec.get("ingress").items()) {
		for (const port of rule.get("ports").items()) validateNetworkPolicyPort(port, to);
		for (const peer of rule.get("from").items()) validateNetworkPolicyPeer(peer, to);
	}
	for (const rule of spec.get("egress").items()) {
		for (const port of rule.get("ports").items()) validateNetworkPolicyPort(port, to);
		for (const peer of rule.get("to").items()) validateNetworkPolicyPeer(peer, to);
	}
}
function validatePolicyTypes(policyTypes, to) {
	const types = policyTypes.items();
	if (types.length > POLICY_TYPES.length) {
		to.invalid("network-policy/policy-types-count", policyTypes, "may not specify more than two policyTypes");
		return;
	}
	for (const each of types) {
		const type = textOf(each);
		if (type !== void 0 && !POLICY_TYPES.includes(type)) to.notSupported("network-policy/policy-type-unsupported", each, POLICY_TYPES);
	}
}
const NETWORK_POLICY_VALIDATORS = { "networking.k8s.io/NetworkPolicy": {
	scope: "Namespaced",
	validate(object, to) {
		const spec = object.as().get("spec");
		validateLabelSelector(spec.get("podSelector"), to);
		validateRules(spec, to);
		validatePolicyTypes(spec.get("policyTypes"), to);
	}
} };
// src/core/predict/admission/validation/quota.ts
const QUOTA_VALIDATORS = {};
// src/core/predict/admission/validation/policy-rule.ts
/** A PolicyRule speaks of resources or, in a ClusterRole, of URLs, never of both (`ValidatePolicyRule`). */
function validatePolicyRule(rule, to, scope) {
	if (countOf(rule.get("verbs")) === 0) to.required("policy-rule/verbs-required", rule.get("verbs"), "verbs must contain at least one value");
	const urls = rule.get("nonResourceURLs");
	if (isSet(urls)) validateNonResourceURLs(rule, to, scope);
	if (countOf(urls) !== 0) return;
	const [groups, resources] = [rule.get("apiGroups"), rule.get("resources")];
	if (countOf(groups) === 0) to.required("policy-rule/api-groups-required", groups, "resource rules must supply at least one api group");
	if (countOf(resources) === 0) to.required("policy-rule/resources-required", resources, "resource rules must supply at least one resource");
}
function validateNonResourceURLs(rule, to, scope) {
	const urls = rule.get("nonResourceURLs");
	if (scope === "Namespaced") to.invalid("policy-rule/non-resource-urls", urls, "namespaced rules cannot apply to non-resource URLs");
	if ([
		rule.get("apiGroups"),
		rule.get("resources"),
		rule.get("resourceNames")
	].some(isSet)) to.invalid("policy-rule/non-resource-urls", urls, "rules cannot apply to both regular resources and non-resource URLs");
}
/** An AggregationRule selects other ClusterRoles; a selector that is wrong is reported twice. */
function validateAggregationRule(rule, to) {
	const selectors = rule.get("clusterRoleSelectors");
	if (countOf(selectors) === 0) to.required("cluster-role/selectors-required", selectors, "at least one clusterRoleSelector required if aggregationRule is non-nil");
	for (const selector of selectors.items()) {
		const before = to.causes.length;
		validateLabelSelector(selector, to);
		if (to.causes.length > before) to.invalid("cluster-role/selector", selector, "invalid label selector.", { value: null });
	}
}
// src/core/predict/admission/validation/role-binding.ts
const RBAC_GROUP = "rbac.authorization.k8s.io";
const SUBJECT_KINDS = [
	"ServiceAccount",
	"User",
	"Group"
];
/** The role that a binding gives. Its group is that of RBAC unless another one is written, which does not exist. */
function validateRoleRef(roleRef, to, kinds) {
	const [group, kind, name] = [
		roleRef.get("apiGroup"),
		roleRef.get("kind"),
		roleRef.get("name")
	];
	const [groupText, kindText, nameText] = [
		textOf(group),
		textOf(kind),
		textOf(name)
	];
	if (groupText && groupText !== RBAC_GROUP) to.notSupported("role-ref/api-group-unsupported", group, [RBAC_GROUP]);
	if (kindText !== void 0 && !kinds.includes(kindText)) to.notSupported("role-ref/kind-unsupported", kind, kinds);
	if (nameText === "") to.required("role-ref/name-required", name);
	else for (const fault of pathSegmentFaults(nameText ?? "")) to.invalid("role-ref/name", name, fault);
}
/** Who gets the role. The binding of a whole cluster has no namespace that could stand in for the account's. */
function validateSubject(subject, to, scope) {
	const kind = textOf(subject.get("kind"));
	if (textOf(subject.get("name")) === "") to.required("subject/name-required", subject.get("name"));
	if (kind === "ServiceAccount") validateServiceAccountSubject(subject, to, scope);
	else if (kind === "User" || kind === "Group") validateSubjectGroup(subject.get("apiGroup"), to, RBAC_GROUP);
	else if (kind !== void 0) to.notSupported("subject/kind-unsupported", subject.get("kind"), SUBJECT_KINDS);
}
function validateServiceAccountSubject(subject, to, scope) {
	const name = textOf(subject.get("name"));
	if (name) for (const fault of dns1123SubdomainFaults(name)) to.invalid("subject/name", subject.get("name"), fault);
	validateSubjectGroup(subject.get("apiGroup"), to, "");
	const namespace = subject.get("namespace");
	if (scope === "Cluster" && textOf(namespace) === "") to.required("subject/namespace-required", namespace);
}
/** The group of a subject follows from its kind, and is that where none is written. */
function validateSubjectGroup(apiGroup, to, group) {
	const written = textOf(apiGroup);
	if (written && written !== group) to.notSupported("subject/api-group-unsupported", apiGroup, [group]);
}
// src/core/predict/admission/validation/rbac.ts
const RBAC_KIND = { nameFaults: pathSegmentFaults };
const RBAC_VALIDATORS = {
	"rbac.authorization.k8s.io/Role": {
		...RBAC_KIND,
		scope: "Namespaced",
		validate(object, to) {
			for (const rule of object.as().get("rules").items()) validatePolicyRule(rule, to, "Namespaced");
		}
	},
	"rbac.authorization.k8s.io/ClusterRole": {
		...RBAC_KIND,
		scope: "Cluster",
		validate(object, to) {
			const role = object.as();
			for (const rule of role.get("rules").items()) validatePolicyRule(rule, to, "Cluster");
			if (role.get("aggregationRule").isMapping) validateAggregationRule(role.get("aggregationRule"), to);
		}
	},
	"rbac.authorization.k8s.io/RoleBinding": {
		...RBAC_KIND,
		scope: "Namespaced",
		validate(object, to) {
			const binding = object.as();
			validateRoleRef(binding.get("roleRef"), to, ["Role", "ClusterRole"]);
			for (const subject of binding.get("subjects").items()) validateSubject(subject, to, "Namespaced");
		}
	},
	"rbac.authorization.k8s.io/ClusterRoleBinding": {
		...RBAC_KIND,
		scope: "Cluster",
		validate(object, to) {
			const binding = object.as();
			validateRoleRef(binding.get("roleRef"), to, ["ClusterRole"]);
			for (const subject of binding.get("subjects").items()) validateSubject(subject, to, "Cluster");
		}
	}
};
// src/core/predict/admission/validation/service.ts
const SERVICE_VALIDATORS = {};
// src/core/predict/admission/validation/node-selector.ts
/** Keys of nodes that have other names by now. */
const DEPRECATED_LABELS = {
	"beta.kubernetes.io/arch": "deprecated since v1.14; use \"kubernetes.io/arch\" instead",
	"beta.kubernetes.io/os": "deprecated since v1.14; use \"kubernetes.io/os\" instead",
	"failure-domain.beta.kubernetes.io/region": "deprecated since v1.17; use \"topology.kubernetes.io/region\" instead",
	"failure-domain.beta.kubernetes.io/zone": "deprecated since v1.17; use \"topology.kubernetes.io/zone\" instead",
	"beta.kubernetes.io/instance-type": "deprecated since v1.17; use \"node.kubernetes.io/instance-type\" instead"
};
/** Warns of the old key of a node where it is written. Some fields repeat the key before they say what is wrong with it. */
function warnOfNodeLabel(at, key, to, repeatsKey) {
	const said = key !== void 0 && Object.hasOwn(DEPRECATED_LABELS, key) ? DEPRECATED_LABELS[key] : void 0;
	if (said !== void 0) to.warn("pod/node-label-warning", at, `${at.fieldPath}: ${repeatsKey ? `${String(key)} is ` : ""}${said}`);
}
/** The name of a label or of what a label tells (`ValidateLabelName`), also where it is empty. */
function validateLabelName(at, to) {
	const key = textOf(at);
	if (key !== void 0) for (const fault of qualifiedNameFaults(key)) to.invalid("node-selector/key", at, fault, { value: key });
}
/** How many values an operator wants. */
function validateValueCount(requirement, to) {
	const [operator, values] = [textOf(requirement.get("operator")), requirement.get("values")];
	const count = countOf(values);
	switch (operator) {
		case "In":
		case "NotIn":
			if (isEmpty(values)) to.required("node-selector/values-required", values, "must be specified when `operator` is 'In' or 'NotIn'");
			return;
		case "Exists":
		case "DoesNotExist":
			if (isSet(values)) to.forbidden("node-selector/values-forbidden", values, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
			return;
		case "Gt":
		case "Lt":
			if (count !== void 0 && count !== 1) to.required("node-selector/values-required", values, "must be specified single value when `operator` is 'Lt' or 'Gt'");
			return;
		case void 0: return;
		default: to.invalid("node-selector/operator", requirement.get("operator"), "not a valid selector operator");
	}
}
/** Values that no label of a node can have. Servers before 1.33 do not mind, and later ones only warn of what is preferred. */
function validateValues(requirement, to, isPreferred) {
	const since = { since: 33 };
	for (const value of requirement.get("values").items()) {
		const text = textOf(value);
		for (const fault of text === void 0 ? [] : labelValueFaults(text)) if (isPreferred) to.warn("node-selector/value-warning", value, `${value.fieldPath}: ${String(text)} is invalid, ${fault}`, since);
		else to.invalid("node-selector/value", value, fault, since);
	}
}
/** A field of a node, of which only the name can be asked for, and only for one name. */
function validateFieldRequirement(requirement, to) {
	const [key, operator, values] = [
		requirement.get("key"),
		requirement.get("operator"),
		requirement.get("values")
	];
	const [wanted, asks, count] = [
		textOf(key),
		textOf(operator),
		countOf(values)
	];
	if (asks === "In" || asks === "NotIn") {
		const detail = "must be only one value when `operator` is 'In' or 'NotIn' for node field selector";
		if (count !== void 0 && count !== 1) to.required("node-selector/values-required", values, detail);
	} else if (asks !== void 0) to.invalid("node-selector/operator", operator, "not a valid selector operator");
	if (wanted === "metadata.name") for (const value of values.items()) for (const fault of dns1123SubdomainFaults(textOf(value) ?? "unknown")) to.invalid("node-selector/value", value, fault);
	else if (wanted !== void 0) to.invalid("node-selector/field-key", key, "not a valid field selector key");
}
/** One of the terms of which a node must meet one; `isPreferred` ones may ask for values that no label has. */
function validateNodeSelectorTerm(term, to, isPreferred = false) {
	for (const requirement of term.get("matchExpressions").items()) {
		validateValueCount(requirement, to);
		validateLabelName(requirement.get("key"), to);
		validateValues(requirement, to, isPreferred);
		warnOfNodeLabel(requirement.get("key"), textOf(requirement.get("key")), to, true);
	}
	for (const requirement of term.get("matchFields").items()) validateFieldRequirement(requirement, to);
}
function validateNodeSelector(selector, to) {
	const terms = selector.get("nodeSelectorTerms");
	if (isEmpty(terms)) to.required("node-selector/terms-required", terms, "must have at least one node selector term");
	for (const term of terms.items()) validateNodeSelectorTerm(term, to);
}
// src/core/predict/admission/validation/persistent-volume.ts
/** The types of PersistentVolumes, in the order in which the server looks for them. */
const VOLUME_TYPES = [
	{
		field: "hostPath",
		validate: validateHostPath
	},
	{
		field: "gcePersistentDisk",
		validate: validateGcePersistentDisk
	},
	{
		field: "awsElasticBlockStore",
		validate: validateAwsElasticBlockStore
	},
	{
		field: "glusterfs",
		validate: validateGlusterfs
	},
	{
		field: "flocker",
		validate: validateFlocker
	},
	{
		field: "nfs",
		validate: validateNfs
	},
	{
		field: "rbd",
		validate: requiring("monitors", "image")
	},
	{
		field: "quobyte",
		validate: validateQuobyte
	},
	{
		field: "cephfs",
		named: "cephFS",
		validate: requiring("monitors")
	},
	{
		field: "iscsi",
		validate: validateIscsi
	},
	{
		field: "cinder",
		validate: validateCinder
	},
	{
		field: "fc",
		validate: validateFibreChannel
	},
	{
		field: "flexVolume",
		standsBesideOthers: true,
		validate: validateFlexVolume
	},
	{
		field: "azureFile",
		validate: validateAzureFile
	},
	{
		field: "vsphereVolume",
		validate: requiring("volumePath")
	},
	{
		field: "photonPersistentDisk",
		validate: requiring("pdID")
	},
	{
		field: "portworxVolume",
		validate: requiring("volumeID")
	},
	{
		field: "azureDisk",
		validate: validateAzureDisk
	},
	{
		field: "scaleIO",
		validate: requiring("gateway", "system", "volumeName")
	},
	{
		field: "local",
		validate: validateLocal
	},
	{
		field: "storageos",
		validate: validateStorageOs
	},
	{
		field: "csi",
		validate: validateCsiPersistent
	}
];
const RECLAIM_POLICIES = [
	"Delete",
	"Recycle",
	"Retain"
];
/** The capacity, which is storage and nothing else. */
function validateCapacity(capacity, to) {
	const count = countOf(capacity);
	const entries = capacity.entries();
	if (count === 0) to.required("storage/capacity-required", capacity);
	if (count !== void 0 && !(count === 1 && entries[0]?.key === "storage")) to.notSupported("storage/capacity-unsupported", capacity, ["storage"], { value: capacity.isAbsent ? null : toValue(capacity, 1e3) });
	for (const { value } of entries) {
		const size = readQuantity(value);
		if (size && unitsOf(size) < 0n) to.invalid("storage/size", value, "must be a valid resource quantity", { value: unitsOf(size) });
		if (size && size.nanos <= 0n) to.invalid("storage/size", value, "must be greater than zero", { value: renderQuantity(size) });
	}
}
/** True for paths that come to `/`. */
function isRoot(path) {
	let depth = 0;
	for (const part of path.split("/")) if (part === "..") depth = Math.max(0, depth - 1);
	else if (part !== "" && part !== ".") depth++;
	return path.startsWith("/") && depth === 0;
}
function validateReclaimPolicy(spec, to) {
	const policy = spec.get("persistentVolumeReclaimPolicy");
	if (valueOf$1(policy.string()) !== "") refuseUnsupported(policy, to, { check: "storage/reclaim-policy-unsupported" }, RECLAIM_POLICIES);
	if (valueOf$1(policy.string()) !== "Recycle") return;
	if (isRoot(textOf(spec.get("hostPath").get("path")) ?? "")) to.forbidden("storage/reclaim-policy", policy, "may not be 'recycle' for a hostPath mount of '/'");
	to.warn("storage/reclaim-policy-warning", policy, `${policy.fieldPath}: The Recycle reclaim policy is deprecated. Instead, the recommended approach is to use dynamic provisioning.`);
}
function validateNodeAffinity(affinity, to) {
	if (!affinity.isMapping) return;
	const required = affinity.get("required");
	if (required.isAbsent) to.required("storage/node-affinity-required", required, "must specify required node constraints");
	else validateNodeSelector(required, to);
}
function validateClassNames(spec, to) {
	refuseFaults(spec.get("storageClassName"), to, { check: "storage/class-name" }, dns1123SubdomainFaults);
	refuseUnsupported(spec.get("volumeMode"), to, { check: "storage/volume-mode-unsupported" }, VOLUME_MODES);
	const attributes = spec.as().get("volumeAttributesClassName");
	if (attributes.isAbsent) return;
	if (textOf(attributes) === "") to.required("storage/class-name-required", attributes, "an empty string is disallowed", VOLUME_ATTRIBUTES_CLASS);
	refuseFaults(attributes, to, {
		check: "storage/class-name",
		options: VOLUME_ATTRIBUTES_CLASS
	}, dns1123SubdomainFaults);
	const csi = spec.get("csi");
	if (attributes.isPresent && csi.isAbsent) to.required("storage/attributes-need-csi-required", csi, "has to be specified when using volumeAttributesClassName", VOLUME_ATTRIBUTES_CLASS);
}
const MOUNT_OPTIONS_ANNOTATION = "volume.beta.kubernetes.io/mount-options";
/** Types of volumes whose mounts take no options. */
const WITHOUT_MOUNT_OPTIONS = [
	"hostPath",
	"local",
	"csi",
	"fc",
	"flexVolume"
];
function validateMountOptions(volume, to) {
	const at = volume.get("metadata").get("annotations").entries().find(({ key }) => key === MOUNT_OPTIONS_ANNOTATION)?.value;
	if (!at || !WITHOUT_MOUNT_OPTIONS.some((field) => volume.get("spec").as().get(field).isMapping)) return;
	to.forbidden("storage/mount-options", at, "may not specify mount options for this volume type", { field: `metadata.annotations.${MOUNT_OPTIONS_ANNOTATION}` });
}
function validatePersistentVolume(volume, to) {
	const spec = volume.get("spec");
	if (isEmpty(spec.get("accessModes"))) to.required("storage/access-modes-required", spec.get("accessModes"));
	validateAccessModes(spec.get("accessModes"), to);
	validateCapacity(spec.get("capacity").as(), to);
	validateReclaimPolicy(spec, to);
	validateNodeAffinity(spec.get("nodeAffinity"), to);
	if (!validateVolumeTypes({
		volume: spec.as(),
		name: volume.get("metadata").get("name"),
		isPersistent: true,
		isOfPod: false
	}, to, VOLUME_TYPES)) to.required("volume/type-required", spec, "must specify a volume type");
	validateClassNames(spec, to);
	validateMountOptions(volume, to);
	warnOfAnnotation(volume.as(), to, STORAGE_CLASS_ANNOTATION, STORAGE_CLASS_SAID);
	warnOfAnnotation(volume.as(), to, MOUNT_OPTIONS_ANNOTATION, "deprecated since v1.31; use \"mountOptions\" attribute instead");
	warnOfRemovedTypes(spec.as(), to, "persistent");
}
// src/core/predict/admission/validation/storage-class.ts
const MOST_PARAMETERS = 512;
const MOST_PARAMETER_BYTES = 262144;
function validateParameters(parameters, to) {
	if ((countOf(parameters) ?? 0) > MOST_PARAMETERS) {
		to.tooLong("storage/parameters", parameters, MOST_PARAMETERS);
		return;
	}
	let bytes = 0;
	for (const { key, value } of parameters.entries()) {
		if (key === "") to.invalid("storage/parameters", value, "field can not be empty.", {
			field: parameters.fieldPath,
			value: key
		});
		bytes += byteLength(key) + byteLength(textOf(value) ?? "");
	}
	if (bytes > MOST_PARAMETER_BYTES) to.tooLong("storage/parameters", parameters, MOST_PARAMETER_BYTES);
}
function validateTopologyRequirement(requirement, to) {
	const [key, values] = [requirement.get("key"), requirement.get("values")];
	requireField(values, to, { check: "storage/topology-required" });
	refuseDuplicates(values, values.items(), to, "storage/topology-duplicated");
	validateLabelName(key, to);
	warnOfNodeLabel(key, textOf(key), to, false);
}
/** Terms that say the same, whatever the order of keys and values. */
function meaningOf(term) {
	const expressions = term.get("matchLabelExpressions");
	const parts = expressions.items().map((requirement) => {
		const values = requirement.get("values").items().map((value) => textOf(value));
		const key = textOf(requirement.get("key"));
		return key === void 0 || values.includes(void 0) ? void 0 : `${key}=${stableText([...values].sort().map(String))}`;
	});
	return expressions.isOpen || parts.includes(void 0) ? void 0 : parts.sort().join(";");
}
/** Where volumes may be made (`validateAllowedTopologies`). */
function validateAllowedTopologies(topologies, to) {
	const seen = /* @__PURE__ */ new Set();
	for (const term of topologies.items()) {
		const expressions = term.get("matchLabelExpressions");
		for (const requirement of expressions.items()) validateTopologyRequirement(requirement, to);
		refuseDuplicates(expressions, expressions.items().map((requirement) => requirement.get("key")), to, "storage/topology-duplicated");
		const meaning = meaningOf(term);
		if (meaning === void 0 || topologies.isOpen) continue;
		if (seen.has(meaning)) to.duplicate("storage/topology-duplicated", expressions, { value: "" });
		seen.add(meaning);
	}
}
function validateStorageClass(storageClass, to) {
	const provisioner = storageClass.get("provisioner");
	requireField(provisioner, to, { check: "storage/provisioner-required" });
	refuseFaults(provisioner, to, { check: "storage/provisioner" }, (name) => qualifiedNameFaults(name.toLowerCase()));
	validateParameters(storageClass.get("parameters"), to);
	const policy = storageClass.get("reclaimPolicy");
	if (valueOf$1(policy.string()) !== "") refuseUnsupported(policy, to, { check: "storage/reclaim-policy-unsupported" }, ["Delete", "Retain"]);
	refuseUnsupported(storageClass.get("volumeBindingMode"), to, { check: "storage/binding-mode-unsupported" }, ["Immediate", "WaitForFirstConsumer"]);
	validateAllowedTopologies(storageClass.get("allowedTopologies"), to);
}
// src/core/predict/admission/validation/storage.ts
const STORAGE_VALIDATORS = {
	"/PersistentVolume": {
		scope: "Cluster",
		validate(object, to) {
			validatePersistentVolume(object.as(), to);
		}
	},
	"/PersistentVolumeClaim": {
		scope: "Namespaced",
		validate(object, to) {
			validatePersistentVolumeClaim(object.as(), to);
		}
	},
	"storage.k8s.io/StorageClass": {
		scope: "Cluster",
		validate(object, to) {
			validateStorageClass(object.as(), to);
		}
	}
};
// src/core/predict/admission/validators.ts
const VALIDATORS = {
	...ADMISSIONREGISTRATION_VALIDATORS,
	...APIEXTENSIONS_VALIDATORS,
	...APPS_VALIDATORS,
	...AUTOSCALING_VALIDATORS,
	...BATCH_VALIDATORS,
	...CONFIG_VALIDATORS,
	...ENDPOINTS_VALIDATORS,
	...INGRESS_VALIDATORS,
	...NETWORK_POLICY_VALIDATORS,
	...POD_VALIDATORS,
	...QUOTA_VALIDATORS,
	...RBAC_VALIDATORS,
	...SERVICE_VALIDATORS,
	...STORAGE_VALIDATORS
};
/** The validator of a kind; undefined where nothing but metadata and schema is checked. */
function findValidator(group, version, kind) {
	const key = `${group}/${kind}`;
	const validator = Object.hasOwn(VALIDATORS, key) ? VALIDATORS[key] : void 0;
	return !validator?.versions || validator.versions.includes(version) ? validator : void 0;
}
// src/core/predict/admission/review.ts
/** Groups of Kubernetes that take a finalizer without a domain. */
const LENIENT_GROUPS = /* @__PURE__ */ new Set([
	"admissionregistration.k8s.io",
	"apiextensions.k8s.io",
	"apiregistration.k8s.io",
	"coordination.k8s.io"
]);
function metadataRulesOf({ group }, kind, validator) {
	const finalizers = validator !== void 0 || kind?.source === "built-in" ? LENIENT_GROUPS.has(group) ? "any" : "qualified" : kind ? "warned" : "any";
	return {
		nameFaults: validator?.nameFaults,
		nameCheck: validator?.nameCheck,
		scope: kind?.scope ?? validator?.scope,
		finalizers
	};
}
/** The steps of a create, one after the other: the server's answer comes from the first that refuses. */
function validate(context, kind) {
	const { resource, target } = context;
	const [allocation, validation, creation] = [
		new Refusals(target.minors),
		new Refusals(target.minors),
		new Refusals(target.minors)
	];
	const validator = findValidator(resource.group, resource.version, resource.kind);
	validator?.allocate?.(resource.body, allocation, context);
	validateObjectMeta(resource.metadata, validation, metadataRulesOf(resource, kind, validator));
	validator?.validate(resource.body, validation, context);
	validator?.create?.(resource.body, creation, context);
	const steps = [
		allocation.causes,
		validation.causes.filter(({ isWithheld }) => !isWithheld),
		creation.causes.slice(0, 1)
	];
	return {
		causes: [
			...allocation.causes,
			...validation.causes,
			...creation.causes
		],
		told: steps.find((step) => step.length > 0) ?? [],
		warnings: validation.warnings
	};
}
/** Refused is what every minor of the target refuses; where only some do, the version decides. */
function verdictOf(causes, minors, hasUnknown) {
	const refusing = new Set(causes.flatMap((cause) => cause.minors));
	if (refusing.size === minors.length) return "refuse";
	return refusing.size > 0 || hasUnknown ? "unknown" : "accept";
}
/** Reviews one object for all minors of the target. */
function reviewResource(resource, kinds, target, engines = {}) {
	const kind = kinds.find(resource.apiVersion, resource.kind);
	const decoding = decode(resource, kind, target.minors);
	const validated = validate({
		resource,
		target,
		engines
	}, kind);
	const { warnings } = validated;
	const causes = [...decoding.causes, ...validated.causes];
	const told = decoding.told.length > 0 ? decoding.told : validated.told;
	const verdict = verdictOf(causes, target.minors, decoding.hasUnknown);
	return {
		resource,
		verdict,
		code: decoding.told.length > 0 ? 400 : told.length > 0 ? 422 : 201,
		causes,
		told,
		warnings,
		toldWarnings: verdict === "refuse" ? warnings.filter(({ always }) => always) : warnings
	};
}
// src/core/engine/settings.ts
const DEFAULT_TARGET = {
	complete: false,
	platform: void 0,
	nodePortRange: [3e4, 32767],
	serviceCidrs: [],
	clusterDomain: "cluster.local",
	minors: [
		34,
		35,
		36,
		37
	]
};
// src/core/text/line-table.ts
/** Translates offsets into lines and columns. Built on the first question: most files are never asked. */
var LineTable = class {
	#text;
	#starts;
	constructor(text) {
		this.#text = text;
	}
	get lineCount() {
		return this.#lineStarts().length;
	}
	position(offset) {
		const line = this.#lineIndex(offset);
		return {
			line: line + 1,
			column: offset - this.#startOf(line) + 1
		};
	}
	/** Offset of a position; beyond the end of its line it is the line's end. */
	offset({ line, column }) {
		const { start, end } = this.lineSpan(line);
		return Math.min(start + column - 1, end);
	}
	/** Span of a one-based line without its line break. */
	lineSpan(line) {
		const starts = this.#lineStarts();
		const start = starts[line - 1] ?? this.#text.length;
		let end = starts[line] ?? this.#text.length;
		while (end > start && (this.#text[end - 1] === "\n" || this.#text[end - 1] === "\r")) end--;
		return {
			start,
			end
		};
	}
	lineText(line) {
		const { start, end } = this.lineSpan(line);
		return this.#text.slice(start, end);
	}
	#lineStarts() {
		if (this.#starts) return this.#starts;
		const starts = [0];
		for (let at = this.#text.indexOf("\n"); at !== -1; at = this.#text.indexOf("\n", at + 1)) starts.push(at + 1);
		this.#starts = starts;
		return starts;
	}
	#startOf(index) {
		return this.#lineStarts()[index] ?? 0;
	}
	#lineIndex(offset) {
		const starts = this.#lineStarts();
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = low + high + 1 >> 1;
			if (this.#startOf(middle) <= offset) low = middle;
			else high = middle - 1;
		}
		return low;
	}
};
// src/core/yaml/check-tree.ts
/** Large enough for any value that is compared with its twin; what is larger counts as different. */
const COMPARED_NODES = 1e4;
/** Beyond so many pairs in a document, values count as different without a look. */
const COMPARED_PAIRS = 100;
const UINT64 = 2n ** 64n;
function refusal(tree, node, cause, help) {
	return {
		kind: "unsupported-value",
		cause,
		help,
		span: tree.span(node),
		fatal: false
	};
}
function isEqual(tree, a, b) {
	const [first, second] = [nodeToValue(tree, a, COMPARED_NODES), nodeToValue(tree, b, COMPARED_NODES)];
	return first !== void 0 && second !== void 0 && stableText(first) === stableText(second);
}
function duplicateKey(tree, [first, second], equalValues) {
	const key = keyText(tree, second.key);
	return {
		kind: "duplicate-key",
		cause: `key "${key}" stands twice`,
		help: equalValues ? "delete one of the two" : "delete the one that is not meant: the last one counts",
		span: tree.span(second.key),
		related: {
			span: tree.span(first.key),
			note: `the first "${key}" is here`
		},
		fatal: false,
		equalValues
	};
}
/** Keys that kubectl cannot turn into JSON: null, mappings and lists, numbers beyond 64 bits with a sign. */
function checkKey(tree, id) {
	const key = tree.resolve(id);
	if (tree.kind(key) === NodeKind.mapping || tree.kind(key) === NodeKind.sequence) return refusal(tree, id, `a ${tree.kind(key) === NodeKind.mapping ? "mapping" : "list"} stands where a key is wanted`, "write the key as text, or put a template action in quotes");
	if (tree.kind(key) !== NodeKind.scalar) return void 0;
	const value = tree.style(key) === ScalarStyle.plain ? tree.scalarValue(key) : "";
	if (value === null) return refusal(tree, id, tree.isEmpty(key) ? "the key of this value is missing" : `key "${tree.scalarText(key)}" is null`, "write the key, in quotes if need be");
	return typeof value === "number" && value >= 2 ** 63 && value < Number(UINT64) && /^\+?[0-9_]+$/.test(tree.scalarText(key)) ? refusal(tree, id, `key "${tree.scalarText(key)}" is a number of more than 63 bits`, "put the key in quotes") : void 0;
}
/** Values that kubectl cannot turn into JSON, or whose tag contradicts them. */
function checkScalar(tree, node) {
	const tag = tree.tag(node);
	if (tag !== void 0) {
		const text = tree.scalarText(node);
		if (tag === "!!binary" && decodeBinary(text) === void 0) return refusal(tree, node, "the value tagged \"!!binary\" is no base64", "encode the value in base64");
		if (contradictsTag(tag, text)) return refusal(tree, node, `the value is not of the type that its tag "${tag}" names`, "remove the tag");
	} else if (tree.style(node) !== ScalarStyle.plain) return void 0;
	const first = tree.source.charCodeAt(tree.start(node));
	if (first !== 46 && first !== 43 && first !== 45) return void 0;
	const value = resolvePlain(tree.scalarText(node));
	if (typeof value !== "number" || Number.isFinite(value)) return void 0;
	return refusal(tree, node, `"${tree.scalarText(node)}" is a number that JSON cannot express`, "put the value in quotes if text is meant");
}
/** Walks a tree once and collects what js-yaml reads and kubectl does not, and keys that stand twice (S-349). */
var TreeChecker = class {
	problems = [];
	openKeys = false;
	#pairs = 0;
	#tree;
	constructor(tree) {
		this.#tree = tree;
	}
	check() {
		const tree = this.#tree;
		if (tree.size > 0 && tree.kind(0) === NodeKind.scalar) this.#add(checkScalar(tree, 0));
		for (let node = 0; node < tree.size; node++) {
			const kind = tree.kind(node);
			if (kind === NodeKind.mapping) this.#mapping(node);
			else if (kind === NodeKind.sequence) for (let child = node + 1; child < tree.next(node); child = tree.next(child)) this.#value(child);
		}
	}
	#add(problem) {
		if (problem) this.problems.push(problem);
	}
	#value(node) {
		if (this.#tree.kind(node) === NodeKind.scalar) this.#add(checkScalar(this.#tree, node));
	}
	#mapping(mapping) {
		const tree = this.#tree;
		const end = tree.next(mapping);
		const seen = /* @__PURE__ */ new Map();
		for (let key = mapping + 1; key < end;) {
			const value = tree.next(key);
			this.#value(value);
			if (isMergeKey(tree, key)) this.#merge(value);
			else this.#key(seen, {
				key,
				value
			});
			key = tree.next(value);
		}
	}
	#key(seen, entry) {
		const tree = this.#tree;
		const problem = checkKey(tree, entry.key);
		if (problem) {
			this.problems.push(problem);
			return;
		}
		const text = keyText(tree, entry.key);
		if (!this.openKeys && isPlaceholder(text)) this.openKeys = true;
		const known = seen.get(text);
		if (known === void 0) {
			seen.set(text, entry.key);
			return;
		}
		const first = {
			key: known,
			value: tree.next(known)
		};
		const equalValues = this.#pairs++ < COMPARED_PAIRS && isEqual(tree, first.value, entry.value);
		this.problems.push(duplicateKey(tree, [first, entry], equalValues));
	}
	#merge(value) {
		const tree = this.#tree;
		const node = tree.resolve(value);
		if ((tree.kind(node) === NodeKind.sequence ? [...tree.children(node)] : [node]).some((part) => tree.kind(tree.resolve(part)) === NodeKind.alias) || mergeSources(tree, value)) return;
		this.#add(refusal(tree, value, "\"<<\" merges a value that is no mapping", "merge a mapping or a list of mappings"));
	}
};
function checkTree(tree) {
	const checker = new TreeChecker(tree);
	checker.check();
	return {
		problems: checker.problems,
		openKeys: checker.openKeys
	};
}
const ABSENT = -1;
/** Packs the events of one document. */
var Composer = class {
	#origin;
	#nodes;
	#anchors = /* @__PURE__ */ new Map();
	#aliases = /* @__PURE__ */ new Map();
	#tags = /* @__PURE__ */ new Map();
	#problems = [];
	#open = [];
	#size = 0;
	#lastEnd;
	constructor(origin, nodes) {
		this.#origin = origin;
		this.#nodes = nodes;
		this.#lastEnd = origin.base;
	}
	/** Reads from the event `at` on, which follows the document's event; returns the event after its end. */
	compose(events, at) {
		for (; at < events.length; at++) {
			const event = events[at];
			if (!event) break;
			if (event.type === EVENT_ID.SCALAR) this.#scalar(event);
			else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) this.#openCollection(event);
			else if (event.type === EVENT_ID.ALIAS) this.#alias(event);
			else if (event.type === EVENT_ID.POP && this.#open.length > 0) this.#close();
			else break;
		}
		return at + 1;
	}
	get result() {
		return {
			tree: new Tree(this.#origin.source, this.#nodes.slice(0, this.#size * 4), this.#aliases, this.#tags),
			problems: this.#problems
		};
	}
	#push(header, start, end) {
		const node = this.#size++;
		const at = node * 4;
		this.#nodes[at] = header;
		this.#nodes[at + 1] = start;
		this.#nodes[at + 2] = end;
		this.#nodes[at + 3] = node + 1;
		return node;
	}
	#scalar(event) {
		const { base, isRelaxed } = this.#origin;
		const quoted = event.style === 2 || event.style === 3 ? 1 : 0;
		const isEmpty = event.valueStart === ABSENT;
		const start = isEmpty ? this.#emptyPlace(event) : event.valueStart + base - quoted;
		const end = isEmpty ? start : event.valueEnd + base + quoted;
		const node = this.#push(scalarHeader(event.style, event.chomping, event.fast && !isRelaxed, event.indent), start, end);
		if (event.anchorStart !== ABSENT || event.tagStart !== ABSENT) this.#properties(node, event);
		this.#lastEnd = end;
	}
	/** Where the value of an empty node would stand: after its tag or anchor, else after the colon or dash. */
	#emptyPlace(event) {
		const { source, base } = this.#origin;
		const properties = Math.max(event.anchorEnd, event.tagEnd);
		if (properties !== ABSENT) return properties + base;
		const indicator = /(?:\s|#[^\n]*\n)*[-:?](?=[\s,[\]{}]|$)/y;
		indicator.lastIndex = this.#lastEnd;
		return indicator.test(source) ? indicator.lastIndex : this.#lastEnd;
	}
	#alias(event) {
		const { source, base } = this.#origin;
		const [start, end] = [event.anchorStart + base - 1, event.anchorEnd + base];
		const name = source.slice(start + 1, end);
		const target = this.#anchors.get(name);
		const node = this.#push(headerOf(NodeKind.alias), start, end);
		this.#lastEnd = end;
		if (target !== void 0 && !this.#open.includes(target)) this.#aliases.set(node, target);
		else this.#problems.push({
			kind: "undefined-alias",
			...explainAlias(name, target !== void 0),
			span: {
				start,
				end
			},
			fatal: false
		});
	}
	#openCollection(event) {
		const kind = event.type === EVENT_ID.MAPPING ? NodeKind.mapping : NodeKind.sequence;
		const start = event.start + this.#origin.base;
		const node = this.#push(headerOf(kind) | (event.style === 2 ? FLOW : 0), start, start);
		if (event.anchorStart !== ABSENT || event.tagStart !== ABSENT) this.#properties(node, event);
		this.#lastEnd = start;
		this.#open.push(node);
	}
	#close() {
		const at = (this.#open.pop() ?? 0) * 4;
		const opener = this.#origin.source[this.#nodes[at + 1] ?? 0];
		if (((this.#nodes[at] ?? 0) & 1024) !== 0 && (opener === "[" || opener === "{")) this.#lastEnd = this.#closingBracket();
		this.#nodes[at + 2] = this.#lastEnd;
		this.#nodes[at + 3] = this.#size;
	}
	#closingBracket() {
		const closing = /(?:[\s,[{]|#[^\n]*\n)*[\]}]/y;
		closing.lastIndex = this.#lastEnd;
		return closing.test(this.#origin.source) ? closing.lastIndex : this.#lastEnd;
	}
	#properties(node, event) {
		const { source, base } = this.#origin;
		if (event.anchorStart !== ABSENT) this.#anchors.set(source.slice(event.anchorStart + base, event.anchorEnd + base), node);
		if (event.tagStart === ABSENT) return;
		this.#tags.set(node, source.slice(event.tagStart + base, event.tagEnd + base));
		this.#nodes[node * 4] = (this.#nodes[node * 4] ?? 0) | 512;
	}
};
function explainAlias(name, holdsItself) {
	if (holdsItself) return {
		cause: `alias "*${name}" stands within its own anchor`,
		help: "write the value out"
	};
	if (/^[./:]/.test(name)) return {
		cause: `the unquoted "*" makes an alias of "*${name}"`,
		help: "put the value in quotes"
	};
	return {
		cause: `alias "*${name}" names no anchor of this document`,
		help: `define "&${name}" before it, or put the value in quotes`
	};
}
/** The documents that js-yaml finds in `text`. Throws its YAMLException. */
function composeDocuments(text, origin) {
	const events = parseEvents(text, { maxDepth: 500 });
	const nodes = new Int32Array(events.length * 4);
	const documents = [];
	for (let at = 0; at < events.length;) {
		const composer = new Composer(origin, nodes);
		at = composer.compose(events, at + 1);
		documents.push(composer.result);
	}
	return documents;
}
// src/core/yaml/enclosure.ts
const BLOCK_HEADER = /[|>](?:[-+]?[1-9]?|[1-9][-+])[ \t]*(?:#[^\n]*|\r?)(?=\n|$)/y;
const PROPERTY = /[&!][^\s,[\]{}]*[ \t]+/y;
const INDICATOR = /[-?:](?=[ \t\r\n]|$)[ \t]*/y;
const CLOSERS = /* @__PURE__ */ new Map([["[", "]"], ["{", "}"]]);
function quoteEnd(text, start) {
	const quote = text[start];
	for (let at = start + 1; at < text.length; at++) {
		const char = text[at];
		if (char === "\\" && quote === "\"") at++;
		else if (char === quote) {
			if (quote === "\"" || text[at + 1] !== "'") return at + 1;
			at++;
		}
	}
}
const lineEnd = (text, at) => {
	const end = text.indexOf("\n", at);
	return end === -1 ? text.length : end;
};
function quoted(text, start, char) {
	const end = quoteEnd(text, start);
	return {
		start,
		end: end ?? text.length,
		char,
		isClosed: end !== void 0,
		open: void 0,
		mismatch: void 0
	};
}
/** Whether a `#` after this character opens a comment for kubectl, which wants no blank after a quote or bracket. */
function opensComment(before) {
	return before === void 0 || /[\s"'[\]{},]/.test(before);
}
/** End of a quote or comment within brackets that begins at `at`; undefined for other text, and for a quote that nothing closes. */
function passage(text, at, before) {
	const char = text[at];
	if ((char === "\"" || char === "'") && /^[[{,:]?$/.test(before)) return quoteEnd(text, at) ?? Number.POSITIVE_INFINITY;
	return char === "#" && opensComment(text[at - 1]) ? lineEnd(text, at) : void 0;
}
function flow(text, start, char) {
	const openers = [];
	let before = "";
	for (let at = start; at < text.length; at++) {
		const current = text[at] ?? "";
		const end = passage(text, at, before);
		if (end === Number.POSITIVE_INFINITY) return {
			start,
			end: text.length,
			char,
			isClosed: false,
			open: at,
			mismatch: void 0
		};
		if (end !== void 0) at = end - 1;
		else if (current === "[" || current === "{") openers.push(at);
		else if (current === "]" || current === "}") {
			const opener = openers.pop() ?? start;
			if (CLOSERS.get(text[opener] ?? "") !== current) return {
				start,
				end: at,
				char,
				isClosed: false,
				open: opener,
				mismatch: at
			};
			if (openers.length === 0) return {
				start,
				end: at + 1,
				char,
				isClosed: true,
				open: void 0,
				mismatch: void 0
			};
		}
		if (!/\s/.test(current)) before = current;
	}
	return {
		start,
		end: text.length,
		char,
		isClosed: false,
		open: openers.at(-1) ?? start,
		mismatch: void 0
	};
}
/** Reads the lines of a document as far as it takes to tell quotes, brackets and block scalars from plain text. */
var Outliner = class {
	enclosures = [];
	blocks = [];
	#text;
	#at = 0;
	#lineStart = 0;
	/** Column of the key or dash that the next value belongs to. */
	#owner = -1;
	/** Column of the owner of a plain value that may go on in the next lines. */
	#plainOwner;
	constructor(text) {
		this.#text = text;
	}
	read() {
		if (this.#text.startsWith("---")) this.#at = 3;
		while (this.#at < this.#text.length) this.#line();
	}
	#skip(pattern) {
		pattern.lastIndex = this.#at;
		if (!pattern.test(this.#text)) return false;
		this.#at = pattern.lastIndex;
		return true;
	}
	#line() {
		this.#skip(/[ \t]*/y);
		const column = this.#at - this.#lineStart;
		const end = lineEnd(this.#text, this.#at);
		const isBlank = /^\s*(?:#|$)/.test(this.#text.slice(this.#at, end));
		const continues = this.#plainOwner !== void 0 && column > this.#plainOwner && !/:(?:\s|$)/.test(this.#text.slice(this.#at, end));
		if (isBlank || continues) this.#at = end;
		else {
			this.#plainOwner = void 0;
			this.#owner = -1;
			while (this.#node());
			this.#at = lineEnd(this.#text, this.#at);
		}
		this.#newLine();
	}
	#newLine() {
		this.#at++;
		this.#lineStart = this.#at;
	}
	/** One indicator, key or value of a line; false when the rest of the line says nothing more. */
	#node() {
		const column = this.#at - this.#lineStart;
		const char = this.#text[this.#at];
		if (this.#skip(INDICATOR)) {
			if (char === "-") this.#owner = column;
			return true;
		}
		if (this.#skip(PROPERTY)) return true;
		if (char === "\"" || char === "'") return this.#enclosure(quoted(this.#text, this.#at, char), column);
		if (char === "[" || char === "{") return this.#enclosure(flow(this.#text, this.#at, char), column);
		if (char === "|" || char === ">") return this.#block();
		return char !== void 0 && char !== "#" && char !== "\n" && char !== "\r" && this.#plain(column);
	}
	#enclosure(found, column) {
		this.enclosures.push(found);
		this.#at = found.end;
		this.#lineStart = this.#text.lastIndexOf("\n", this.#at - 1) + 1;
		if (!found.isClosed) return false;
		this.#skip(/[ \t]*/y);
		if (!/:(?:\s|$)/y.test(this.#text.slice(this.#at, this.#at + 2))) return false;
		this.#owner = column;
		return true;
	}
	#block() {
		const header = this.#at;
		if (!this.#skip(BLOCK_HEADER)) return false;
		const start = this.#at + 1;
		let indent;
		for (this.#newLine(); this.#at < this.#text.length; this.#newLine()) {
			const end = lineEnd(this.#text, this.#at);
			const line = this.#text.slice(this.#at, end);
			const spaces = /^ */.exec(line)?.[0].length ?? 0;
			if (line.trim() !== "" && spaces < (indent ?? this.#owner + 1)) break;
			if (line.trim() !== "") indent ??= spaces;
			this.#at = end;
		}
		this.blocks.push({
			header,
			start,
			end: Math.min(this.#at, this.#text.length),
			indent: indent ?? this.#owner + 1
		});
		this.#at--;
		return false;
	}
	#plain(column) {
		const end = lineEnd(this.#text, this.#at);
		const line = this.#text.slice(this.#at, end);
		const key = /:(?=[ \t\r]|$)/.exec(line);
		const comment = /[ \t]#/.exec(line);
		if (!key || comment && comment.index < key.index) {
			this.#plainOwner = this.#owner;
			return false;
		}
		this.#owner = column;
		this.#at += key.index;
		return true;
	}
};
/** Quotes, brackets and block scalars of a document, for those who repair it or say what is wrong with it. */
function outlineDocument(text) {
	const outliner = new Outliner(text);
	outliner.read();
	return {
		enclosures: outliner.enclosures,
		blocks: outliner.blocks
	};
}
// src/core/yaml/explain/failure.ts
function failureOf(text, position, reason, read) {
	return {
		text,
		at: Math.min(position, text.length),
		reason,
		outline: outlineDocument(text),
		read
	};
}
function lineAt(text, offset) {
	const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
	const newline = text.indexOf("\n", offset);
	const end = newline === -1 ? text.length : newline;
	const line = text.slice(start, end);
	const indent = /^ */.exec(line)?.[0].length ?? 0;
	return {
		start,
		end,
		indent,
		content: line.slice(indent).replace(/(?:^|[ \t])#[^]*$/, "").trimEnd()
	};
}
/** The nearest line above that holds more than blanks and comments. */
function lineAbove(text, line) {
	for (let above = line; above.start > 0;) {
		above = lineAt(text, above.start - 1);
		if (above.content !== "" && above.content !== "---") return above;
	}
}
/** The line that the parser stopped at; at the end of the text, the last one that holds something. */
function failedLine({ text, at }) {
	const line = lineAt(text, at);
	return line.content === "" ? lineAbove(text, line) ?? line : line;
}
/** The content of a line after its dashes, with its column. */
function afterDashes(line) {
	const dashes = /^(?:-[ \t]+)*/.exec(line.content)?.[0].length ?? 0;
	return {
		content: line.content.slice(dashes),
		column: line.indent + dashes
	};
}
/** The span of the line's content without dashes. */
function contentSpan(line) {
	const { content, column } = afterDashes(line);
	return {
		start: line.start + column,
		end: line.start + column + content.length
	};
}
/** Whether the content of a line begins an entry of a mapping. */
function isEntry(content) {
	return /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s'"#[{][^#]*?)\s*:(?:\s|$)/.test(content);
}
/** Whether a line lies in quotes, brackets or block text, where indentation and colons mean nothing. */
function isEnclosed({ outline }, line) {
	return outline.enclosures.some(({ start, end, isClosed }) => isClosed && start < line.start && line.start < end) || outline.blocks.some(({ start, end }) => start <= line.start && line.start < end);
}
/** The advice to begin a line at one of these columns, counted from 0. */
function indentWith(columns) {
	const [only] = columns;
	if (columns.length === 1 && only === 0) return "begin it at the start of the line";
	return `indent it with ${columns.join(" or ")} ${columns.length === 1 && only === 1 ? "space" : "spaces"}`;
}
// src/core/yaml/explain/enclosures.ts
const isQuote = (char) => char === "\"" || char === "'";
function neverClosed(text, { open, start, mismatch }) {
	const at = open ?? start;
	const span = {
		start: at,
		end: at + 1
	};
	if (isQuote(text[at])) return {
		cause: "the quote that opens here is never closed",
		help: "close the quote at the end of the value",
		span
	};
	const closer = text[at] === "[" ? "]" : "}";
	const cause = `the "${text[at] ?? ""}" that opens here is never closed`;
	if (mismatch === void 0) return {
		cause,
		help: `close it with "${closer}"`,
		span
	};
	const note = `"${text[mismatch] ?? ""}" stands where "${closer}" is wanted`;
	return {
		cause,
		help: `close it with "${closer}"`,
		span,
		related: {
			span: {
				start: mismatch,
				end: mismatch + 1
			},
			note
		}
	};
}
/** Quoted text over several lines that has entries of a mapping in it: the quote was meant to end on its first line. */
function isRunaway(text, { start, end, char }) {
	return isQuote(char) && /\n[ \t]*(?:#[ \t]*)?(?:- )*[A-Za-z_][\w./-]*:(?:\s|$)/.test(text.slice(start, end));
}
/** A quote or bracket that nothing closes, or that closes only with the next one of its kind. */
function explainUnclosed({ text, at, outline }) {
	const failedEnd = lineAt(text, at).end;
	for (const enclosure of outline.enclosures) {
		if (enclosure.start > failedEnd) break;
		if (!enclosure.isClosed && (enclosure.open ?? enclosure.start) <= failedEnd) return neverClosed(text, enclosure);
		if (at >= enclosure.start && at <= lineAt(text, enclosure.end).end && isRunaway(text, enclosure)) return neverClosed(text, {
			...enclosure,
			open: void 0
		});
	}
}
const APOSTROPHE = "write the quote within the value twice, or use double quotes";
/** Whether a quote closes right before `at` because it was meant as an apostrophe. */
function closesTooEarly(text, at) {
	return text[at - 1] === "'" && /\w/.test(text[at - 2] ?? "") && /\w/.test(text[at] ?? "");
}
/** Text behind a closing quote or bracket: `'it's'`, `{PREFIX}.16`. */
function explainTrailingText({ text, at, outline }) {
	const line = lineAt(text, at);
	const before = outline.enclosures.find(({ end, isClosed }) => isClosed && end <= at && end >= line.start && text.slice(end, at).trim() === "");
	if (!before || /^[:\s]?$/.test(text.slice(at, at + 1))) return void 0;
	const span = {
		start: at,
		end: Math.max(line.start + line.indent + line.content.length, at + 1)
	};
	if (!isQuote(before.char)) return {
		cause: `text follows the closing "${text[before.end - 1] ?? ""}"`,
		help: "put the whole value in quotes",
		span
	};
	return {
		cause: "text follows the closing quote",
		help: closesTooEarly(text, at) ? APOSTROPHE : "put the whole value in one pair of quotes",
		span
	};
}
/** A wrong escape in double quotes. */
function explainEscape({ text, at, reason }) {
	if (reason !== "unknown escape sequence" && reason !== "expected hexadecimal character") return void 0;
	const start = text.lastIndexOf("\\", at);
	const escape = text.slice(start, Math.max(at, start + 2));
	return {
		cause: `"${escape}" is no escape that YAML knows`,
		help: "write the backslash twice, or use single quotes",
		span: {
			start,
			end: start + escape.length
		}
	};
}
/** Commas between the entries of a flow collection. */
function explainComma({ text, at, reason }) {
	const here = {
		start: at,
		end: at + 1
	};
	if (reason.startsWith("expected the node content")) return {
		cause: "a comma stands where a value is wanted",
		help: "delete the comma, or write the value",
		span: here
	};
	if (!reason.startsWith("missed comma")) return void 0;
	if (closesTooEarly(text, at)) return {
		cause: "text follows the closing quote",
		help: APOSTROPHE,
		span: here
	};
	const line = lineAt(text, at);
	if ((text.slice(line.start, at).trim() === "" || text[at] === ":" && !/[,{[]/.test(text.slice(line.start, at).trim())) && line.start > 0) {
		const above = text.slice(0, line.start).trimEnd().length;
		return {
			cause: "a comma is missing at the end of this line",
			help: "put a comma after the value",
			span: {
				start: above,
				end: above + 1
			}
		};
	}
	const key = text[at] === ":" ? /(?:"[^"\n]*"|'[^'\n]*')[ \t]*$/.exec(text.slice(line.start, at)) : null;
	if (key) return {
		cause: "a comma is missing before this entry",
		help: "put a comma between the two entries",
		span: {
			start: line.start + key.index,
			end: at
		}
	};
	if (text[at] === ":") return {
		cause: "the unquoted value holds a colon",
		help: "put the value in quotes",
		span: here
	};
	return {
		cause: "a comma is missing before this entry",
		help: "put a comma between the two entries",
		span: here
	};
}
// src/core/text/edit.ts
/** Applies edits that do not overlap. */
function applyEdits(text, edits) {
	let result = "";
	let at = 0;
	for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
		result += text.slice(at, span.start) + newText;
		at = span.end;
	}
	return result + text.slice(at);
}
// src/core/yaml/explain/indentation.ts
/** Columns that a line may begin at: those of the lines above it which are not closed yet. */
function openColumns(failure, line) {
	const columns = [];
	let limit = Number.POSITIVE_INFINITY;
	for (let above = lineAbove(failure.text, line); above && limit > 0; above = lineAbove(failure.text, above)) {
		if (isEnclosed(failure, above)) continue;
		const { column } = afterDashes(above);
		if (column < limit && column !== above.indent) columns.push(column);
		if (above.indent >= limit) continue;
		columns.push(above.indent);
		limit = above.indent;
	}
	return columns.sort((a, b) => a - b);
}
/** The line above at the same column, in the same collection. */
function sibling(failure, line) {
	let above = lineAbove(failure.text, line);
	while (above && (above.indent > line.indent || isEnclosed(failure, above))) above = lineAbove(failure.text, above);
	return above?.indent === line.indent ? above : void 0;
}
/** List items among keys, or keys among list items. */
function explainMixture(failure) {
	const line = lineAt(failure.text, failure.at);
	const other = sibling(failure, line);
	if (!other || line.content === "" || failure.at !== line.start + line.indent) return void 0;
	const [isItem, wasItem] = [/^-(?:\s|$)/.test(line.content), /^-(?:\s|$)/.test(other.content)];
	if (isItem === wasItem || !isEntry(isItem ? other.content : line.content)) return void 0;
	const span = {
		start: line.start + line.indent,
		end: line.start + line.indent + line.content.length
	};
	const related = {
		span: contentSpan(other),
		note: wasItem ? "the list item is here" : "the key is here"
	};
	if (isItem) return {
		cause: "a list item stands among keys",
		help: "indent the list below the key that it belongs to",
		span,
		related
	};
	return {
		cause: "a key stands among list items",
		help: "indent the key by 2 more spaces if it belongs to the item above it",
		span,
		related
	};
}
/** A dash that touches its entry makes a key of both: `-name: web`. */
function explainDash$1(failure) {
	const failed = failedLine(failure);
	for (const line of [failed, lineAbove(failure.text, failed)]) {
		if (!line || !/^-[A-Za-z_][\w./-]*:(?:\s|$)/.test(line.content) || isEnclosed(failure, line)) continue;
		const start = line.start + line.indent;
		const edits = [{
			span: {
				start: start + 1,
				end: start + 1
			},
			newText: " "
		}];
		const isRepaired = failure.read(applyEdits(failure.text, edits)) !== void 0;
		return {
			cause: "a space is missing after the dash",
			help: "put a space after the dash",
			span: {
				start,
				end: start + 1
			},
			...isRepaired && { edits }
		};
	}
}
/** How many columns most lines are indented below the key that holds them. */
function usualStep(text) {
	const counts = /* @__PURE__ */ new Map();
	for (const [, outer = "", inner = ""] of text.matchAll(/^( *)[^\s#-][^\n]*:[ \t]*\r?\n(?=( +)[^\s#-])/gm)) {
		const step = inner.length - outer.length;
		if (step > 0) counts.set(step, (counts.get(step) ?? 0) + 1);
	}
	let usual = 0;
	for (const [step, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = step;
	return usual;
}
/** The first line of a mapping whose indentation is unusual where that of the failed line, its second, is as usual. */
function oddFirstLine(failure, failed) {
	const first = lineAbove(failure.text, failed);
	const owner = first && lineAbove(failure.text, first);
	if (!first || !owner?.content.endsWith(":") || first.content.startsWith("-") || failed.content.startsWith("-")) return void 0;
	const usual = afterDashes(owner).column + usualStep(failure.text);
	return failed.indent === usual && first.indent > afterDashes(owner).column && first.indent !== usual ? first : void 0;
}
/** A line whose indentation fits none of the lines above it, or that is indented below an entry with a value. */
function explainIndentation(failure) {
	const line = failedLine(failure);
	const above = lineAbove(failure.text, line);
	if (!above || !(isEntry(afterDashes(line).content) || line.content.startsWith("-"))) return void 0;
	const odd = oddFirstLine(failure, line);
	if (odd) return {
		cause: `this line is indented by ${odd.indent}, and the next one of its mapping by ${line.indent}`,
		help: indentWith([line.indent]),
		span: contentSpan(odd)
	};
	const { content, column } = afterDashes(above);
	const span = {
		start: line.start + line.indent,
		end: contentSpan(line).end
	};
	const value = /^([^\s'"#[{][^#]*?):\s+\S/.exec(content);
	if (line.indent > column && value) return {
		cause: `this line is indented deeper than "${value[1] ?? ""}" above it, which has a value`,
		help: indentWith([column]),
		span
	};
	const columns = openColumns(failure, line);
	if (columns.includes(line.indent)) return void 0;
	const near = [columns.filter((open) => open < line.indent).at(-1), columns.find((open) => open > line.indent)].filter((open) => open !== void 0);
	return {
		cause: `the indentation of this line (${line.indent}) fits no line above it`,
		help: indentWith(near),
		span
	};
}
// src/core/yaml/explain/lines.ts
/** `name web`, `args ["a", "b"]`, `text |`: a key and one value. */
const ENTRY_WITHOUT_COLON = /^([A-Za-z_][\w./-]*)(?:\s+(?:\S+|[[{"'].*))?$/;
/** A line of text that is neither an entry nor a list item with one, and stands by itself. */
function isLoose(failure, line) {
	const { content } = afterDashes(line);
	return content !== "" && !isEntry(content) && !/^["'[{|>#&*!@`%]/.test(content) && !content.endsWith(":") && !isEnclosed(failure, line);
}
/** The first of the loose lines that end at the failed one, or of those right above it. A list item only counts where no key stands above. */
function looseLine(failure) {
	const failed = failedLine(failure);
	let culprit = isLoose(failure, failed) ? failed : void 0;
	let item;
	for (let above = lineAbove(failure.text, failed); above && isLoose(failure, above); above = lineAbove(failure.text, above)) {
		const { column } = afterDashes(above);
		const isItem = above.content.startsWith("-");
		if (isItem && culprit) break;
		if ((failed.content.startsWith("-") ? above.indent : column) > failed.indent) continue;
		const before = lineAbove(failure.text, above);
		if (before && afterDashes(before).column < column && !before.content.endsWith(":") && !isLoose(failure, before)) break;
		if (isItem) item ??= above;
		else culprit = above;
	}
	return culprit ?? item;
}
function explainBlockText(failure, line) {
	const span = contentSpan(line);
	const block = failure.outline.blocks.find(({ start, end }) => end === line.start || start === line.start && end <= start);
	if (!block) return void 0;
	return {
		cause: block.end > block.start ? "this line is indented less than the block of text above it" : "the block of text that begins above is not indented",
		help: "indent the text deeper than its key",
		span
	};
}
function missingSpace(failure, line) {
	const { content, column } = afterDashes(line);
	const [, key] = /^([A-Za-z_][\w./-]*):(?!\/\/)[^\s:]/.exec(content) ?? [];
	if (key === void 0) return void 0;
	const start = line.start + column;
	const at = start + key.length + 1;
	const edits = [{
		span: {
			start: at,
			end: at
		},
		newText: " "
	}];
	const isRepaired = failure.read(applyEdits(failure.text, edits)) !== void 0;
	return {
		cause: `a space is missing after the colon of "${key}"`,
		help: "put a space after the colon",
		span: {
			start,
			end: at
		},
		...isRepaired && { edits }
	};
}
/** A line without key: a forgotten colon, a forgotten space behind it, or text that left its block. */
function explainMissingColon(failure) {
	const line = looseLine(failure);
	if (!line) return void 0;
	const known = explainBlockText(failure, line) ?? missingSpace(failure, line);
	if (known) return known;
	const span = contentSpan(line);
	const [, word] = ENTRY_WITHOUT_COLON.exec(afterDashes(line).content) ?? [];
	if (word !== void 0) return {
		cause: `a colon is missing after "${word}"`,
		help: "put a colon after the key",
		span: {
			start: span.start,
			end: span.start + word.length
		}
	};
	return {
		cause: "this line has no key",
		help: "write \"key: value\", or indent the line if it goes on with the value above",
		span
	};
}
// src/core/yaml/explain/tabs.ts
const TAB_INDENT = /^ *\t[ \t]*/;
const DEFAULT_UNIT = 2;
function linesOf(text) {
	const lines = [];
	for (let at = 0; at <= text.length;) {
		const line = lineAt(text, at);
		lines.push(line);
		at = line.end + 1;
	}
	return lines;
}
/** Quotes and brackets may hold tabs anywhere, block text behind its own indentation. */
function mayHoldTab({ outline }, line) {
	const tab = line.start + line.indent;
	return outline.enclosures.some(({ start, end, isClosed }) => isClosed && start < line.start && line.start < end) || outline.blocks.some(({ start, end, indent }) => start <= tab && tab < end && line.indent >= indent);
}
function tabLines$1(failure) {
	const { text } = failure;
	return linesOf(text).filter((line) => text[line.start + line.indent] === "	" && !mayHoldTab(failure, line));
}
/** The smallest indentation of the lines without tabs: what one tab most likely stands for. */
function indentUnit(text) {
	const indents = Array.from(text.matchAll(/^( +)[^\s#]/gm), (match) => match[1]?.length ?? 0);
	return indents.length === 0 ? DEFAULT_UNIT : indents.reduce((least, indent) => Math.min(least, indent));
}
/** Column after blanks whose tabs reach to multiples of `stop`, or count for `stop` columns each. */
function columnAfter(blanks, stop, counts) {
	let column = 0;
	for (const blank of blanks) if (blank !== "	") column++;
	else column += counts ? stop : stop - column % stop;
	return column;
}
function indentEdit(text, line, width) {
	const blanks = TAB_INDENT.exec(text.slice(line.start, line.end))?.[0] ?? "";
	return {
		span: {
			start: line.start,
			end: line.start + blanks.length
		},
		newText: " ".repeat(width(blanks))
	};
}
/**
* The ways to read tabs in an indentation, the likeliest first: so many columns each, up to the next stop, or nothing at all
* where spaces stand beside each of them.
*/
function readings(text, lines) {
	const isBesideSpaces = lines.every(({ start, end }) => TAB_INDENT.exec(text.slice(start, end))?.[0].includes(" "));
	const unit = indentUnit(text);
	return [
		(blanks) => columnAfter(blanks, unit, true),
		...[
			2,
			4,
			8
		].map((stop) => (blanks) => columnAfter(blanks, stop, false)),
		...isBesideSpaces ? [(blanks) => columnAfter(blanks, 0, true)] : []
	];
}
/** Spaces for all tabs of the document, if all readings that give a document again give the same one. */
function repair({ text, read }, lines) {
	let first;
	let meaning;
	for (const width of readings(text, lines)) {
		const edits = lines.map((line) => indentEdit(text, line, width));
		const value = read(applyEdits(text, edits));
		if (value === void 0) continue;
		if (first && value !== meaning) return void 0;
		first ??= edits;
		meaning = value;
	}
	return first;
}
/** A tab between a dash and the entry behind it: `-<tab>name: web`. */
function explainDash(failure) {
	const line = lineAt(failure.text, failure.at);
	const dash = /^ *(?:- +)*[-?:] *\t[ \t]*(?=[^\s#])/.exec(failure.text.slice(line.start, line.end));
	if (!dash) return void 0;
	const end = line.start + dash[0].length;
	const start = end - (/[ \t]+$/.exec(dash[0])?.[0].length ?? 0);
	const edits = [{
		span: {
			start,
			end
		},
		newText: " "
	}];
	if (failure.read(applyEdits(failure.text, edits)) === void 0) return void 0;
	const tab = failure.text.indexOf("	", start);
	return {
		kind: "tab-indentation",
		cause: "a tab separates the dash from its entry",
		help: "put one space after the dash",
		span: {
			start: tab,
			end: tab + 1
		},
		edits
	};
}
/** A tab in the indentation, which YAML forbids. */
function explainTab(failure) {
	const lines = tabLines$1(failure);
	const failed = lineAt(failure.text, failure.at);
	const first = lines.find((line) => line.start <= failed.start);
	if (!first) return explainDash(failure);
	const tab = first.start + first.indent;
	const edits = repair(failure, lines);
	const spaces = edits?.find((edit) => edit.span.start === first.start)?.newText.length;
	return {
		kind: "tab-indentation",
		cause: "a tab indents this line",
		help: spaces === void 0 ? "indent it with spaces" : indentWith([spaces]),
		span: {
			start: tab,
			end: tab + 1
		},
		...edits && { edits }
	};
}
// src/core/yaml/explain/values.ts
const QUOTE_IT = "put the value in quotes";
/** Where the value of the failed line's entry begins: after the first colon, or after the dashes. */
function valueStart(failure) {
	const line = lineAt(failure.text, failure.at);
	const { content, column } = afterDashes(line);
	const key = /^[^\s#'"[\]{}*&!@`%,|>][^#]*?:[ \t]+(?=\S)/.exec(content)?.[0].length ?? 0;
	return {
		start: line.start + column + key,
		end: line.start + line.indent + line.content.length
	};
}
const STARTS = [
	[/^-(?=[ \t])/, () => ["a list item stands on the line of its key", "begin a new line before the \"-\""]],
	[/^[@`%,]|^\?(?=[ \t])/, (char) => [`an unquoted value starts with "${char}"`, QUOTE_IT]],
	[/^[\]}]/, (char) => [`nothing opens the "${char}" that closes here`, `delete it, or ${QUOTE_IT}`]],
	[/^[*&!]/, (char) => [`an unquoted value starts with "${char}"`, QUOTE_IT]],
	[/^[|>]/, (char) => [`text follows the "${char}" that opens a block of text`, `begin the text on the next line, or ${QUOTE_IT}`]]
];
/** A plain value that begins with a character which YAML keeps for itself. */
function explainValueStart(failure) {
	const { start, end } = valueStart(failure);
	if (failure.at < start || start >= end) return void 0;
	const value = failure.text.slice(start, end);
	for (const [pattern, explain] of STARTS) {
		const found = pattern.exec(value)?.[0];
		if (found === void 0) continue;
		if (failure.outline.blocks.some(({ header }) => header === start)) continue;
		const [cause, help] = explain(found);
		return {
			cause,
			help,
			span: {
				start,
				end
			}
		};
	}
}
/** The same in brackets, where the parser stops at the character itself. */
function explainFlowStart({ text, at, outline }) {
	const char = text[at] ?? "";
	if (!outline.enclosures.some(({ start, end, char: opener }) => (opener === "[" || opener === "{") && start < at && at < end) || !/[@`%*&!|>]/.test(char)) return void 0;
	return {
		cause: `an unquoted value starts with "${char}"`,
		help: QUOTE_IT,
		span: {
			start: at,
			end: at + 1
		}
	};
}
/** A second colon in an unquoted value: `title: Web: the shop`. */
function explainColonInValue(failure) {
	const { text, at } = failure;
	const { start, end } = valueStart(failure);
	if (text[at] !== ":" || start >= at || start === lineAt(text, at).start + afterDashes(failedLine(failure)).column) return void 0;
	return {
		cause: at + 1 >= end ? "the unquoted value ends with a colon" : "the unquoted value holds a colon followed by a blank",
		help: QUOTE_IT,
		span: {
			start,
			end
		}
	};
}
// src/core/yaml/explain/explain.ts
/** What the parser itself says with certainty. */
function explainText({ text, at, reason }) {
	const span = {
		start: at,
		end: at + 1
	};
	if (reason.startsWith("null byte")) return {
		cause: "a NUL byte stands here",
		help: "save the file as text, or leave it out",
		span
	};
	if (reason.startsWith("nesting exceeded")) return {
		cause: `the value is nested deeper than 500 levels`,
		help: "flatten the value",
		span
	};
	if (!reason.includes("non-printable") && reason !== "expected valid JSON character") return void 0;
	return {
		cause: `the control character U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, "0")} stands here`,
		help: "delete it, or write it as an escape in double quotes",
		span
	};
}
/** Lines that a merge of two branches left behind. */
function explainConflict({ text, at }) {
	const conflict = /^(?:<{7}|={7}|>{7})(?: .*)?$/m.exec(text);
	if (!conflict || conflict.index > at) return void 0;
	return {
		cause: "a conflict of two branches is not resolved here",
		help: "resolve the conflict and delete its markers",
		span: {
			start: conflict.index,
			end: conflict.index + conflict[0].length
		}
	};
}
/** From the most certain to the vaguest: the first that knows the cause gives it. */
const EXPLAINERS = [
	explainText,
	explainConflict,
	explainTab,
	explainEscape,
	explainUnclosed,
	explainTrailingText,
	explainFlowStart,
	explainComma,
	explainValueStart,
	explainColonInValue,
	explainDash$1,
	explainMixture,
	explainMissingColon,
	explainIndentation
];
/** Why a document does not parse, in words that name the true cause. */
function explainFailure(failure, ask) {
	for (const explain of EXPLAINERS) {
		const found = explain(failure);
		if (found) return found;
	}
	const help = "correct the form of this line";
	const opinion = ask?.(failure.text);
	if (opinion) return {
		cause: opinion.cause,
		help,
		span: {
			start: opinion.at,
			end: opinion.at + 1
		}
	};
	return {
		cause: "this line does not have the form of YAML",
		help,
		span: contentSpan(failedLine(failure))
	};
}
// src/core/yaml/missing-marker.ts
const MARKS = /* @__PURE__ */ new Set(["apiVersion", "kind"]);
/**
* Two objects without `---` between them make a key of each field stand twice. That is one mistake: it replaces the
* duplicates of the root where apiVersion or kind is among them.
*/
function foldMissingMarker(tree, problems) {
	if (!problems.some(({ kind }) => kind === "duplicate-key") || tree.kind(0) !== NodeKind.mapping || tree.isFlow(0)) return problems;
	const keys = new Map(ownEntries(tree, 0).map(({ key }) => [tree.start(key), keyText(tree, key)]));
	const duplicates = problems.filter(({ kind, span }) => kind === "duplicate-key" && keys.has(span.start));
	const [first] = duplicates;
	if (!first || !duplicates.some(({ span }) => MARKS.has(keys.get(span.start) ?? ""))) return problems;
	const name = keys.get(first.span.start) ?? "";
	const at = first.span.start;
	const folded = {
		kind: "missing-marker",
		cause: `"${name}" stands twice: "---" is missing between two objects`,
		help: "put a line with \"---\" between the two objects",
		span: first.span,
		...first.related && { related: {
			...first.related,
			note: "the object above begins here"
		} },
		fatal: false,
		edits: [{
			span: {
				start: at,
				end: at
			},
			newText: "---\n"
		}]
	};
	return [...problems.filter(({ kind, span }) => kind !== "duplicate-key" || !keys.has(span.start)), folded];
}
// src/core/yaml/relax.ts
const blank = (text) => text.replaceAll(/[^\r\n]/g, " ");
const flatten = (text) => text.replaceAll(/[\r\n\t]/g, " ");
/** Comments within a flow collection; quotes are left alone. */
function withoutComments(text) {
	return text.replaceAll(/"(?:[^"\\]|\\[^])*"|'[^']*'|(?<=[\s,[\]{}"'])#[^\n]*/g, (found) => found.startsWith("#") ? blank(found) : found);
}
/**
* The same document in a form that the parser takes, of the same length, where kubectl is more liberal than YAML 1.2:
* the further lines of quotes and brackets may have any indentation, and a comment may touch a closing quote or bracket.
* Undefined where nothing of that kind is found.
*/
function relaxDocument(text) {
	let relaxed = "";
	let at = 0;
	for (const { start, end, char, isClosed } of outlineDocument(text).enclosures) {
		if (!isClosed || start < at) continue;
		const inner = text.slice(start, end);
		relaxed += text.slice(at, start) + flatten(char === "[" || char === "{" ? withoutComments(inner) : inner);
		at = end;
		const comment = /#[^\n]*/y;
		comment.lastIndex = end;
		const found = comment.exec(text);
		if (!found) continue;
		relaxed += blank(found[0]);
		at += found[0].length;
	}
	relaxed += text.slice(at);
	return relaxed === text ? void 0 : relaxed;
}
// src/core/yaml/split.ts
const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;
function isMarker(text, at) {
	if (!text.startsWith("---", at)) return false;
	const after = text.charCodeAt(at + 3);
	return Number.isNaN(after) || after === NEWLINE || after === CARRIAGE_RETURN || after === SPACE || after === TAB;
}
/** Start of the next marker line from `from` on, which is the start of a line. */
function nextMarker(text, from) {
	if (isMarker(text, from)) return from;
	for (let at = text.indexOf("\n---", Math.max(0, from - 1)); at !== -1; at = text.indexOf("\n---", at + 1)) if (isMarker(text, at + 1)) return at + 1;
}
/** Blank lines, comments and directives before the first marker belong to the document that follows. */
function isPreamble(text, end) {
	for (let at = text.startsWith("﻿") ? 1 : 0; at < end;) {
		const lineEnd = text.indexOf("\n", at);
		if (!/^[ \t\r]*(?:[#%]|$)/.test(text.slice(at, lineEnd))) return false;
		at = lineEnd + 1;
	}
	return true;
}
/**
* Spans of the documents of a YAML stream. Split by lines before parsing, as kubectl does it, so that one broken document
* does not hide its neighbours. The marker line itself belongs to the document after it, so that `--- {kind: X}` is kept.
*/
function splitDocuments(text) {
	const spans = [];
	let start = 0;
	for (let marker = nextMarker(text, 0); marker !== void 0; marker = nextMarker(text, marker + 3)) {
		if (marker === start || start === 0 && isPreamble(text, marker)) continue;
		spans.push({
			start,
			end: marker
		});
		start = marker;
	}
	spans.push({
		start,
		end: text.length
	});
	return spans;
}
/** End of the JSON value that opens at `start`; undefined where nothing closes it. */
function jsonValueEnd(text, start, end) {
	const token = /"(?:[^"\\]|\\[^])*"|[[\]{}]/g;
	token.lastIndex = start;
	let depth = 0;
	for (let found = token.exec(text); found && found.index < end; found = token.exec(text)) {
		if (found[0] === "{" || found[0] === "[") depth++;
		else if (found[0] === "}" || found[0] === "]") depth--;
		if (depth === 0) return token.lastIndex;
	}
}
/** Start of the JSON object that a document holds in place of YAML (kubectl looks at its first character); undefined for YAML. */
function jsonStart(text, span) {
	const blank = /[\s\uFEFF]*/y;
	blank.lastIndex = span.start;
	blank.exec(text);
	return blank.lastIndex < span.end && text[blank.lastIndex] === "{" ? blank.lastIndex : void 0;
}
/** Spans of the objects of a JSON stream (`{}{}`); undefined for what is no stream of two or more. */
function splitJsonStream(text, span) {
	const spans = [];
	let rest = span;
	for (let start = jsonStart(text, rest); start !== void 0; start = jsonStart(text, rest)) {
		const end = jsonValueEnd(text, start, span.end);
		if (end === void 0) return void 0;
		spans.push({
			start: rest.start,
			end
		});
		rest = {
			start: end,
			end: span.end
		};
	}
	return spans.length > 1 && text.slice(rest.start, rest.end).trim() === "" ? spans : void 0;
}
// src/core/yaml/parse-piece.ts
function compose(text, source, base, isRelaxed) {
	try {
		return { composed: composeDocuments(text, {
			source,
			base,
			isRelaxed
		}) };
	} catch (error) {
		if (error instanceof YAMLException) return {
			reason: error.reason,
			position: error.mark?.position ?? 0
		};
		throw error;
	}
}
/** More than any document that a person repairs. */
const MEANING_NODES = 1e5;
/** What a document says, as text that is equal for documents that say the same; undefined where it does not parse. */
function readMeaning(text) {
	const result = compose(text, text, 0, false);
	if (!("composed" in result)) return void 0;
	return stableText(result.composed.map(({ tree }) => tree.size === 0 ? null : nodeToValue(tree, 0, MEANING_NODES) ?? null));
}
/** A document whose template actions all stand in quotes, block text or unquoted text is YAML as it is written. */
function composeAsWritten(masked, source, span) {
	const actions = offsetsWithin(masked.actions, span);
	if (actions.length === 0) return void 0;
	const text = source.slice(span.start, span.end);
	const result = compose(text, source, span.start, false);
	if (!("composed" in result)) return void 0;
	return result.composed.reduce((rest, { tree }) => offsetsOutsideScalars(tree, rest), actions).length === 0 ? {
		span,
		text,
		result
	} : void 0;
}
/**
* Parses a piece of a stream: as it stands; then in a form that undoes what kubectl allows and YAML 1.2 does not; then as
* a stream of JSON objects. What fails in each way keeps the first failure.
*/
function parsePiece(masked, source, span) {
	const written = composeAsWritten(masked, source, span);
	if (written) return [written];
	const text = masked.text.slice(span.start, span.end);
	const plain = compose(text, source, span.start, false);
	if ("composed" in plain) return [{
		span,
		text,
		result: plain
	}];
	const relaxed = relaxDocument(text);
	const second = relaxed === void 0 ? plain : compose(relaxed, source, span.start, true);
	if ("composed" in second) return [{
		span,
		text,
		result: second
	}];
	const stream = splitJsonStream(masked.text, span);
	return stream ? stream.flatMap((object) => parsePiece(masked, source, object)) : [{
		span,
		text,
		result: plain
	}];
}
// src/core/yaml/strict-text.ts
const TAB_LINE = /^[ ]*\t[ \t]*(?:#.*)?$/gm;
const BLANK_AFTER_PLAIN = 1;
/** The node before `offset` whose text comes closest to it, and the start of the mapping or list that holds it. */
function nodeBefore(tree, offset) {
	let found;
	for (let node = 0; node < tree.size && tree.start(node) <= offset; node++) if (tree.kind(node) === NodeKind.scalar || tree.isFlow(node) && tree.end(node) > offset) found = node;
	return found;
}
/** Column of the key or dash that owns the value before a blank line. */
function indentBefore(source, offset) {
	const lineStart = source.lastIndexOf("\n", offset) + 1;
	return /^[ ]*/.exec(source.slice(lineStart, offset))?.[0].length ?? 0;
}
/** Whether kubectl takes a blank line with a tab here: in quotes, brackets and block text, or deep enough after unquoted text. */
function takesTab(tree, offset) {
	const node = nodeBefore(tree, offset);
	if (node === void 0) return false;
	const { source } = tree;
	if (tree.isFlow(node) || tree.end(node) > offset) {
		if (tree.style(node) < ScalarStyle.literal || tree.isFlow(node)) return true;
		return offset - source.lastIndexOf("\n", offset) - 1 >= blockIndent(source, tree.span(node));
	}
	if (tree.style(node) !== ScalarStyle.plain || tree.isEmpty(node) || source.slice(tree.end(node), offset).trim() !== "") return false;
	return offset - source.lastIndexOf("\n", offset) - 1 >= indentBefore(source, tree.start(node)) + BLANK_AFTER_PLAIN;
}
function blockIndent(source, { start, end }) {
	return /^( *)[^ \r\n]/m.exec(source.slice(start, end))?.[1]?.length ?? 0;
}
/** Blank lines and comments that begin with a tab: js-yaml skips them, kubectl refuses the document. */
function* tabLines(tree, span) {
	const text = tree.source.slice(span.start, span.end);
	if (!text.includes("	")) return;
	for (const { index, 0: line } of text.matchAll(TAB_LINE)) {
		const tab = span.start + index + line.indexOf("	");
		if (takesTab(tree, tab)) continue;
		const isBlank = line.trim() === "";
		const blanks = /^[ \t]*/.exec(line)?.[0] ?? "";
		const edit = {
			span: {
				start: span.start + index,
				end: span.start + index + blanks.length
			},
			newText: blanks.replaceAll("	", isBlank ? "" : "  ")
		};
		const [cause, help] = isBlank ? ["a tab stands on this blank line", "delete the tab"] : ["a tab indents this comment", "indent it with spaces"];
		yield {
			kind: "tab-indentation",
			cause,
			help,
			span: {
				start: tab,
				end: tab + 1
			},
			fatal: false,
			edits: [edit]
		};
		return;
	}
}
/** `\/` is an escape of JSON and of YAML 1.2, not of the YAML that kubectl reads. */
function* slashEscapes(tree, span) {
	const { source } = tree;
	if (!source.slice(span.start, span.end).includes("\\/") || jsonStart(source, span) !== void 0) return;
	for (let node = 0; node < tree.size; node++) {
		if (tree.kind(node) !== NodeKind.scalar || tree.style(node) !== ScalarStyle.doubleQuoted || tree.isVerbatim(node)) continue;
		for (const { index, 0: escape } of source.slice(tree.start(node), tree.end(node)).matchAll(/\\[^]/g)) {
			if (escape !== "\\/") continue;
			const start = tree.start(node) + index;
			yield {
				kind: "syntax",
				cause: "\"\\/\" is no escape that kubectl knows",
				help: "write \"/\" alone",
				span: {
					start,
					end: start + 2
				},
				fatal: false
			};
			return;
		}
	}
}
/** kubectl refuses directives: it cuts the stream at `---`, and the directive stays behind alone. */
function* directives(tree, span) {
	const text = tree.source.slice(span.start, tree.size > 0 ? tree.start(0) : span.end);
	const directive = text.includes("%") ? /^%[A-Z][^\n\r]*/m.exec(text) : void 0;
	if (!directive) return;
	const start = span.start + directive.index;
	yield {
		kind: "document-marker",
		cause: `kubectl refuses a document with a "${/^%[A-Z]+/.exec(directive[0])?.[0] ?? "%"}" directive`,
		help: "delete the directive",
		span: {
			start,
			end: start + directive[0].length
		},
		fatal: false
	};
}
/** Text beside `---`, which kubectl refuses although it is YAML. */
function* markerText(tree, span) {
	const marker = /---[ \t]+(?=[^\s#])[^\n\r]*/y;
	marker.lastIndex = span.start;
	const found = marker.exec(tree.source);
	if (!found) return;
	yield {
		kind: "document-marker",
		cause: "text stands behind \"---\", which kubectl refuses",
		help: "begin a new line after \"---\"",
		span: {
			start: span.start,
			end: span.start + found[0].length
		},
		fatal: false
	};
}
/** What js-yaml reads in a document's text and kubectl refuses. */
function checkText(tree, span) {
	return [
		...tabLines(tree, span),
		...slashEscapes(tree, span),
		...directives(tree, span),
		...markerText(tree, span)
	];
}
// src/core/yaml/parse-source.ts
function problemOf({ kind, cause, help, span, related, edits }, base) {
	const moved = ({ start, end }) => ({
		start: start + base,
		end: end + base
	});
	return {
		kind: kind ?? "syntax",
		cause,
		help,
		span: moved(span),
		fatal: true,
		...related && { related: {
			note: related.note,
			span: moved(related.span)
		} },
		...edits && { edits: edits.map((edit) => ({
			...edit,
			span: moved(edit.span)
		})) }
	};
}
/** Whether a template action stands on the lines of a span or on the nearest one above, so that nothing can be said before it is rendered. */
function touchesAction(text, { start, end }) {
	const first = lineAt(text, start);
	return text.slice(lineAbove(text, first)?.start ?? first.start, lineAt(text, end).end).includes("");
}
/** A value that begins with a bare name in braces and goes on: no mapping ends like that, a program fills it by replacing text. */
const BRACE_NAME = /(?:[:[,-][ \t]+|^[ \t]*)\{[A-Za-z_][\w.-]*\}[^\s,\]}]/;
function holdsBraceName(text, at) {
	const { start, end } = lineAt(text, at);
	return BRACE_NAME.test(text.slice(start, end));
}
function brokenDocument({ span, text }, failure, masked, options) {
	const at = Math.min(failure.position, text.length);
	if (offsetsWithin(masked.openLines, span).length > 0 || touchesAction(text, {
		start: at,
		end: at
	}) || holdsBraceName(text, at)) return {
		span,
		tree: void 0,
		problems: [],
		openKeys: true
	};
	const explanation = explainFailure(failureOf(text, at, failure.reason, readMeaning), options.secondOpinion);
	return {
		span,
		tree: void 0,
		problems: touchesAction(text, explanation.span) ? [] : [problemOf(explanation, span.start)],
		openKeys: false
	};
}
/** kubectl reads one document between two `---` and drops what stands behind `...`. */
function droppedDocument(tree) {
	const start = tree.start(0);
	return {
		kind: "document-marker",
		cause: "the text after \"...\" is dropped by kubectl up to the next \"---\"",
		help: "put \"---\" in place of \"...\"",
		span: {
			start,
			end: start + 1
		},
		fatal: false
	};
}
/** The documents of a piece: one, or more where `...` ends some of them. */
function readPiece(piece, masked, options) {
	const { span, result } = piece;
	if (!("composed" in result)) return [brokenDocument(piece, result, masked, options)];
	if (result.composed.length === 0) return [{
		span,
		tree: void 0,
		problems: [],
		openKeys: false
	}];
	return result.composed.map(({ tree, problems }, index) => {
		const checked = checkTree(tree);
		const textProblems = index === 0 ? checkText(tree, span) : [droppedDocument(tree)];
		return {
			span,
			tree,
			problems: [
				...problems,
				...checked.problems,
				...textProblems
			],
			openKeys: checked.openKeys
		};
	});
}
/** Keys that stand twice in a template may be two branches of a condition. */
function withoutBranches(tree, problems, openLines) {
	return openLines.length > 0 ? problems.filter(({ kind }) => kind !== "duplicate-key") : foldMissingMarker(tree, problems);
}
/** Reads a YAML or JSON text. Never throws: what cannot be read is a problem of its document. */
function parseSource(path, text, options = {}) {
	const masked = text.includes("{{") ? maskTemplates(text) : {
		text,
		openLines: [],
		actions: []
	};
	const documents = [];
	const file = {
		path,
		text,
		lines: new LineTable(text),
		documents,
		templated: masked.actions.length > 0
	};
	for (const piece of splitDocuments(masked.text).flatMap((span) => parsePiece(masked, text, span))) for (const { span, tree, problems, openKeys } of readPiece(piece, masked, options)) {
		const lines = offsetsWithin(masked.openLines, span);
		const openLines = tree ? offsetsOutsideScalars(tree, lines) : lines;
		const templated = offsetsWithin(masked.actions, span).length > 0;
		documents.push({
			file,
			index: documents.length,
			span,
			tree,
			problems: tree ? withoutBranches(tree, problems, openLines) : problems,
			templated,
			openLines,
			openKeys
		});
	}
	return file;
}
// test/conformance/admission.ts
const ENGINES = { cel: createCel() };
/** The recorded server. */
const RECORDED_TARGET = {
	...DEFAULT_TARGET,
	minors: [36],
	serviceCidrs: ["10.96.0.0/12", "fd00:10:96::/112"]
};
const VERDICTS = {
	201: "accept",
	400: "decode",
	404: "unknown-kind",
	422: "refuse"
};
function readObject(yaml) {
	const [document] = parseSource("case.yaml", yaml).documents;
	const root = document && Cursor.root(document);
	return document && root ? readDocument(document).resources[0] ?? readResource(root) : void 0;
}
function isYaml(yaml) {
	return parseSource("case.yaml", yaml).documents.every((document) => document.problems.length === 0);
}
function answerOf(review) {
	const causes = review.told.map(({ reason, field, message }) => ({
		reason,
		field,
		message
	}));
	return {
		verdict: VERDICTS[review.code] ?? "accept",
		causes,
		warnings: review.toldWarnings.map(({ message }) => message),
		unknown: review.verdict === "unknown"
	};
}
/** The review of the object of a case; undefined where the text holds none. */
function reviewCase(yaml, kinds) {
	const resource = readObject(yaml);
	return resource && reviewResource(resource, kinds, RECORDED_TARGET, ENGINES);
}
function predict(yaml, kinds) {
	const review = reviewCase(yaml, kinds);
	if (review) return answerOf(review);
	return {
		verdict: isYaml(yaml) ? "unknown-kind" : "yaml",
		causes: [],
		warnings: [],
		unknown: false
	};
}
// src/core/schema/go-types.ts
/** Types that are no struct of the tables, by their names in Go: what they take, and how the decoder's messages name them where that differs. */
const KNOWN_TYPES = {
	string: { type: "string" },
	bool: { type: "boolean" },
	int: {
		type: "integer",
		format: "int64"
	},
	int32: {
		type: "integer",
		format: "int32"
	},
	int64: {
		type: "integer",
		format: "int64"
	},
	uint16: {
		type: "integer",
		format: "uint16"
	},
	float64: {
		type: "number",
		format: "double"
	},
	"[]byte": {
		type: "bytes",
		goType: "[]uint8"
	},
	"types.UID": { type: "string" },
	"intstr.IntOrString": { type: "intOrString" },
	"resource.Quantity": { type: "quantity" },
	"meta-v1.Time": {
		type: "time",
		format: "date-time",
		goType: "v1.Time"
	},
	"meta-v1.MicroTime": {
		type: "microTime",
		format: "date-time",
		goType: "v1.MicroTime"
	},
	"meta-v1.Duration": {
		type: "duration",
		goType: "v1.Duration"
	}
};
/** Reads `24-`, `-25`, `24-27` among the words of a code. */
function readRange(words) {
	const [, since = "", until = ""] = /^(\d*)-(\d*)$/.exec(words.find((word) => /^(?:\d+-\d*|-\d+)$/.test(word)) ?? "") ?? [];
	if (since === "" && until === "") return void 0;
	return {
		...since === "" ? {} : { since: Number(since) },
		...until === "" ? {} : { until: Number(until) }
	};
}
/** The value of a word such as `map=port,protocol` of a code. */
function readWord(words, name) {
	return words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
}
/** The types of the API as Go declares them, read from the tables of `schemas/kubernetes` when they are asked for. */
var GoTypes = class {
	#read;
	#tables = /* @__PURE__ */ new Map();
	#schemas = /* @__PURE__ */ new Map();
	constructor(read) {
		this.#read = read;
	}
	/** The schema of a declared type: `find('core-v1', 'ServiceSpec')`. */
	find(file, name) {
		return this.#table(file)[name] === void 0 ? void 0 : this.#schemaOf(file, name);
	}
	#table(file) {
		const known = this.#tables.get(file);
		if (known) return known;
		const text = this.#read(`kubernetes/${file}.json`);
		const table = text === void 0 ? {} : JSON.parse(text);
		this.#tables.set(file, table);
		return table;
	}
	/** The schema of a type as a table of `file` names it: `ServicePort`, `[]core-v1.Container`, `map[string]string`. */
	#schemaOf(file, name) {
		const key = `${file} ${name}`;
		const schema = this.#schemas.get(key) ?? this.#build(file, name);
		this.#schemas.set(key, schema);
		return schema;
	}
	#build(file, name) {
		const known = KNOWN_TYPES[name] ?? KNOWN_TYPES[`${file}.${name}`];
		if (known) return {
			goType: name,
			...known
		};
		const map = /^map\[[^\]]*\](.*)$/.exec(name);
		const goType = nameInGo(file, name);
		if (map) return {
			type: "map",
			goType,
			element: () => this.#schemaOf(file, map[1] ?? "")
		};
		if (name.startsWith("[]")) return {
			type: "list",
			goType,
			element: () => this.#schemaOf(file, name.slice(2))
		};
		const dot = name.lastIndexOf(".");
		return dot < 0 ? this.#declared(file, name, goType) : this.#schemaOf(name.slice(0, dot), name.slice(dot + 1));
	}
	#declared(file, name, goType) {
		const declared = this.#table(file)[name];
		if (declared === void 0) return {
			type: "any",
			goType
		};
		if (typeof declared !== "string") return this.#struct(file, declared, goType);
		const [type = "", ...words] = declared.split(" ");
		const values = readWord(words, "enum");
		return {
			...this.#schemaOf(file, type),
			goType,
			...values === void 0 ? {} : { enum: values.split(",") }
		};
	}
	#struct(file, codes, goType) {
		const fields = /* @__PURE__ */ new Map();
		const field = (name) => {
			const code = Object.hasOwn(codes, name) ? codes[name] : void 0;
			if (code === void 0) return void 0;
			const read = fields.get(name) ?? this.#field(file, code);
			fields.set(name, read);
			return read;
		};
		return {
			type: "object",
			goType,
			field,
			fieldNames: () => Object.keys(codes)
		};
	}
	#field(file, code) {
		const [type = "", ...words] = code.split(" ");
		const [minors, keys] = [readRange(words), readWord(words, "map")];
		const base = this.#schemaOf(file, type);
		return {
			schema: keys !== void 0 ? {
				...base,
				listType: "map",
				listMapKeys: keys.split(",")
			} : words.includes("set") ? {
				...base,
				listType: "set"
			} : base,
			...minors ? { minors } : {},
			...words.includes("!") ? { isRequired: true } : {}
		};
	}
};
/** A type as Go prints it: packages are named by their last part, which is the version. */
function nameInGo(file, name) {
	const own = (type) => {
		if (KNOWN_TYPES[type]) return KNOWN_TYPES[type].goType ?? type;
		const dot = type.lastIndexOf(".");
		const from = dot < 0 ? file : type.slice(0, dot);
		return `${from.slice(from.lastIndexOf("-") + 1)}.${type.slice(dot + 1)}`;
	};
	const map = /^map\[([^\]]*)\](.*)$/.exec(name);
	if (map) return `map[${own(map[1] ?? "")}]${nameInGo(file, map[2] ?? "")}`;
	return name.startsWith("[]") && name !== "[]byte" ? `[]${nameInGo(file, name.slice(2))}` : own(name);
}
// src/core/schema/built-in-kinds.ts
/** `core-v1` as `v1`, `apps-v1` as `apps/v1`. */
function apiVersionOf(file) {
	const dash = file.lastIndexOf("-");
	const [group, version] = [file.slice(0, dash), file.slice(dash + 1)];
	return group === "core" ? version : `${group}/${version}`;
}
function fileOf(apiVersion) {
	const slash = apiVersion.lastIndexOf("/");
	const file = `${slash < 0 ? "core" : apiVersion.slice(0, slash)}-${apiVersion.slice(slash + 1)}`;
	return apiVersionOf(file) === apiVersion ? file : "";
}
const groupOf = (apiVersion) => apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.lastIndexOf("/")) : "";
/** `v1` before `v1beta2` before `v1beta1` before `v1alpha1`, `v2` before `v1`. */
function stability(apiVersion) {
	const [, number = "0", stage, step = "0"] = /v(\d+)(?:(alpha|beta)(\d+))?$/.exec(apiVersion) ?? [];
	return [
		stage === void 0 ? 2 : stage === "beta" ? 1 : 0,
		Number(number),
		Number(step)
	];
}
/** Orders versions newest and most stable first, as the API server prefers them. */
function compareVersions(a, b) {
	const [one, other] = [stability(a), stability(b)];
	return other[0] - one[0] || other[1] - one[1] || other[2] - one[2];
}
function readDeprecation(words) {
	const [since, removed, by] = [
		"deprecated",
		"removed",
		"by"
	].map((name) => readWord(words, name));
	if (since === void 0) return void 0;
	const slash = by?.lastIndexOf("/") ?? 0;
	return {
		since: Number(since),
		...removed === void 0 ? {} : { removed: Number(removed) },
		...by === void 0 ? {} : { replacement: {
			apiVersion: by.slice(0, slash),
			kind: by.slice(slash + 1)
		} }
	};
}
/** The kinds of Kubernetes, read from `schemas/kubernetes` when they are asked for; `read` gives a file's text by its path below `schemas/`. */
function readBuiltInKinds(read) {
	const types = new GoTypes(read);
	const versions = /* @__PURE__ */ new Map();
	let table;
	const tableOf = () => table ??= JSON.parse(read("kubernetes/kinds.json") ?? "{}");
	const readKind = (file, kind, code) => {
		const [plural = "", scope, ...words] = code.split(" ");
		const [served, deprecation] = [readRange(words), readDeprecation(words)];
		return {
			apiVersion: apiVersionOf(file),
			kind,
			plural,
			scope: scope === "Cluster" ? "Cluster" : "Namespaced",
			source: "built-in",
			...served ? { served } : {},
			...words.includes("off") ? { isOffByDefault: true } : {},
			...deprecation ? { deprecation } : {},
			schema: () => types.find(file, kind)
		};
	};
	const kindsOf = (file) => {
		const codes = Object.hasOwn(tableOf(), file) ? tableOf()[file] : void 0;
		const kinds = versions.get(file) ?? new Map(Object.entries(codes ?? {}).map(([kind, code]) => [kind, readKind(file, kind, code)]));
		versions.set(file, kinds);
		return kinds;
	};
	const everywhere = (kind) => Object.keys(tableOf()).flatMap((file) => kindsOf(file).get(kind) ?? []);
	let groups;
	const newestFirst = (kinds) => kinds.sort((a, b) => compareVersions(a.apiVersion, b.apiVersion));
	return {
		find: (apiVersion, kind) => kindsOf(fileOf(apiVersion)).get(kind),
		versionsOf: (group, kind) => newestFirst(everywhere(kind).filter(({ apiVersion }) => groupOf(apiVersion) === group)),
		ofVersion: (apiVersion) => [...kindsOf(fileOf(apiVersion)).values()],
		named: (kind) => newestFirst(everywhere(kind)),
		isBuiltInGroup: (group) => (groups ??= new Set(Object.keys(tableOf()).map((file) => groupOf(apiVersionOf(file))))).has(group)
	};
}
// src/node/load-kinds.ts
/** Where the tables are: beside the built program or its chunks, or in the project when it runs from source or from `build/`. */
const CANDIDATES = ["../schemas", "../../schemas"].map((folder) => path.join(import.meta.dirname, folder));
function readSchemaFile(file) {
	const found = CANDIDATES.map((folder) => path.join(folder, file)).find((candidate) => existsSync(candidate));
	return found === void 0 ? void 0 : readFileSync(found, "utf8");
}
/** The kinds of Kubernetes and of the projects that svclint carries, read from `schemas/` when they are asked for. */
function loadKinds() {
	return readBuiltInKinds(readSchemaFile);
}
// ../../tmp/b-mine.mjs
const kinds = loadKinds();
let seed = 7;
const rnd = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
let runs = 0;
let bad = 0;
const seen = /* @__PURE__ */ new Set();
for (const name of process.argv.slice(2)) {
	let lines = fs.readFileSync(`/work/shared/conformance/admission/${name}.jsonl`, "utf8").split("\n").filter(Boolean);
	for (const l of lines) {
		const c = JSON.parse(l);
		if ([
			"decode",
			"unknown-kind",
			"yaml"
		].includes(c.verdict) || rnd(4)) continue;
		let doc;
		try {
			doc = YAML.parseDocument(c.yaml);
		} catch {
			continue;
		}
		const scalars = [];
		YAML.visit(doc, { Scalar(k, n) {
			if (k === "value" || typeof k === "number") scalars.push(n);
		} });
		const before = new Set(predict(c.yaml, kinds).causes.map((x) => x.reason + x.field));
		for (const s of scalars) {
			if (!s.range || rnd(3)) continue;
			const y = c.yaml.slice(0, s.range[0]) + "\"${X}\"" + c.yaml.slice(s.range[1]);
			runs++;
			for (const x of predict(y, kinds).causes) if (!before.has(x.reason + x.field)) {
				const k = x.message.slice(0, 80) + x.field.replace(/\d+/g, "N");
				if (seen.has(k)) continue;
				seen.add(k);
				bad++;
				console.log(c.id, x.field, x.message.slice(0, 150), "| hid", JSON.stringify(s.value), c.yaml.slice(Math.max(0, s.range[0] - 40), s.range[0]).replace(/\n/g, "⏎"));
			}
		}
	}
}
console.log({
	runs,
	bad
});
export {};
