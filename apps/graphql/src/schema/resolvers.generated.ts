/* This file was automatically generated. DO NOT UPDATE MANUALLY. */
    import type   { Resolvers } from './types.generated.ts';
    import    { abonent as Query_abonent } from './abonent/resolvers/Query/abonent.ts';
import    { abonents as Query_abonents } from './abonent/resolvers/Query/abonents.ts';
import    { account as Query_account } from './account/resolvers/Query/account.ts';
import    { accountByNumber as Query_accountByNumber } from './account/resolvers/Query/accountByNumber.ts';
import    { accounts as Query_accounts } from './account/resolvers/Query/accounts.ts';
import    { accountsByPhone as Query_accountsByPhone } from './account/resolvers/Query/accountsByPhone.ts';
import    { apiKeys as Query_apiKeys } from './api-key/resolvers/Query/apiKeys.ts';
import    { auditEvents as Query_auditEvents } from './audit/resolvers/Query/auditEvents.ts';
import    { cannedResponses as Query_cannedResponses } from './canned-response/resolvers/Query/cannedResponses.ts';
import    { companies as Query_companies } from './company/resolvers/Query/companies.ts';
import    { consumerLag as Query_consumerLag } from './health/resolvers/Query/consumerLag.ts';
import    { conversation as Query_conversation } from './conversation/resolvers/Query/conversation.ts';
import    { conversations as Query_conversations } from './conversation/resolvers/Query/conversations.ts';
import    { crmReviews as Query_crmReviews } from './crm-review/resolvers/Query/crmReviews.ts';
import    { deliveries as Query_deliveries } from './delivery/resolvers/Query/deliveries.ts';
import    { delivery as Query_delivery } from './delivery/resolvers/Query/delivery.ts';
import    { deliveryStats as Query_deliveryStats } from './statistics/resolvers/Query/deliveryStats.ts';
import    { deliveryTarget as Query_deliveryTarget } from './delivery-target/resolvers/Query/deliveryTarget.ts';
import    { deliveryTargets as Query_deliveryTargets } from './delivery-target/resolvers/Query/deliveryTargets.ts';
import    { entrance as Query_entrance } from './entrance/resolvers/Query/entrance.ts';
import    { entrances as Query_entrances } from './entrance/resolvers/Query/entrances.ts';
import    { fieldMapping as Query_fieldMapping } from './field-mapping/resolvers/Query/fieldMapping.ts';
import    { flat as Query_flat } from './flat/resolvers/Query/flat.ts';
import    { flats as Query_flats } from './flat/resolvers/Query/flats.ts';
import    { health as Query_health } from './health/resolvers/Query/health.ts';
import    { inboxEvent as Query_inboxEvent } from './inbox/resolvers/Query/inboxEvent.ts';
import    { inboxEvents as Query_inboxEvents } from './inbox/resolvers/Query/inboxEvents.ts';
import    { integration as Query_integration } from './integration/resolvers/Query/integration.ts';
import    { integrationHealth as Query_integrationHealth } from './health/resolvers/Query/integrationHealth.ts';
import    { integrations as Query_integrations } from './integration/resolvers/Query/integrations.ts';
import    { invitations as Query_invitations } from './person/resolvers/Query/invitations.ts';
import    { issues as Query_issues } from './issue/resolvers/Query/issues.ts';
import    { job as Query_job } from './job/resolvers/Query/job.ts';
import    { jobs as Query_jobs } from './job/resolvers/Query/jobs.ts';
import    { messagingPolicy as Query_messagingPolicy } from './messaging-policy/resolvers/Query/messagingPolicy.ts';
import    { networkSignUpCounts as Query_networkSignUpCounts } from './sign-up/resolvers/Query/networkSignUpCounts.ts';
import    { node as Query_node } from './node/resolvers/Query/node.ts';
import    { nodes as Query_nodes } from './node/resolvers/Query/nodes.ts';
import    { permissions as Query_permissions } from './access/resolvers/Query/permissions.ts';
import    { previewApproval as Query_previewApproval } from './sign-up-review/resolvers/Query/previewApproval.ts';
import    { previewBroadcast as Query_previewBroadcast } from './broadcast/resolvers/Query/previewBroadcast.ts';
import    { previewConnectServiceToEntrance as Query_previewConnectServiceToEntrance } from './entrance-service/resolvers/Query/previewConnectServiceToEntrance.ts';
import    { previewMapping as Query_previewMapping } from './field-mapping/resolvers/Query/previewMapping.ts';
import    { previewRedelivery as Query_previewRedelivery } from './delivery/resolvers/Query/previewRedelivery.ts';
import    { previewWelcome as Query_previewWelcome } from './sign-up-policy/resolvers/Query/previewWelcome.ts';
import    { renderCannedResponse as Query_renderCannedResponse } from './canned-response/resolvers/Query/renderCannedResponse.ts';
import    { roles as Query_roles } from './access/resolvers/Query/roles.ts';
import    { search as Query_search } from './search/resolvers/Query/search.ts';
import    { service as Query_service } from './service/resolvers/Query/service.ts';
import    { services as Query_services } from './service/resolvers/Query/services.ts';
import    { signUp as Query_signUp } from './sign-up/resolvers/Query/signUp.ts';
import    { signUpFunnel as Query_signUpFunnel } from './statistics/resolvers/Query/signUpFunnel.ts';
import    { signUpPolicy as Query_signUpPolicy } from './sign-up-policy/resolvers/Query/signUpPolicy.ts';
import    { signUps as Query_signUps } from './sign-up/resolvers/Query/signUps.ts';
import    { staff as Query_staff } from './person/resolvers/Query/staff.ts';
import    { suggestEntrances as Query_suggestEntrances } from './sign-up-review/resolvers/Query/suggestEntrances.ts';
import    { syncRun as Query_syncRun } from './sync-run/resolvers/Query/syncRun.ts';
import    { syncRuns as Query_syncRuns } from './sync-run/resolvers/Query/syncRuns.ts';
import    { viewer as Query_viewer } from './company/resolvers/Query/viewer.ts';
import    { approveSignUp as Mutation_approveSignUp } from './sign-up/resolvers/Mutation/approveSignUp.ts';
import    { approveSignUps as Mutation_approveSignUps } from './sign-up-review/resolvers/Mutation/approveSignUps.ts';
import    { assignConversation as Mutation_assignConversation } from './conversation/resolvers/Mutation/assignConversation.ts';
import    { assignSignUp as Mutation_assignSignUp } from './sign-up/resolvers/Mutation/assignSignUp.ts';
import    { beginBitrix24Authorization as Mutation_beginBitrix24Authorization } from './integration/resolvers/Mutation/beginBitrix24Authorization.ts';
import    { blockAccount as Mutation_blockAccount } from './account/resolvers/Mutation/blockAccount.ts';
import    { blockServiceConnection as Mutation_blockServiceConnection } from './service/resolvers/Mutation/blockServiceConnection.ts';
import    { broadcastMessage as Mutation_broadcastMessage } from './broadcast/resolvers/Mutation/broadcastMessage.ts';
import    { cancelDelivery as Mutation_cancelDelivery } from './delivery/resolvers/Mutation/cancelDelivery.ts';
import    { cancelJob as Mutation_cancelJob } from './job/resolvers/Mutation/cancelJob.ts';
import    { cancelSyncRun as Mutation_cancelSyncRun } from './sync-run/resolvers/Mutation/cancelSyncRun.ts';
import    { claimSignUp as Mutation_claimSignUp } from './sign-up-review/resolvers/Mutation/claimSignUp.ts';
import    { compensateSignUp as Mutation_compensateSignUp } from './sign-up-review/resolvers/Mutation/compensateSignUp.ts';
import    { connectService as Mutation_connectService } from './service/resolvers/Mutation/connectService.ts';
import    { connectServiceToEntrance as Mutation_connectServiceToEntrance } from './entrance-service/resolvers/Mutation/connectServiceToEntrance.ts';
import    { createAccount as Mutation_createAccount } from './account/resolvers/Mutation/createAccount.ts';
import    { createApiKey as Mutation_createApiKey } from './api-key/resolvers/Mutation/createApiKey.ts';
import    { createFlat as Mutation_createFlat } from './flat/resolvers/Mutation/createFlat.ts';
import    { createIntegration as Mutation_createIntegration } from './integration/resolvers/Mutation/createIntegration.ts';
import    { deleteCannedResponse as Mutation_deleteCannedResponse } from './canned-response/resolvers/Mutation/deleteCannedResponse.ts';
import    { importAccounts as Mutation_importAccounts } from './account/resolvers/Mutation/importAccounts.ts';
import    { inviteStaff as Mutation_inviteStaff } from './person/resolvers/Mutation/inviteStaff.ts';
import    { markRead as Mutation_markRead } from './conversation/resolvers/Mutation/markRead.ts';
import    { muteIssue as Mutation_muteIssue } from './issue/resolvers/Mutation/muteIssue.ts';
import    { parkSignUp as Mutation_parkSignUp } from './sign-up-review/resolvers/Mutation/parkSignUp.ts';
import    { pauseIntegration as Mutation_pauseIntegration } from './integration/resolvers/Mutation/pauseIntegration.ts';
import    { pauseTarget as Mutation_pauseTarget } from './delivery-target/resolvers/Mutation/pauseTarget.ts';
import    { reconnectIntegration as Mutation_reconnectIntegration } from './integration/resolvers/Mutation/reconnectIntegration.ts';
import    { redeliver as Mutation_redeliver } from './delivery/resolvers/Mutation/redeliver.ts';
import    { redeliverMatching as Mutation_redeliverMatching } from './delivery/resolvers/Mutation/redeliverMatching.ts';
import    { refreshAccount as Mutation_refreshAccount } from './account/resolvers/Mutation/refreshAccount.ts';
import    { rejectSignUp as Mutation_rejectSignUp } from './sign-up/resolvers/Mutation/rejectSignUp.ts';
import    { releaseSignUp as Mutation_releaseSignUp } from './sign-up-review/resolvers/Mutation/releaseSignUp.ts';
import    { removeStaff as Mutation_removeStaff } from './person/resolvers/Mutation/removeStaff.ts';
import    { reprocessEvent as Mutation_reprocessEvent } from './inbox/resolvers/Mutation/reprocessEvent.ts';
import    { resolveCrmReview as Mutation_resolveCrmReview } from './crm-review/resolvers/Mutation/resolveCrmReview.ts';
import    { resolveIssue as Mutation_resolveIssue } from './issue/resolvers/Mutation/resolveIssue.ts';
import    { resumeIntegration as Mutation_resumeIntegration } from './integration/resolvers/Mutation/resumeIntegration.ts';
import    { resumeTarget as Mutation_resumeTarget } from './delivery-target/resolvers/Mutation/resumeTarget.ts';
import    { retryMessage as Mutation_retryMessage } from './conversation/resolvers/Mutation/retryMessage.ts';
import    { retrySignUp as Mutation_retrySignUp } from './sign-up/resolvers/Mutation/retrySignUp.ts';
import    { revokeApiKey as Mutation_revokeApiKey } from './api-key/resolvers/Mutation/revokeApiKey.ts';
import    { revokeSession as Mutation_revokeSession } from './person/resolvers/Mutation/revokeSession.ts';
import    { rotateApiKey as Mutation_rotateApiKey } from './api-key/resolvers/Mutation/rotateApiKey.ts';
import    { saveCannedResponse as Mutation_saveCannedResponse } from './canned-response/resolvers/Mutation/saveCannedResponse.ts';
import    { saveDraft as Mutation_saveDraft } from './conversation/resolvers/Mutation/saveDraft.ts';
import    { saveFieldMapping as Mutation_saveFieldMapping } from './field-mapping/resolvers/Mutation/saveFieldMapping.ts';
import    { saveMessagingPolicy as Mutation_saveMessagingPolicy } from './messaging-policy/resolvers/Mutation/saveMessagingPolicy.ts';
import    { saveSignUpPolicy as Mutation_saveSignUpPolicy } from './sign-up-policy/resolvers/Mutation/saveSignUpPolicy.ts';
import    { sendMessage as Mutation_sendMessage } from './conversation/resolvers/Mutation/sendMessage.ts';
import    { setConversationState as Mutation_setConversationState } from './conversation/resolvers/Mutation/setConversationState.ts';
import    { setPresence as Mutation_setPresence } from './presence/resolvers/Mutation/setPresence.ts';
import    { setRole as Mutation_setRole } from './person/resolvers/Mutation/setRole.ts';
import    { snoozeConversation as Mutation_snoozeConversation } from './conversation/resolvers/Mutation/snoozeConversation.ts';
import    { testIntegration as Mutation_testIntegration } from './integration/resolvers/Mutation/testIntegration.ts';
import    { unblockAccount as Mutation_unblockAccount } from './account/resolvers/Mutation/unblockAccount.ts';
import    { unblockServiceConnection as Mutation_unblockServiceConnection } from './service/resolvers/Mutation/unblockServiceConnection.ts';
import    { undoSignUpDecision as Mutation_undoSignUpDecision } from './sign-up-review/resolvers/Mutation/undoSignUpDecision.ts';
import    { updateIntegration as Mutation_updateIntegration } from './integration/resolvers/Mutation/updateIntegration.ts';
import    { withdrawInvitation as Mutation_withdrawInvitation } from './person/resolvers/Mutation/withdrawInvitation.ts';
import    { conversationChanged as Subscription_conversationChanged } from './conversation/resolvers/Subscription/conversationChanged.ts';
import    { deliveryChanged as Subscription_deliveryChanged } from './delivery/resolvers/Subscription/deliveryChanged.ts';
import    { deliveryCounters as Subscription_deliveryCounters } from './delivery-counters/resolvers/Subscription/deliveryCounters.ts';
import    { deliveryTargetChanged as Subscription_deliveryTargetChanged } from './delivery-target/resolvers/Subscription/deliveryTargetChanged.ts';
import    { healthChanged as Subscription_healthChanged } from './health/resolvers/Subscription/healthChanged.ts';
import    { integrationChanged as Subscription_integrationChanged } from './integration/resolvers/Subscription/integrationChanged.ts';
import    { jobChanged as Subscription_jobChanged } from './job/resolvers/Subscription/jobChanged.ts';
import    { messageAdded as Subscription_messageAdded } from './conversation/resolvers/Subscription/messageAdded.ts';
import    { messageChanged as Subscription_messageChanged } from './conversation/resolvers/Subscription/messageChanged.ts';
import    { presenceChanged as Subscription_presenceChanged } from './presence/resolvers/Subscription/presenceChanged.ts';
import    { signUpChanged as Subscription_signUpChanged } from './sign-up/resolvers/Subscription/signUpChanged.ts';
import    { syncRunChanged as Subscription_syncRunChanged } from './sync-run/resolvers/Subscription/syncRunChanged.ts';
import    { Abonent as abonent_Abonent } from './abonent/resolvers/Abonent.ts';
import    { Abonent as external_ref_Abonent } from './external-ref/resolvers/Abonent.ts';
import    { AbonentConnection } from './abonent/resolvers/AbonentConnection.ts';
import    { Account } from './account/resolvers/Account.ts';
import    { AccountConnection } from './account/resolvers/AccountConnection.ts';
import    { AccountHits } from './search/resolvers/AccountHits.ts';
import    { ApiKey } from './api-key/resolvers/ApiKey.ts';
import    { ApiKeyConnection } from './api-key/resolvers/ApiKeyConnection.ts';
import    { ApprovalPreview } from './sign-up-review/resolvers/ApprovalPreview.ts';
import    { AuditCause } from './audit/resolvers/AuditCause.ts';
import    { AuditEvent } from './audit/resolvers/AuditEvent.ts';
import    { AuditEventConnection } from './audit/resolvers/AuditEventConnection.ts';
import    { AutoReplyPolicy } from './messaging-policy/resolvers/AutoReplyPolicy.ts';
import    { BroadcastRecipient } from './broadcast/resolvers/BroadcastRecipient.ts';
import    { CancelJobPayload } from './job/resolvers/CancelJobPayload.ts';
import    { CannedResponse } from './canned-response/resolvers/CannedResponse.ts';
import    { CannedResponseConnection } from './canned-response/resolvers/CannedResponseConnection.ts';
import    { CheckStep } from './integration/resolvers/CheckStep.ts';
import    { Company } from './company/resolvers/Company.ts';
import    { CompensationItem } from './sign-up-review/resolvers/CompensationItem.ts';
import    { ConsumerLag } from './health/resolvers/ConsumerLag.ts';
import    { Conversation as conversation_Conversation } from './conversation/resolvers/Conversation.ts';
import    { Conversation as presence_Conversation } from './presence/resolvers/Conversation.ts';
import    { ConversationConnection } from './conversation/resolvers/ConversationConnection.ts';
import    { ConversationHits } from './search/resolvers/ConversationHits.ts';
import    { CrmReview } from './crm-review/resolvers/CrmReview.ts';
import    { Delivery } from './delivery/resolvers/Delivery.ts';
import    { DeliveryAttempt } from './delivery/resolvers/DeliveryAttempt.ts';
import    { DeliveryConnection } from './delivery/resolvers/DeliveryConnection.ts';
import    { DeliveryIssue } from './issue/resolvers/DeliveryIssue.ts';
import    { DeliveryStats } from './statistics/resolvers/DeliveryStats.ts';
import    { DeliveryStatsBucket } from './statistics/resolvers/DeliveryStatsBucket.ts';
import    { DeliveryTarget } from './delivery-target/resolvers/DeliveryTarget.ts';
import    { Entrance } from './entrance/resolvers/Entrance.ts';
import    { EntranceConnection } from './entrance/resolvers/EntranceConnection.ts';
import    { EntranceHits } from './search/resolvers/EntranceHits.ts';
import    { EntranceSuggestion } from './sign-up/resolvers/EntranceSuggestion.ts';
import    { ExternalRef } from './external-ref/resolvers/ExternalRef.ts';
import    { FieldMapping } from './field-mapping/resolvers/FieldMapping.ts';
import    { Flat } from './flat/resolvers/Flat.ts';
import    { FlatConnection } from './flat/resolvers/FlatConnection.ts';
import    { FlatHits } from './search/resolvers/FlatHits.ts';
import    { FlatMapEntry } from './entrance/resolvers/FlatMapEntry.ts';
import    { Health } from './health/resolvers/Health.ts';
import    { HealthPart } from './health/resolvers/HealthPart.ts';
import    { HookRefusal } from './integration/resolvers/HookRefusal.ts';
import    { InboxEvent } from './inbox/resolvers/InboxEvent.ts';
import    { InboxEventConnection } from './inbox/resolvers/InboxEventConnection.ts';
import    { InboxEventEffect } from './inbox/resolvers/InboxEventEffect.ts';
import    { InboxEventIssue } from './issue/resolvers/InboxEventIssue.ts';
import    { InboxPayload } from './inbox/resolvers/InboxPayload.ts';
import    { Integration as integration_Integration } from './integration/resolvers/Integration.ts';
import    { Integration as health_Integration } from './health/resolvers/Integration.ts';
import    { IntegrationHealth } from './health/resolvers/IntegrationHealth.ts';
import    { IntegrationProblem } from './integration/resolvers/IntegrationProblem.ts';
import    { IntegrationStateReason } from './integration/resolvers/IntegrationStateReason.ts';
import    { Invitation } from './person/resolvers/Invitation.ts';
import    { InvitationConnection } from './person/resolvers/InvitationConnection.ts';
import    { Issues } from './issue/resolvers/Issues.ts';
import    { Job } from './job/resolvers/Job.ts';
import    { JobChanged } from './job/resolvers/JobChanged.ts';
import    { JobConnection } from './job/resolvers/JobConnection.ts';
import    { JobError } from './job/resolvers/JobError.ts';
import    { JobProgress } from './job/resolvers/JobProgress.ts';
import    { JobStateError } from './job/resolvers/JobStateError.ts';
import    { Membership } from './person/resolvers/Membership.ts';
import    { Message } from './conversation/resolvers/Message.ts';
import    { MessageConnection } from './conversation/resolvers/MessageConnection.ts';
import    { MessageHits } from './search/resolvers/MessageHits.ts';
import    { MessagingPolicy } from './messaging-policy/resolvers/MessagingPolicy.ts';
import    { Mirror } from './mirror/resolvers/Mirror.ts';
import    { MissedChanges } from './integration/resolvers/MissedChanges.ts';
import    { PageInfo } from './node/resolvers/PageInfo.ts';
import    { Person } from './person/resolvers/Person.ts';
import    { PlannedDelivery } from './sign-up-review/resolvers/PlannedDelivery.ts';
import    { PortalHooks } from './integration/resolvers/PortalHooks.ts';
import    { RedeliveryPreview } from './delivery/resolvers/RedeliveryPreview.ts';
import    { RedeliveryPreviewCode } from './delivery/resolvers/RedeliveryPreviewCode.ts';
import    { SearchResults } from './search/resolvers/SearchResults.ts';
import    { Service } from './service/resolvers/Service.ts';
import    { ServiceConnection } from './service/resolvers/ServiceConnection.ts';
import    { ServiceConnectionConnection } from './service/resolvers/ServiceConnectionConnection.ts';
import    { ServiceListConnection } from './service/resolvers/ServiceListConnection.ts';
import    { ServiceRule } from './sign-up-policy/resolvers/ServiceRule.ts';
import    { Session } from './person/resolvers/Session.ts';
import    { SignUp as sign_up_SignUp } from './sign-up/resolvers/SignUp.ts';
import    { SignUp as external_ref_SignUp } from './external-ref/resolvers/SignUp.ts';
import    { SignUpAddress } from './sign-up/resolvers/SignUpAddress.ts';
import    { SignUpConnection } from './sign-up/resolvers/SignUpConnection.ts';
import    { SignUpEvent } from './sign-up/resolvers/SignUpEvent.ts';
import    { SignUpEventConnection } from './sign-up/resolvers/SignUpEventConnection.ts';
import    { SignUpFunnel } from './statistics/resolvers/SignUpFunnel.ts';
import    { SignUpFunnelBucket } from './statistics/resolvers/SignUpFunnelBucket.ts';
import    { SignUpFunnelStage } from './statistics/resolvers/SignUpFunnelStage.ts';
import    { SignUpHits } from './search/resolvers/SignUpHits.ts';
import    { SignUpPlan } from './sign-up/resolvers/SignUpPlan.ts';
import    { SignUpPolicy } from './sign-up-policy/resolvers/SignUpPolicy.ts';
import    { SignUpStep } from './sign-up/resolvers/SignUpStep.ts';
import    { StaffMember } from './person/resolvers/StaffMember.ts';
import    { StaffMemberConnection } from './person/resolvers/StaffMemberConnection.ts';
import    { SuggestedService } from './sign-up/resolvers/SuggestedService.ts';
import    { SyncRun } from './sync-run/resolvers/SyncRun.ts';
import    { SyncRunConnection } from './sync-run/resolvers/SyncRunConnection.ts';
import    { TargetPausedError } from './delivery/resolvers/TargetPausedError.ts';
import    { Viewer as person_Viewer } from './person/resolvers/Viewer.ts';
import    { Viewer as company_Viewer } from './company/resolvers/Viewer.ts';
import    { Cursor } from './scalars/resolvers/Cursor.ts';
import    { Decimal } from './scalars/resolvers/Decimal.ts';
import    { Phone } from './scalars/resolvers/Phone.ts';
import    { DateTimeResolver,JSONResolver,LocalDateResolver,SafeIntResolver } from 'graphql-scalars';
    export const resolvers: Resolvers = {
      Query: { abonent: Query_abonent,abonents: Query_abonents,account: Query_account,accountByNumber: Query_accountByNumber,accounts: Query_accounts,accountsByPhone: Query_accountsByPhone,apiKeys: Query_apiKeys,auditEvents: Query_auditEvents,cannedResponses: Query_cannedResponses,companies: Query_companies,consumerLag: Query_consumerLag,conversation: Query_conversation,conversations: Query_conversations,crmReviews: Query_crmReviews,deliveries: Query_deliveries,delivery: Query_delivery,deliveryStats: Query_deliveryStats,deliveryTarget: Query_deliveryTarget,deliveryTargets: Query_deliveryTargets,entrance: Query_entrance,entrances: Query_entrances,fieldMapping: Query_fieldMapping,flat: Query_flat,flats: Query_flats,health: Query_health,inboxEvent: Query_inboxEvent,inboxEvents: Query_inboxEvents,integration: Query_integration,integrationHealth: Query_integrationHealth,integrations: Query_integrations,invitations: Query_invitations,issues: Query_issues,job: Query_job,jobs: Query_jobs,messagingPolicy: Query_messagingPolicy,networkSignUpCounts: Query_networkSignUpCounts,node: Query_node,nodes: Query_nodes,permissions: Query_permissions,previewApproval: Query_previewApproval,previewBroadcast: Query_previewBroadcast,previewConnectServiceToEntrance: Query_previewConnectServiceToEntrance,previewMapping: Query_previewMapping,previewRedelivery: Query_previewRedelivery,previewWelcome: Query_previewWelcome,renderCannedResponse: Query_renderCannedResponse,roles: Query_roles,search: Query_search,service: Query_service,services: Query_services,signUp: Query_signUp,signUpFunnel: Query_signUpFunnel,signUpPolicy: Query_signUpPolicy,signUps: Query_signUps,staff: Query_staff,suggestEntrances: Query_suggestEntrances,syncRun: Query_syncRun,syncRuns: Query_syncRuns,viewer: Query_viewer },
      Mutation: { approveSignUp: Mutation_approveSignUp,approveSignUps: Mutation_approveSignUps,assignConversation: Mutation_assignConversation,assignSignUp: Mutation_assignSignUp,beginBitrix24Authorization: Mutation_beginBitrix24Authorization,blockAccount: Mutation_blockAccount,blockServiceConnection: Mutation_blockServiceConnection,broadcastMessage: Mutation_broadcastMessage,cancelDelivery: Mutation_cancelDelivery,cancelJob: Mutation_cancelJob,cancelSyncRun: Mutation_cancelSyncRun,claimSignUp: Mutation_claimSignUp,compensateSignUp: Mutation_compensateSignUp,connectService: Mutation_connectService,connectServiceToEntrance: Mutation_connectServiceToEntrance,createAccount: Mutation_createAccount,createApiKey: Mutation_createApiKey,createFlat: Mutation_createFlat,createIntegration: Mutation_createIntegration,deleteCannedResponse: Mutation_deleteCannedResponse,importAccounts: Mutation_importAccounts,inviteStaff: Mutation_inviteStaff,markRead: Mutation_markRead,muteIssue: Mutation_muteIssue,parkSignUp: Mutation_parkSignUp,pauseIntegration: Mutation_pauseIntegration,pauseTarget: Mutation_pauseTarget,reconnectIntegration: Mutation_reconnectIntegration,redeliver: Mutation_redeliver,redeliverMatching: Mutation_redeliverMatching,refreshAccount: Mutation_refreshAccount,rejectSignUp: Mutation_rejectSignUp,releaseSignUp: Mutation_releaseSignUp,removeStaff: Mutation_removeStaff,reprocessEvent: Mutation_reprocessEvent,resolveCrmReview: Mutation_resolveCrmReview,resolveIssue: Mutation_resolveIssue,resumeIntegration: Mutation_resumeIntegration,resumeTarget: Mutation_resumeTarget,retryMessage: Mutation_retryMessage,retrySignUp: Mutation_retrySignUp,revokeApiKey: Mutation_revokeApiKey,revokeSession: Mutation_revokeSession,rotateApiKey: Mutation_rotateApiKey,saveCannedResponse: Mutation_saveCannedResponse,saveDraft: Mutation_saveDraft,saveFieldMapping: Mutation_saveFieldMapping,saveMessagingPolicy: Mutation_saveMessagingPolicy,saveSignUpPolicy: Mutation_saveSignUpPolicy,sendMessage: Mutation_sendMessage,setConversationState: Mutation_setConversationState,setPresence: Mutation_setPresence,setRole: Mutation_setRole,snoozeConversation: Mutation_snoozeConversation,testIntegration: Mutation_testIntegration,unblockAccount: Mutation_unblockAccount,unblockServiceConnection: Mutation_unblockServiceConnection,undoSignUpDecision: Mutation_undoSignUpDecision,updateIntegration: Mutation_updateIntegration,withdrawInvitation: Mutation_withdrawInvitation },
      Subscription: { conversationChanged: Subscription_conversationChanged,deliveryChanged: Subscription_deliveryChanged,deliveryCounters: Subscription_deliveryCounters,deliveryTargetChanged: Subscription_deliveryTargetChanged,healthChanged: Subscription_healthChanged,integrationChanged: Subscription_integrationChanged,jobChanged: Subscription_jobChanged,messageAdded: Subscription_messageAdded,messageChanged: Subscription_messageChanged,presenceChanged: Subscription_presenceChanged,signUpChanged: Subscription_signUpChanged,syncRunChanged: Subscription_syncRunChanged },
      Abonent: { ...abonent_Abonent,...external_ref_Abonent },
AbonentConnection: AbonentConnection,
Account: Account,
AccountConnection: AccountConnection,
AccountHits: AccountHits,
ApiKey: ApiKey,
ApiKeyConnection: ApiKeyConnection,
ApprovalPreview: ApprovalPreview,
AuditCause: AuditCause,
AuditEvent: AuditEvent,
AuditEventConnection: AuditEventConnection,
AutoReplyPolicy: AutoReplyPolicy,
BroadcastRecipient: BroadcastRecipient,
CancelJobPayload: CancelJobPayload,
CannedResponse: CannedResponse,
CannedResponseConnection: CannedResponseConnection,
CheckStep: CheckStep,
Company: Company,
CompensationItem: CompensationItem,
ConsumerLag: ConsumerLag,
Conversation: { ...conversation_Conversation,...presence_Conversation },
ConversationConnection: ConversationConnection,
ConversationHits: ConversationHits,
CrmReview: CrmReview,
Delivery: Delivery,
DeliveryAttempt: DeliveryAttempt,
DeliveryConnection: DeliveryConnection,
DeliveryIssue: DeliveryIssue,
DeliveryStats: DeliveryStats,
DeliveryStatsBucket: DeliveryStatsBucket,
DeliveryTarget: DeliveryTarget,
Entrance: Entrance,
EntranceConnection: EntranceConnection,
EntranceHits: EntranceHits,
EntranceSuggestion: EntranceSuggestion,
ExternalRef: ExternalRef,
FieldMapping: FieldMapping,
Flat: Flat,
FlatConnection: FlatConnection,
FlatHits: FlatHits,
FlatMapEntry: FlatMapEntry,
Health: Health,
HealthPart: HealthPart,
HookRefusal: HookRefusal,
InboxEvent: InboxEvent,
InboxEventConnection: InboxEventConnection,
InboxEventEffect: InboxEventEffect,
InboxEventIssue: InboxEventIssue,
InboxPayload: InboxPayload,
Integration: { ...integration_Integration,...health_Integration },
IntegrationHealth: IntegrationHealth,
IntegrationProblem: IntegrationProblem,
IntegrationStateReason: IntegrationStateReason,
Invitation: Invitation,
InvitationConnection: InvitationConnection,
Issues: Issues,
Job: Job,
JobChanged: JobChanged,
JobConnection: JobConnection,
JobError: JobError,
JobProgress: JobProgress,
JobStateError: JobStateError,
Membership: Membership,
Message: Message,
MessageConnection: MessageConnection,
MessageHits: MessageHits,
MessagingPolicy: MessagingPolicy,
Mirror: Mirror,
MissedChanges: MissedChanges,
PageInfo: PageInfo,
Person: Person,
PlannedDelivery: PlannedDelivery,
PortalHooks: PortalHooks,
RedeliveryPreview: RedeliveryPreview,
RedeliveryPreviewCode: RedeliveryPreviewCode,
SearchResults: SearchResults,
Service: Service,
ServiceConnection: ServiceConnection,
ServiceConnectionConnection: ServiceConnectionConnection,
ServiceListConnection: ServiceListConnection,
ServiceRule: ServiceRule,
Session: Session,
SignUp: { ...sign_up_SignUp,...external_ref_SignUp },
SignUpAddress: SignUpAddress,
SignUpConnection: SignUpConnection,
SignUpEvent: SignUpEvent,
SignUpEventConnection: SignUpEventConnection,
SignUpFunnel: SignUpFunnel,
SignUpFunnelBucket: SignUpFunnelBucket,
SignUpFunnelStage: SignUpFunnelStage,
SignUpHits: SignUpHits,
SignUpPlan: SignUpPlan,
SignUpPolicy: SignUpPolicy,
SignUpStep: SignUpStep,
StaffMember: StaffMember,
StaffMemberConnection: StaffMemberConnection,
SuggestedService: SuggestedService,
SyncRun: SyncRun,
SyncRunConnection: SyncRunConnection,
TargetPausedError: TargetPausedError,
Viewer: { ...person_Viewer,...company_Viewer },
Cursor: Cursor,
Decimal: Decimal,
Phone: Phone,
DateTime: DateTimeResolver,
JSON: JSONResolver,
LocalDate: LocalDateResolver,
SafeInt: SafeIntResolver
    }