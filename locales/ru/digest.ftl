### Вечерняя сводка: одно сообщение о ребёнке, новое по темам.

digest-title = 🌆 Новое за день, { $day }
digest-section-attendance = <b>Посещаемость</b>
digest-section-mark = <b>Отметки</b>
digest-section-period-mark = <b>Итоги</b>
digest-section-homework = <b>Домашние задания</b>
digest-section-remark = <b>Комментарии учителей</b>
digest-section-lesson-change = <b>Изменения в расписании</b>
digest-section-signal = <b>Просим обратить внимание</b>
