### Вечерняя сводка: одно сообщение о ребёнке, новое по темам.

digest-title = 🌆 Новое за день, { $day }
digest-section = <b>{ preferences-topic-name }</b>
