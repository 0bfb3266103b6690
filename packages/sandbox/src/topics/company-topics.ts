import { CompanyShortName, messagesIn, messagesOut, signUps, signUpsAll } from '@domovoy/models';

/** The topics that the real service keeps for a company. */
export function topicsOf(companyShortName: string) {
  const company = CompanyShortName.parse(companyShortName);
  return {
    messagesIn: messagesIn(company).name,
    messagesOut: messagesOut(company).name,
    signUpsAll: signUpsAll().name,
    signUps: signUps(company).name,
  };
}
