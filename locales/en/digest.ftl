### The evening's digest: one message about a child, what is new by topic.

digest-title = 🌆 New today, { $day }
digest-section = <b>{ preferences-topic-name }</b>
