### Общие части экранов: листание, выбор дня.

pager-previous = ◀
pager-next = ▶
pager-place = { $page } / { $pages }

picker-day = { $day }
picker-today = •{ $day }
picker-empty = ·
