### Посещаемость урока у учителя.

roll-how = 👥 Нажмите на тех, кого нет: н → б → у → о (опоздание) → на месте. Семья узнает только после «Сохранить».
roll-recorded = 👥 Посещаемость записана. Изменить можно так же: нажатиями, затем «Сохранить».
roll-unsaved = ✍️ Есть несохранённые изменения.
roll-changed = ⚠️ Пока экран был открыт, запись изменилась. Показываю, как она стоит сейчас, – отметьте ещё раз.
roll-missed-before = Сегодня уже не было на уроке: { $names }
roll-nobody = В этой группе на этот день нет учеников.
roll-label = { $sign } · { $name }
roll-label-late = { $sign } { $minutes } · { $name }
roll-minutes = { $minutes } мин
roll-minutes-chosen = • { $minutes }
roll-count = { $count } { $sign }
roll-save = 💾 Сохранить: { $totals }
roll-all-present = ✅ Все на месте
roll-saved = Сохранено: { $totals }
roll-saved-all = Сохранено: все на месте
