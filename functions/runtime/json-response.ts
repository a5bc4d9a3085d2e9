import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** An answer whose body is this JSON. */
export const jsonResponse = (statusCode: number, body: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  },
  body,
});
