/** The action by which a history tells what became of a mail. */
export const mailActions = { sent: 'mail-sent', failed: 'mail-failed', kept: 'mail-kept' } as const;
