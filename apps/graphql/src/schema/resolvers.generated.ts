/* This file was automatically generated. DO NOT UPDATE MANUALLY. */
    import type   { Resolvers } from './types.generated.ts';
    import    { abonent as Query_abonent } from './abonent/resolvers/Query/abonent.ts';
import    { abonents as Query_abonents } from './abonent/resolvers/Query/abonents.ts';
import    { account as Query_account } from './account/resolvers/Query/account.ts';
import    { accountByNumber as Query_accountByNumber } from './account/resolvers/Query/accountByNumber.ts';
import    { accounts as Query_accounts } from './account/resolvers/Query/accounts.ts';
import    { accountsByPhone as Query_accountsByPhone } from './account/resolvers/Query/accountsByPhone.ts';
import    { companies as Query_companies } from './company/resolvers/Query/companies.ts';
import    { conversation as Query_conversation } from './conversation/resolvers/Query/conversation.ts';
import    { conversations as Query_conversations } from './conversation/resolvers/Query/conversations.ts';
import    { deliveries as Query_deliveries } from './delivery/resolvers/Query/deliveries.ts';
import    { delivery as Query_delivery } from './delivery/resolvers/Query/delivery.ts';
import    { deliveryTarget as Query_deliveryTarget } from './delivery-target/resolvers/Query/deliveryTarget.ts';
import    { deliveryTargets as Query_deliveryTargets } from './delivery-target/resolvers/Query/deliveryTargets.ts';
import    { entrance as Query_entrance } from './entrance/resolvers/Query/entrance.ts';
import    { entrances as Query_entrances } from './entrance/resolvers/Query/entrances.ts';
import    { flat as Query_flat } from './flat/resolvers/Query/flat.ts';
import    { flats as Query_flats } from './flat/resolvers/Query/flats.ts';
import    { inboxEvents as Query_inboxEvents } from './inbox/resolvers/Query/inboxEvents.ts';
import    { networkSignUpCounts as Query_networkSignUpCounts } from './sign-up/resolvers/Query/networkSignUpCounts.ts';
import    { node as Query_node } from './node/resolvers/Query/node.ts';
import    { nodes as Query_nodes } from './node/resolvers/Query/nodes.ts';
import    { service as Query_service } from './service/resolvers/Query/service.ts';
import    { services as Query_services } from './service/resolvers/Query/services.ts';
import    { signUp as Query_signUp } from './sign-up/resolvers/Query/signUp.ts';
import    { signUps as Query_signUps } from './sign-up/resolvers/Query/signUps.ts';
import    { syncRun as Query_syncRun } from './sync-run/resolvers/Query/syncRun.ts';
import    { syncRuns as Query_syncRuns } from './sync-run/resolvers/Query/syncRuns.ts';
import    { viewer as Query_viewer } from './company/resolvers/Query/viewer.ts';
import    { cancelDelivery as Mutation_cancelDelivery } from './delivery/resolvers/Mutation/cancelDelivery.ts';
import    { importAccounts as Mutation_importAccounts } from './account/resolvers/Mutation/importAccounts.ts';
import    { pauseTarget as Mutation_pauseTarget } from './delivery-target/resolvers/Mutation/pauseTarget.ts';
import    { redeliver as Mutation_redeliver } from './delivery/resolvers/Mutation/redeliver.ts';
import    { redeliverMatching as Mutation_redeliverMatching } from './delivery/resolvers/Mutation/redeliverMatching.ts';
import    { refreshAccount as Mutation_refreshAccount } from './account/resolvers/Mutation/refreshAccount.ts';
import    { resumeTarget as Mutation_resumeTarget } from './delivery-target/resolvers/Mutation/resumeTarget.ts';
import    { deliveryChanged as Subscription_deliveryChanged } from './delivery/resolvers/Subscription/deliveryChanged.ts';
import    { deliveryTargetChanged as Subscription_deliveryTargetChanged } from './delivery-target/resolvers/Subscription/deliveryTargetChanged.ts';
import    { messageAdded as Subscription_messageAdded } from './conversation/resolvers/Subscription/messageAdded.ts';
import    { signUpChanged as Subscription_signUpChanged } from './sign-up/resolvers/Subscription/signUpChanged.ts';
import    { syncRunChanged as Subscription_syncRunChanged } from './sync-run/resolvers/Subscription/syncRunChanged.ts';
import    { Abonent } from './abonent/resolvers/Abonent.ts';
import    { AbonentConnection } from './abonent/resolvers/AbonentConnection.ts';
import    { Account } from './account/resolvers/Account.ts';
import    { AccountConnection } from './account/resolvers/AccountConnection.ts';
import    { Company } from './company/resolvers/Company.ts';
import    { Conversation } from './conversation/resolvers/Conversation.ts';
import    { ConversationConnection } from './conversation/resolvers/ConversationConnection.ts';
import    { Delivery } from './delivery/resolvers/Delivery.ts';
import    { DeliveryAttempt } from './delivery/resolvers/DeliveryAttempt.ts';
import    { DeliveryConnection } from './delivery/resolvers/DeliveryConnection.ts';
import    { DeliveryTarget } from './delivery-target/resolvers/DeliveryTarget.ts';
import    { Entrance } from './entrance/resolvers/Entrance.ts';
import    { EntranceConnection } from './entrance/resolvers/EntranceConnection.ts';
import    { Flat } from './flat/resolvers/Flat.ts';
import    { FlatConnection } from './flat/resolvers/FlatConnection.ts';
import    { FlatMapEntry } from './entrance/resolvers/FlatMapEntry.ts';
import    { InboxEvent } from './inbox/resolvers/InboxEvent.ts';
import    { InboxEventConnection } from './inbox/resolvers/InboxEventConnection.ts';
import    { InboxPayload } from './inbox/resolvers/InboxPayload.ts';
import    { Message } from './conversation/resolvers/Message.ts';
import    { MessageConnection } from './conversation/resolvers/MessageConnection.ts';
import    { Mirror } from './mirror/resolvers/Mirror.ts';
import    { PageInfo } from './node/resolvers/PageInfo.ts';
import    { Service } from './service/resolvers/Service.ts';
import    { ServiceConnection } from './service/resolvers/ServiceConnection.ts';
import    { ServiceConnectionConnection } from './service/resolvers/ServiceConnectionConnection.ts';
import    { ServiceListConnection } from './service/resolvers/ServiceListConnection.ts';
import    { SignUp } from './sign-up/resolvers/SignUp.ts';
import    { SignUpAddress } from './sign-up/resolvers/SignUpAddress.ts';
import    { SignUpConnection } from './sign-up/resolvers/SignUpConnection.ts';
import    { SignUpEvent } from './sign-up/resolvers/SignUpEvent.ts';
import    { SignUpEventConnection } from './sign-up/resolvers/SignUpEventConnection.ts';
import    { SyncRun } from './sync-run/resolvers/SyncRun.ts';
import    { SyncRunConnection } from './sync-run/resolvers/SyncRunConnection.ts';
import    { Viewer } from './company/resolvers/Viewer.ts';
import    { Cursor } from './scalars/resolvers/Cursor.ts';
import    { Decimal } from './scalars/resolvers/Decimal.ts';
import    { Phone } from './scalars/resolvers/Phone.ts';
import    { DateTimeResolver,JSONResolver,LocalDateResolver,SafeIntResolver } from 'graphql-scalars';
    export const resolvers: Resolvers = {
      Query: { abonent: Query_abonent,abonents: Query_abonents,account: Query_account,accountByNumber: Query_accountByNumber,accounts: Query_accounts,accountsByPhone: Query_accountsByPhone,companies: Query_companies,conversation: Query_conversation,conversations: Query_conversations,deliveries: Query_deliveries,delivery: Query_delivery,deliveryTarget: Query_deliveryTarget,deliveryTargets: Query_deliveryTargets,entrance: Query_entrance,entrances: Query_entrances,flat: Query_flat,flats: Query_flats,inboxEvents: Query_inboxEvents,networkSignUpCounts: Query_networkSignUpCounts,node: Query_node,nodes: Query_nodes,service: Query_service,services: Query_services,signUp: Query_signUp,signUps: Query_signUps,syncRun: Query_syncRun,syncRuns: Query_syncRuns,viewer: Query_viewer },
      Mutation: { cancelDelivery: Mutation_cancelDelivery,importAccounts: Mutation_importAccounts,pauseTarget: Mutation_pauseTarget,redeliver: Mutation_redeliver,redeliverMatching: Mutation_redeliverMatching,refreshAccount: Mutation_refreshAccount,resumeTarget: Mutation_resumeTarget },
      Subscription: { deliveryChanged: Subscription_deliveryChanged,deliveryTargetChanged: Subscription_deliveryTargetChanged,messageAdded: Subscription_messageAdded,signUpChanged: Subscription_signUpChanged,syncRunChanged: Subscription_syncRunChanged },
      Abonent: Abonent,
AbonentConnection: AbonentConnection,
Account: Account,
AccountConnection: AccountConnection,
Company: Company,
Conversation: Conversation,
ConversationConnection: ConversationConnection,
Delivery: Delivery,
DeliveryAttempt: DeliveryAttempt,
DeliveryConnection: DeliveryConnection,
DeliveryTarget: DeliveryTarget,
Entrance: Entrance,
EntranceConnection: EntranceConnection,
Flat: Flat,
FlatConnection: FlatConnection,
FlatMapEntry: FlatMapEntry,
InboxEvent: InboxEvent,
InboxEventConnection: InboxEventConnection,
InboxPayload: InboxPayload,
Message: Message,
MessageConnection: MessageConnection,
Mirror: Mirror,
PageInfo: PageInfo,
Service: Service,
ServiceConnection: ServiceConnection,
ServiceConnectionConnection: ServiceConnectionConnection,
ServiceListConnection: ServiceListConnection,
SignUp: SignUp,
SignUpAddress: SignUpAddress,
SignUpConnection: SignUpConnection,
SignUpEvent: SignUpEvent,
SignUpEventConnection: SignUpEventConnection,
SyncRun: SyncRun,
SyncRunConnection: SyncRunConnection,
Viewer: Viewer,
Cursor: Cursor,
Decimal: Decimal,
Phone: Phone,
DateTime: DateTimeResolver,
JSON: JSONResolver,
LocalDate: LocalDateResolver,
SafeInt: SafeIntResolver
    }