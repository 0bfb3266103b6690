import type { SandboxEndpoints } from './sandbox.ts';

/** What a person sees who starts the sandbox alone. */
export function welcome(
  { control, rosdomofon, kafka, bitrix24, companyShortName }: SandboxEndpoints,
  dataDir: string,
): string {
  return `
  Domovoy sandbox · company ${companyShortName} · nothing leaves this machine

  Kafka       ${kafka.brokers}   group ${kafka.groupId}
  RosDomofon  ${rosdomofon.url}   user ${rosdomofon.username}, password ${rosdomofon.password}
  Bitrix24    ${bitrix24.portalUrl}   webhook ${bitrix24.webhookUrl}
  Control     ${control}   open it to see all calls
  Data        ${dataDir}   kept

  Try:   curl -X POST ${control}/sign-ups
         curl -X POST ${control}/messages -d '{"text":"Не открывается дверь"}'
         curl -X POST ${control}/faults -d '{"kind":"error","path":"accounts","times":1}'
         curl ${control}/history
         curl ${control}/city
  Stop:  Ctrl-C
`;
}
