"""The Bot API's methods by name: each takes the world and the call, gives the result or raises ApiError."""

from collections.abc import Awaitable, Callable
from typing import Final

from bot.sandbox.call import Call
from bot.sandbox.methods import editing, receiving, sending, settings
from bot.sandbox.world import World

Method = Callable[[World, Call], object | Awaitable[object]]

METHODS: Final[dict[str, Method]] = {
    "getMe": settings.get_me,
    "getUpdates": receiving.get_updates,
    "setWebhook": receiving.set_webhook,
    "deleteWebhook": receiving.delete_webhook,
    "getWebhookInfo": receiving.get_webhook_info,
    "answerCallbackQuery": receiving.answer_callback_query,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendVoice": sending.send_voice,
    "sendVideo": sending.send_video,
    "sendMediaGroup": sending.send_media_group,
    "sendChatAction": sending.send_chat_action,
    "forwardMessage": sending.forward_message,
    "copyMessage": sending.copy_message,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageMedia": editing.edit_message_media,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "pinChatMessage": editing.pin_chat_message,
    "unpinChatMessage": editing.unpin_chat_message,
    "unpinAllChatMessages": editing.unpin_chat_message,
    "getFile": settings.get_file,
    "getChat": settings.get_chat,
    "leaveChat": settings.leave_chat,
    "setMyCommands": settings.set_my_commands,
    "getMyCommands": settings.get_my_commands,
    "deleteMyCommands": settings.delete_my_commands,
    "setChatMenuButton": settings.set_chat_menu_button,
    "getChatMenuButton": settings.get_chat_menu_button,
    "setMyName": settings.set_my_text,
    "setMyDescription": settings.set_my_text,
    "setMyShortDescription": settings.set_my_text,
    "getMyName": settings.get_my_text,
    "getMyDescription": settings.get_my_text,
    "getMyShortDescription": settings.get_my_text,
}
