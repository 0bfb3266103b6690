import type { OwnPerson } from '@domovoy/domain';
import type { InvitationRow, MembershipOfUser, SessionRow, StaffRow } from '@domovoy/store';
import type { Connection } from '../../connection/connection.ts';

export type InvitationMapper = InvitationRow;
export type InvitationConnectionMapper = Connection<InvitationRow>;
export type MembershipMapper = MembershipOfUser;
export type PersonMapper = OwnPerson;
export type SessionMapper = SessionRow & { readonly company: string };
export type StaffMemberMapper = StaffRow;
export type StaffMemberConnectionMapper = Connection<StaffRow>;
