/* This file was automatically generated. DO NOT UPDATE MANUALLY. */
    import type   { Resolvers } from './types.generated.ts';
    import    { companies as Query_companies } from './company/resolvers/Query/companies.ts';
import    { conversation as Query_conversation } from './conversation/resolvers/Query/conversation.ts';
import    { conversations as Query_conversations } from './conversation/resolvers/Query/conversations.ts';
import    { inboxEvents as Query_inboxEvents } from './inbox/resolvers/Query/inboxEvents.ts';
import    { networkSignUpCounts as Query_networkSignUpCounts } from './sign-up/resolvers/Query/networkSignUpCounts.ts';
import    { node as Query_node } from './node/resolvers/Query/node.ts';
import    { nodes as Query_nodes } from './node/resolvers/Query/nodes.ts';
import    { signUp as Query_signUp } from './sign-up/resolvers/Query/signUp.ts';
import    { signUps as Query_signUps } from './sign-up/resolvers/Query/signUps.ts';
import    { viewer as Query_viewer } from './company/resolvers/Query/viewer.ts';
import    { messageAdded as Subscription_messageAdded } from './conversation/resolvers/Subscription/messageAdded.ts';
import    { signUpChanged as Subscription_signUpChanged } from './sign-up/resolvers/Subscription/signUpChanged.ts';
import    { Abonent } from './abonent/resolvers/Abonent.ts';
import    { Company } from './company/resolvers/Company.ts';
import    { Conversation } from './conversation/resolvers/Conversation.ts';
import    { ConversationConnection } from './conversation/resolvers/ConversationConnection.ts';
import    { InboxEvent } from './inbox/resolvers/InboxEvent.ts';
import    { InboxEventConnection } from './inbox/resolvers/InboxEventConnection.ts';
import    { InboxPayload } from './inbox/resolvers/InboxPayload.ts';
import    { Message } from './conversation/resolvers/Message.ts';
import    { MessageConnection } from './conversation/resolvers/MessageConnection.ts';
import    { PageInfo } from './node/resolvers/PageInfo.ts';
import    { SignUp } from './sign-up/resolvers/SignUp.ts';
import    { SignUpAddress } from './sign-up/resolvers/SignUpAddress.ts';
import    { SignUpConnection } from './sign-up/resolvers/SignUpConnection.ts';
import    { SignUpEvent } from './sign-up/resolvers/SignUpEvent.ts';
import    { SignUpEventConnection } from './sign-up/resolvers/SignUpEventConnection.ts';
import    { Viewer } from './company/resolvers/Viewer.ts';
import    { Cursor } from './scalars/resolvers/Cursor.ts';
import    { Phone } from './scalars/resolvers/Phone.ts';
import    { DateTimeResolver,LocalDateResolver,SafeIntResolver } from 'graphql-scalars';
    export const resolvers: Resolvers = {
      Query: { companies: Query_companies,conversation: Query_conversation,conversations: Query_conversations,inboxEvents: Query_inboxEvents,networkSignUpCounts: Query_networkSignUpCounts,node: Query_node,nodes: Query_nodes,signUp: Query_signUp,signUps: Query_signUps,viewer: Query_viewer },
      
      Subscription: { messageAdded: Subscription_messageAdded,signUpChanged: Subscription_signUpChanged },
      Abonent: Abonent,
Company: Company,
Conversation: Conversation,
ConversationConnection: ConversationConnection,
InboxEvent: InboxEvent,
InboxEventConnection: InboxEventConnection,
InboxPayload: InboxPayload,
Message: Message,
MessageConnection: MessageConnection,
PageInfo: PageInfo,
SignUp: SignUp,
SignUpAddress: SignUpAddress,
SignUpConnection: SignUpConnection,
SignUpEvent: SignUpEvent,
SignUpEventConnection: SignUpEventConnection,
Viewer: Viewer,
Cursor: Cursor,
Phone: Phone,
DateTime: DateTimeResolver,
LocalDate: LocalDateResolver,
SafeInt: SafeIntResolver
    }