import { atPortal } from '../integration/portal-handler.ts';
import { chatDeliveredHandler } from './chat-delivered.ts';
import { chatForwardHandler } from './chat-forward.ts';
import { chatReadCommentHandler } from './chat-read-comment.ts';
import { chatSetupHandler } from './chat-setup.ts';
import type { ChatTools } from './chat-tools.ts';

export const chatHandlers = (tools: ChatTools) => ({
  'chat.delivered': atPortal(tools, chatDeliveredHandler(tools)),
  'chat.forward': atPortal(tools, chatForwardHandler(tools)),
  'chat.read_comment': atPortal(tools, chatReadCommentHandler(tools)),
  'chat.setup': atPortal(tools, chatSetupHandler(tools)),
});
