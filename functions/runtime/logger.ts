import { Logger } from '@aws-lambda-powertools/logger';

/** Structured logs: ids and codes only, never names, addresses or tokens. */
export const logger = new Logger({ serviceName: 'etapas' });
