/** The name under which a programme version is deployed and referred to: `convivir-mejor-v1`. */
export const versionName = ({ id, version }: { id: string; version: number }) => `${id}-v${version}`;
