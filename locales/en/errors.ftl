### Refusals that may be met anywhere. Each says what to do next.

error-refused = This cannot be done. Open the menu and try again: /menu
error-not-found = It is not here, or access is closed. Open the menu: /menu
error-stale = This screen is out of date: something has changed meanwhile. Open it anew: /menu
error-not-saved = What you did last could not be saved. Open the menu and do it again: /menu. If that does not help, tell the school's administrator.
error-consent-changed = The consent text has changed. Read the new one: /start
error-entry-answered = This entry has been answered already. Those waiting are in the menu: /menu
error-entered-before-you = This access is older than yours; the class teacher can close it. Please write to them.
error-invitation-paper = By written request the diary is kept on paper, no code is needed. If that has changed, correct the column “Electronic diary” in the school's file.
error-nobody-to-invite = Nobody needs a new code: all have come in or hold one that works.
error-person-left = This person is no longer on the school's lists, so no code can be given out.
error-import-gone = The file is no longer at hand. Send it again and the bot will check it anew.

error-stranger = { entry-welcome }
error-pending = { entry-pending }
error-consent-needed = { consent-ask }
