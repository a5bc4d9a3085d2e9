import { randomUUID } from 'node:crypto';
import { type ParsedMail, simpleParser } from 'mailparser';
import { AwsError } from '../aws-error.ts';
import type { Clock } from '../clock.ts';
import { configurationSetTag } from './events.ts';
import type { Mail, MailHead, MailStore } from './store.ts';

const day = 24 * 3600 * 1000;
const namespace = 'http://ses.amazonaws.com/doc/2010-12-01/';
const largestMail = 40 * 1024 * 1024;

/** `Destination.ToAddresses.member.1`, `.2` … of a form. */
function members(form: URLSearchParams, prefix: string): string[] {
  const found: string[] = [];
  for (let at = 1; form.has(`${prefix}.${at}`); at += 1) found.push(form.get(`${prefix}.${at}`) ?? '');
  return found;
}

function tagsOf(form: URLSearchParams, headers: Record<string, string>): Record<string, string> {
  const tags: [string, string][] = [];
  for (let at = 1; form.has(`Tags.member.${at}.Name`); at += 1)
    tags.push([form.get(`Tags.member.${at}.Name`) ?? '', form.get(`Tags.member.${at}.Value`) ?? '']);
  for (const pair of (headers['x-ses-message-tags'] ?? '').split(/[,;]/)) {
    const [name = '', value = ''] = pair.split('=').map((part) => part.trim());
    if (name) tags.push([name, value]);
  }
  const set = form.get('ConfigurationSetName') ?? headers['x-ses-configuration-set'];
  if (set) tags.push([configurationSetTag, set]);
  return Object.fromEntries(tags);
}

function headersOf({ headerLines }: ParsedMail): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { key, line } of headerLines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n(?=[ \t])/g, '')
      .trim();
    headers[key] = key in headers ? `${headers[key]}, ${value}` : value;
  }
  return headers;
}

const addressesOf = (field: ParsedMail['to']): string[] =>
  (Array.isArray(field) ? field : field ? [field] : []).flatMap(({ value }) =>
    value.flatMap(({ address }) => (address ? [address] : [])),
  );

/** Only the address of `Name <address>`. */
const bare = (address: string) => /<([^<>]+)>\s*$/.exec(address)?.[1] ?? address.trim();

const inWords = (from: ParsedMail['from']) =>
  from?.value.map(({ name, address = '' }) => (name ? `${name} <${address}>` : address)).join(', ');

/** An address as a person reads it: names beyond ASCII travel encoded. */
async function readable(address: string): Promise<string> {
  const { from } = await simpleParser(`From: ${address.replace(/[\r\n]/g, ' ')}\r\n\r\n`);
  return inWords(from) || address;
}

interface Read {
  mail: Mail | MailHead;
  /** As it came, of one whose body is not taken apart yet. */
  raw?: Buffer;
}
type Reader = (form: URLSearchParams, id: string, sentAt: string) => Promise<Read>;

/** The part of a mail before its body. */
function headOf(raw: Buffer): Buffer {
  const ends = ['\r\n\r\n', '\n\n'].map((end) => raw.indexOf(end) + end.length).filter((at) => at > 3);
  const end = Math.min(...ends, raw.length);
  return raw.subarray(0, end);
}

const readRaw: Reader = async (form, id, sentAt) => {
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  if (raw.length > largestMail)
    throw new AwsError('InvalidParameterValue', 'Message length is more than 40 MB');
  const parsed = await simpleParser(headOf(raw));
  const headers = headersOf(parsed);
  const given = members(form, 'Destinations.member');
  const named = [...addressesOf(parsed.to), ...addressesOf(parsed.cc), ...addressesOf(parsed.bcc)];
  const mail = {
    id,
    to: (given.length > 0 ? given : named).map(bare),
    from: inWords(parsed.from) || (await readable(form.get('Source') ?? '')),
    subject: parsed.subject ?? '',
    sentAt,
    headers,
    tags: tagsOf(form, headers),
  };
  return { mail, raw };
};

const readSimple: Reader = async (form, id, sentAt) => {
  const to = ['To', 'Cc', 'Bcc'].flatMap((kind) => members(form, `Destination.${kind}Addresses.member`));
  const source = form.get('Source') ?? '';
  const subject = form.get('Message.Subject.Data') ?? '';
  const replyTo = members(form, 'ReplyToAddresses.member').join(', ');
  const mail = {
    id,
    to: to.map(bare),
    from: await readable(source),
    subject,
    sentAt,
    headers: { from: source, to: to.join(', '), subject, ...(replyTo && { 'reply-to': replyTo }) },
    text: form.get('Message.Body.Text.Data') ?? '',
    html: form.get('Message.Body.Html.Data') ?? '',
    attachments: [],
    tags: tagsOf(form, {}),
  };
  return { mail };
};

const answer = (action: string, content: string) =>
  `<${action}Response xmlns="${namespace}"><${action}Result>${content}</${action}Result>` +
  `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${action}Response>`;

/**
 * SES behind its query protocol: what is sent is kept for the mailbox and goes nowhere.
 * @param accepted told of every mail, once it is kept
 */
export function startSes(store: MailStore, clock: Clock, accepted: (mail: MailHead) => void = () => {}) {
  const accept = async (form: URLSearchParams, read: Reader) => {
    const sent = clock.now();
    const id = `${sent.toString(16).padStart(16, '0')}-${randomUUID()}-000000`;
    const { mail, raw } = await read(form, id, new Date(sent).toISOString());
    if (mail.to.length === 0) throw new AwsError('InvalidParameterValue', 'Missing required header To.');
    if (!mail.from) throw new AwsError('InvalidParameterValue', 'Missing required header From.');
    store.add(mail, sent, raw);
    accepted(mail);
    return `<MessageId>${id}</MessageId>`;
  };

  /** Carries out an action and gives the XML that answers it. @throws AwsError */
  return async (form: URLSearchParams): Promise<string> => {
    const action = form.get('Action') ?? '';
    switch (action) {
      case 'SendEmail':
        return answer(action, await accept(form, readSimple));
      case 'SendRawEmail':
        return answer(action, await accept(form, readRaw));
      case 'GetSendQuota':
        return answer(
          action,
          `<Max24HourSend>50000</Max24HourSend><MaxSendRate>1000</MaxSendRate>` +
            `<SentLast24Hours>${store.sentSince(clock.now() - day)}</SentLast24Hours>`,
        );
      default:
        throw new AwsError('InvalidAction', `Could not find operation ${action} for version 2010-12-01`);
    }
  };
}
export type Ses = ReturnType<typeof startSes>;
