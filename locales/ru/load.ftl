### Работы, объявленные заранее, календарь контрольных, объём домашних заданий.
### Предметы и виды работ стоят только в именительном падеже.

## Работа заранее

ahead-button = 📝 Объявить работу
ahead-declared = 📝 Объявлено: <b>{ $work }</b>. Семьи видят это в дневнике.
ahead-ask = Какую работу объявить? Семьи увидят её в дневнике, вечером накануне и в пятничном письме.
ahead-ask-anyway = Если всё-таки на этом уроке – выберите вид работы.
ahead-caution-second = ⚠️ В этот день у { $klass } уже есть: { $number }-й урок, { $subject } – { $work }
ahead-caution-often = ⚠️ Между работами по предмету меньше 2,5 недели: { $day } – { $work }
ahead-caution-first = ⚠️ Это первый урок дня
ahead-caution-last = ⚠️ Это последний урок дня
ahead-source = <i>Рекомендации Минпросвещения и Рособрнадзора от 06.08.2021: одна работа в день, по предмету не чаще раза в 2,5 недели, не на первом и не на последнем уроке.</i>
ahead-free = Свободно рядом – кнопками ниже.
ahead-none-free = Свободных уроков за три недели до и после нет.
ahead-place = { $day }, { $number }-й урок
ahead-kind-control = Контрольная
ahead-kind-diagnostic = Диагностическая
ahead-kind-dictation = Диктант
ahead-kind-essay = Сочинение
ahead-kind-test = Тест
ahead-drop = ↩️ Отменить: { $work }
ahead-done = Объявлено
ahead-dropped = Отменено
error-lesson-begun = Урок уже начался: работу теперь записывают в «✏️ Отметки».
error-not-declared = Заранее объявляют только работы, которые пишут все: контрольную, тест, диктант, сочинение, диагностическую.

## Сколько задано: у учителя, который задаёт

giving-load-before = ⏱ На { $day } у { $klass } уже задано на { $minutes } из { $norm }.
giving-load-over-before = 🔺 На { $day } у { $klass } уже задано на { $minutes } при норме { $norm }. Можно выбрать другой день.
giving-load-with = ⏱ Вместе с этим на { $day } у { $klass } – { $minutes } из { $norm }.
giving-load-over-with = 🔺 Вместе с этим на { $day } у { $klass } – { $minutes } при норме { $norm }. Можно оставить так, сократить задание или выбрать другой день.
giving-minutes-ask = Сколько минут займёт это задание? Пока считаем примерно { $minutes }.
giving-minutes-button = { $minutes } мин
giving-minutes-chosen = • { $minutes } мин
giving-minutes-other = ⌨️ Другое
giving-minutes-typed = • { $minutes } мин
giving-minutes-how = ⏱ Напишите, сколько минут займёт задание: число от 1 до { $limit }.
giving-day-load = { $day } · задано { $minutes }
error-minutes-range = Это число от 1 до { $limit }: сколько минут займёт задание. Напишите ещё раз.

## Неделя класса и параллель

load-klass-button = 📝 Работы и ДЗ
load-klass-named-button = 📝 Работы { $klass }
load-home-button = 📝 Контрольные
load-week-title = 📝 <b>{ $klass }</b> · работы и объём ДЗ, { $span }
load-week-off = На этой неделе уроков нет.
load-day = <b>{ $day }</b>
load-work = 📝 { $number }-й урок, { $subject } – { $work }
load-homework = ⏱ ДЗ: { $minutes } из { $norm }
load-homework-over = 🔺 ДЗ: { $minutes } при норме { $norm }
load-none = ДЗ нет
load-tasks = <i>{ $tasks }</i>
load-task = { $subject } { $minutes }
load-task-estimated = { $subject } ≈{ $minutes }
load-estimates = <i>≈ – примерно: учитель не указал, сколько времени займёт задание. Норма на день – СанПиН 1.2.3685-21.</i>
load-parallel-title = 📝 <b>{ $grade }-е классы</b> · работы, { $span }
load-klass = <b>{ $klass }</b>
load-no-works = работ не объявлено
load-week-works = • { $works }
load-work-short = { $day } { $subject }
load-grade = { $grade }
load-grade-chosen = • { $grade } •
