import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IUserPool, IUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Municipality } from '../../domain/municipality.ts';
import { type AlarmChoice, applyAlarm } from './alarms.ts';
import type { EtapasFunction } from './etapas-function.ts';

interface ApiGatewayProps {
  municipality: Municipality;
  /** Counts the answers of 500 and above in five minutes. */
  alarm: AlarmChoice;
}

/** One line per request: enough to find it in the function's log; no address, no name, no path. */
const accessLine = AccessLogFormat.custom(
  JSON.stringify({
    time: '$context.requestTime',
    requestId: '$context.requestId',
    route: '$context.routeKey',
    status: '$context.status',
    milliseconds: '$context.responseLatency',
    bytes: '$context.responseLength',
    authorizerError: '$context.authorizer.error',
    integrationError: '$context.integrationErrorMessage',
  }),
);

/** The HTTP API of a municipality. */
export class ApiGateway extends Construct {
  readonly url: string;
  readonly #api: HttpApi;

  constructor(scope: Construct, id: string, { municipality, alarm }: ApiGatewayProps) {
    super(scope, id);
    this.#api = new HttpApi(this, 'Api', { apiName: `etapas-${municipality.id}`, createDefaultStage: false });
    this.url = this.#api.apiEndpoint;
    const accessLog = new LogGroup(this, 'AccessLog', {
      // Under this prefix log deliveries do not use up the one policy that all logs of an account share.
      logGroupName: `/aws/vendedlogs/apis/etapas-${municipality.id}`,
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.#api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: { destination: new LogGroupLogDestination(accessLog), format: accessLine },
    });
    applyAlarm(this, alarm, {
      metric: this.#api.metricServerError(),
      description: 'The API answers with errors of its own.',
    });
  }

  /** Sends `/api/*` to the function, for those signed in; the description of the API is open to all. */
  serve(handler: EtapasFunction, pool: IUserPool, client: IUserPoolClient) {
    const integration = new HttpLambdaIntegration('Handler', handler.function);
    this.#api.addRoutes({
      path: '/api/{proxy+}',
      methods: [HttpMethod.ANY],
      integration,
      authorizer: new HttpUserPoolAuthorizer('SignedIn', pool, { userPoolClients: [client] }),
    });
    for (const route of this.#api.addRoutes({
      path: '/openapi.json',
      methods: [HttpMethod.GET],
      integration,
    }))
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'The description of the API holds no data and is public',
      });
  }
  /** Sends the pages without an account to the function: a token in their address lets in, or they are public. */
  servePages(handler: EtapasFunction) {
    const integration = new HttpLambdaIntegration('Pages', handler.function);
    for (const path of ['/c/{token}', '/u/{token}'])
      for (const route of this.#api.addRoutes({
        path,
        methods: [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST],
        integration,
      }))
        Validations.of(route).acknowledge({
          id: 'AwsSolutions-APIG4',
          reason: 'People without an account are let in by the signed link that was mailed to them',
        });
    for (const [path, reason] of [
      [
        '/agenda/{token}',
        'Calendars cannot sign in: they read by the signed link that its owner made and can revoke',
      ],
      [
        '/p/{locality}',
        'What a municipality publishes of its localities is for everybody, and holds no personal data',
      ],
      [
        '/v/{locality}/{seq}/{hash}',
        'Whoever holds a printed record may ask whether its hash still stands, and is told no personal data',
      ],
      ['/privacy', 'The law wants the privacy notice where everybody can read it'],
    ] as const)
      for (const route of this.#api.addRoutes({
        path,
        methods: [HttpMethod.GET, HttpMethod.HEAD],
        integration,
      }))
        Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason });
  }
}
