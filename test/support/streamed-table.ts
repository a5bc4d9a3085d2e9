/** A table of one key whose writes are told of in its stream, as an assembly describes it. */
export const streamedTable = (name: string) => ({
  name,
  schema: {
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' as const }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' as const }],
    GlobalSecondaryIndexes: [],
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' as const },
  },
});
